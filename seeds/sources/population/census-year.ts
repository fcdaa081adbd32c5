// Of which census is this file, when it does not say so itself?

import { AppError } from '#domain/error.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { yearOfName } from '#seeds/sources/communes/code-source.ts';

const OLDEST = 1962;

/** `--date`, else the year in the file's name. Throws `bad_import` without either. */
export function censusYear({
  file,
  asOf,
  now,
}: Pick<ImportContext, 'file' | 'asOf' | 'now'>): number {
  const said = asOf?.slice(0, 4) ?? yearOfName(file.name);
  if (said === null) {
    throw new AppError(
      'bad_import',
      `« ${file.name} » ne dit pas son année : ajoutez --date AAAA, l’année du recensement.`,
    );
  }
  return checkedYear(file.name, Number(said), now);
}

export function checkedYear(fileName: string, year: number, now: Date): number {
  const last = now.getUTCFullYear();
  if (Number.isInteger(year) && year >= OLDEST && year <= last) return year;
  throw new AppError(
    'bad_import',
    `« ${fileName} » : année ${year} impossible, attendue entre ${OLDEST} et ${last}.`,
  );
}
