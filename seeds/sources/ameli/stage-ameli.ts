// The rows of the file in a temporary table shaped as `ameli_practice`, once each.

import { sql } from 'drizzle-orm';
import type { CopyValue, Database } from '#db/database.ts';
import { loadWanted } from '#seeds/derived/wanted-territory.ts';
import { nameIdentifier } from '#seeds/pipeline/opposed-names.ts';
import { loadOpposition } from '#seeds/pipeline/opposition.ts';
import { readDelimited } from '#seeds/pipeline/read-delimited.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { AMELI_FILE, mapAmeliRow } from '#seeds/sources/ameli/row.ts';

const COLUMNS = [
  'line',
  'key',
  'last_name',
  'first_name',
  'profession_group',
  'speciality_code',
  'speciality_label',
  'street',
  'complement',
  'postcode',
  'city',
  'phone',
  'sector_code',
  'sector_label',
  'option_code',
  'option_label',
  'vitale',
] as const;

export type AmeliRead = { opposedCount: number; unreadablePhoneCount: number };

export async function stageAmeli(
  context: ImportContext,
): Promise<AmeliRead & { readCount: number; keptCount: number }> {
  const { tx, bulk, file, territoryCodes, reject, onProgress } = context;
  const wanted = await loadWanted(tx, territoryCodes);
  const opposition = await loadOpposition(tx);
  const read = { opposedCount: 0, unreadablePhoneCount: 0, readCount: 0 };
  await tx.execute(
    sql`create temporary table staged_ameli (like ameli_practice including defaults) on commit drop`,
  );
  await tx.execute(sql`alter table staged_ameli add column line integer`);
  const rows = readDelimited(
    file,
    AMELI_FILE,
    (fault) => {
      read.readCount += 1;
      reject(fault);
    },
    (done) => onProgress({ step: 'lecture', done, total: file.byteCount }),
  );
  async function* values(): AsyncGenerator<readonly CopyValue[]> {
    for await (const row of rows) {
      read.readCount += 1;
      const mapped = mapAmeliRow(row);
      if (mapped === 'left_out') continue;
      if ('reason' in mapped) {
        reject({ line: row.line, ...mapped });
        continue;
      }
      if (wanted !== null && !wanted.postcodes.has(mapped.postcode)) continue;
      const { lastName, firstName, postcode } = mapped;
      if (
        !opposition.isEmpty &&
        opposition.isOpposed('name', nameIdentifier(lastName, firstName, postcode))
      ) {
        read.opposedCount += 1;
        continue;
      }
      if (mapped.isPhoneUnreadable) read.unreadablePhoneCount += 1;
      yield [
        mapped.line,
        mapped.key,
        lastName,
        firstName,
        mapped.professionGroup,
        mapped.specialityCode,
        mapped.specialityLabel,
        mapped.street,
        mapped.complement,
        postcode,
        mapped.city,
        mapped.phone === null ? null : JSON.stringify(mapped.phone),
        mapped.sectorCode,
        mapped.sectorLabel,
        mapped.optionCode,
        mapped.optionLabel,
        mapped.vitale,
      ];
    }
  }
  await bulk.copyValues('staged_ameli', COLUMNS, values());
  await keepFirstOfEach(tx, reject);
  const [counted] = (
    await tx.execute<{ kept: number }>(sql`select count(*)::int as kept from staged_ameli`)
  ).rows;
  return { ...read, keptCount: counted?.kept ?? 0 };
}

/** A person listed again for another activity is one; listed again with another fee, nobody knows which. */
async function keepFirstOfEach(tx: Database, reject: ImportContext['reject']): Promise<void> {
  await tx.execute(sql`create index on staged_ameli (key, line)`);
  await tx.execute(sql`analyze staged_ameli`);
  const { rows } = await tx.execute<{ line: number; first_line: number; name: string }>(sql`
    select s.line, f.line as first_line, s.last_name || ' ' || s.first_name as name
    from staged_ameli s
    join (select distinct on (key) * from staged_ameli order by key, line) f on f.key = s.key and f.line < s.line
    where (s.phone, s.sector_label, s.option_label, s.vitale)
      is distinct from (f.phone, f.sector_label, f.option_label, f.vitale)
    order by s.line`);
  for (const { line, first_line: firstLine, name } of rows) {
    reject({
      line,
      column: 'ps_activite_nom',
      value: name,
      reason: `Même personne et même adresse qu’à la ligne ${firstLine}, avec un autre téléphone ou un autre tarif.`,
    });
  }
  await tx.execute(sql`delete from staged_ameli s using staged_ameli f
    where f.key = s.key and f.line < s.line`);
}
