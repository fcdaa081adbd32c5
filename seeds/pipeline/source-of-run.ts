// Where do the facts of a run come from, and under which licence may they be used?

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { source } from '#db/schema/provenance.ts';
import { AppError } from '#domain/error.ts';
import type { Source } from '#domain/provenance.ts';
import type { ImportFile, ImportOptions, ImportSource } from '#seeds/pipeline/source.ts';

export type Origin = Omit<Source, 'date'> & {
  /** True: the licence is not that of all files of the source. */
  hasOwnLicence: boolean;
};

/**
 * A source whose files each have their own licence takes what was told of this one, else what is known of
 * the edition before it. Throws `bad_request` when a licence is told of a source that has one.
 */
export async function sourceOfRun<Read>(
  db: Database,
  importSource: ImportSource<Read>,
  file: ImportFile,
  options: ImportOptions,
): Promise<Origin> {
  const origin = importSource.source(file, options);
  const { licence: told = null, page = null } = options.published ?? {};
  if (origin.licence !== null) {
    if (told !== null) {
      throw new AppError(
        'bad_request',
        `--licence : les fichiers de « ${importSource.name} » ont tous la même, ${origin.licence}.`,
      );
    }
    return { ...origin, hasOwnLicence: false };
  }
  const [known] = await db
    .select({ licence: source.licence, url: source.url })
    .from(source)
    .where(eq(source.id, origin.id));
  return {
    ...origin,
    url: origin.url ?? page ?? known?.url ?? null,
    licence: told ?? known?.licence ?? null,
    hasOwnLicence: true,
  };
}
