// `npm run import -- apl FILE`: the accessibility values the ministry publishes, kept beside ours.

import { sql } from 'drizzle-orm';
import type { CopyValue } from '#db/database.ts';
import { loadWanted } from '#seeds/derived/wanted-territory.ts';
import { isWorkbook } from '#seeds/pipeline/read-workbook.ts';
import type { ImportFile, ImportSource, Reject } from '#seeds/pipeline/source.ts';
import { faultOf, type PublishedRow, seenKey } from '#seeds/sources/apl/published-row.ts';
import { readSheets } from '#seeds/sources/apl/read-sheets.ts';
import { readTable } from '#seeds/sources/apl/read-table.ts';

const SOURCE_ID = 'apl';
const COLUMNS = ['line', 'insee', 'year', 'variant', 'value'] as const;

export const aplSource: ImportSource = {
  name: 'apl',
  version: 2,
  expects:
    'les valeurs d’APL aux médecins généralistes par commune : le classeur de la Drees (.xlsx, feuilles « APL AAAA »), ou un CSV code_insee, apl_2023, apl_2023_65_or_less…',

  source: () => ({
    id: SOURCE_ID,
    name: 'Accessibilité potentielle localisée aux médecins généralistes',
    publisher: 'DREES',
    url: 'https://data.drees.solidarites-sante.gouv.fr/explore/dataset/530_l-accessibilite-potentielle-localisee-apl/',
    licence: 'Licence Ouverte 2.0',
    note: 'Consultations par an et par habitant standardisé ; jamais mêlées à nos calculs',
  }),

  stage: async ({ tx, bulk, file, asOf, territoryCodes, reject }) => {
    const wanted = await loadWanted(tx, territoryCodes);
    await tx.execute(sql`create temporary table staged_apl
      (line integer, insee text, year integer, variant text, value real) on commit drop`);
    const counts = { readCount: 0, keptCount: 0 };
    const seen = new Map<string, number>();
    const communes = new Set<string>();
    async function* values(): AsyncGenerator<readonly CopyValue[]> {
      const rows = await publishedRows(file, (fault) => {
        counts.readCount += 1;
        reject(fault);
      });
      for await (const row of rows) {
        counts.readCount += 1;
        const { line, insee } = row;
        const fault = faultOf(row, seen);
        if (fault !== null) {
          reject({ file: row.file, line, ...fault });
          continue;
        }
        seen.set(seenKey(row), line);
        if (wanted !== null && !wanted.insees.has(insee)) continue;
        counts.keptCount += 1;
        communes.add(insee);
        for (const { year, variant, text } of row.values) {
          yield [line, insee, year, variant, Number(text)];
        }
      }
    }
    await bulk.copyValues('staged_apl', COLUMNS, values());
    // A year the file has and this commune has not is kept as not published.
    await tx.execute(sql`insert into staged_apl (insee, year, variant)
      select c.insee, y.year, y.variant from unnest(${sql.param([...communes])}::text[]) as c(insee)
      cross join (select distinct year, variant from staged_apl) y
      where not exists (select from staged_apl s where s.insee = c.insee and s.year = y.year and s.variant = y.variant)`);
    return { read: null, ...counts, asOf: asOf ?? null, validFrom: null, validTo: null };
  },

  check: async ({ tx }) => {
    const { rows } = await tx.execute<{ n: number }>(
      sql`select count(value)::int as n from staged_apl`,
    );
    const known = rows[0]?.n ?? 0;
    return [
      {
        guard: 'valeurs',
        label: 'Des valeurs publiées',
        passed: known > 0,
        detail: known > 0 ? `${known}` : 'aucune colonne apl_AAAA n’a de valeur',
      },
    ];
  },

  swap: async ({ tx }, { asOf }) => {
    const before = await tx.execute<{ n: number }>(sql`select count(*)::int as n from staged_apl s
      join apl_published a on a.insee = s.insee and a.year = s.year and a.variant = s.variant and a.profession = 'gp'
      where a.value is not distinct from s.value`);
    // Another département or another year read before stays.
    await tx.execute(sql`delete from apl_published a using staged_apl s
      where a.insee = s.insee and a.year = s.year and a.variant = s.variant and a.profession = 'gp'`);
    await tx.execute(sql`insert into apl_published
        (insee, year, profession, variant, value, source_id, as_of, confirmed_on, confidence)
      select insee, year, 'gp', variant, value, ${SOURCE_ID}, coalesce(${asOf}::text, year::text), null, 'high'
      from staged_apl`);
    const { rows } = await tx.execute<{ known: number; unknown: number }>(sql`
      select count(value)::int as known, (count(*) - count(value))::int as unknown from staged_apl`);
    return {
      counts: { valeurs: rows[0]?.known ?? 0, 'valeurs non publiées': rows[0]?.unknown ?? 0 },
      unchangedCount: before.rows[0]?.n ?? 0,
    };
  },
};

/** The ministry's workbook, or a table made of it. */
async function publishedRows(
  file: ImportFile,
  onFault: (reject: Reject) => void,
): Promise<AsyncGenerator<PublishedRow>> {
  return (await isWorkbook(file)) ? readSheets(file) : readTable(file, onFault);
}
