// Legal populations by commune: PMUN of INSEE's « populations légales ».

import { sql } from 'drizzle-orm';
import { commune } from '#db/schema/territory.ts';
import { readDelimited } from '#seeds/pipeline/read-delimited.ts';
import type { ImportContext, ImportSource } from '#seeds/pipeline/source.ts';
import { inOrder } from '#seeds/sources/communes/contours-source.ts';
import { loadKnownCodes, loadWanted } from '#seeds/sources/communes/known-codes.ts';
import { assertField } from '#seeds/sources/communes/shapes.ts';
import { censusYear } from '#seeds/sources/population/census-year.ts';
import { addUpByCommune, type CountedRow } from '#seeds/sources/population/commune-counts.ts';

export const LEGAL_EXPECTS = 'les populations légales de l’Insee (colonnes DEPCOM et PMUN)';

/** In the archive of all: not that of the départements, nor what explains the columns. */
export const isLegalPopulations = (path: string): boolean =>
  /(^|\/)(donnees_)?(communes|population)[^/]*\.csv$/i.test(path);

export const legalSource: ImportSource = {
  name: 'population',
  version: 1,
  expects: LEGAL_EXPECTS,
  feedOf: (_, { feedId }) => feedId ?? 'communes',

  source: (file) => ({
    id: 'population-legale',
    name: 'Populations légales des communes',
    publisher: 'Insee',
    url: 'https://www.insee.fr/fr/information/2008354',
    licence: 'Licence Ouverte 2.0',
    note: `Fichier ${file.name}`,
  }),

  stage: async (context) => {
    const { tx, bulk, territoryCodes, reject } = context;
    const year = censusYear(context);
    const { rows, readCount } = await readRows(context);
    const { communes, rejects } = addUpByCommune(
      rows,
      await loadKnownCodes(tx, null),
      await loadWanted(tx, territoryCodes),
      (one, other) => one + other,
    );
    for (const refused of inOrder(rejects)) reject(refused);
    await tx.execute(sql`
      create temporary table staged_population (insee text primary key, population int, part_count int)
      on commit drop`);
    await bulk.copyValues(
      'staged_population',
      ['insee', 'population', 'part_count'],
      communes.map(({ insee, counts, rowCount }) => [insee, counts, rowCount]),
    );
    return {
      read: null,
      readCount,
      keptCount: communes.reduce((sum, { rowCount }) => sum + rowCount, 0),
      asOf: `${year}`,
      validFrom: null,
      validTo: null,
    };
  },

  check: async (_, { keptCount }) => [
    {
      guard: 'communes',
      label: 'Des communes connues',
      passed: keptCount > 0,
      detail: `${keptCount}`,
    },
  ],

  swap: async ({ tx, sourceId }, { asOf }) => {
    const year = Number(asOf);
    const { rows: written } = await tx.execute<{ insee: string; parts: number }>(sql`
      update ${commune} c set population = s.population, population_year = ${year}
      from staged_population s
      where c.insee = s.insee and c.population_year <= ${year}
        and (c.population, c.population_year) is distinct from (s.population, ${year}::int)
      returning c.insee, s.part_count as parts`);
    await assertField(
      tx,
      'population',
      sourceId,
      asOf,
      sql`select insee from unnest(${sql.param(written.map(({ insee }) => insee))}::text[]) as w(insee)`,
    );
    const { rows } = await tx.execute<{ parts: number; newer: number }>(sql`
      select sum(s.part_count)::int as parts,
        count(*) filter (where c.population_year > ${year})::int as newer
      from staged_population s join ${commune} c on c.insee = s.insee`);
    const parts = written.reduce((sum, row) => sum + row.parts, 0);
    return {
      counts: { populations: written.length, 'déjà plus récentes ici': rows[0]?.newer ?? 0 },
      unchangedCount: (rows[0]?.parts ?? 0) - parts,
    };
  },
};

async function readRows({ file, reject }: ImportContext) {
  const rows: CountedRow<number>[] = [];
  const seen = new Set<string>();
  let readCount = 0;
  const table = readDelimited(
    file,
    {
      delimiter: ';',
      quoted: true,
      columns: { code: ['DEPCOM'], name: ['COM'], population: ['PMUN'] },
      choose: isLegalPopulations,
    },
    (fault) => {
      readCount += 1;
      reject(fault);
    },
  );
  for await (const row of table) {
    readCount += 1;
    const [code, said] = [row.get('code'), row.get('population').replace(/[\s\u00A0\u202F]/g, '')];
    // Communes merged since share a code in some editions: their names tell them apart.
    const key = `${code} ${row.get('name')}`;
    const refuse = (column: string, value: string, reason: string) =>
      reject({ line: row.line, column, value, reason });
    if (!/^\d[\dAB]\d{3}$/.test(code)) {
      refuse('DEPCOM', code, 'Code Insee attendu : cinq caractères.');
    } else if (seen.has(key)) {
      refuse('DEPCOM', code, 'Commune déjà lue plus haut dans le fichier.');
    } else if (!/^\d{1,8}$/.test(said)) {
      refuse('PMUN', said, 'Nombre entier d’habitants attendu.');
    } else {
      seen.add(key);
      rows.push({ line: row.line, code, counts: Number(said) });
    }
  }
  return { rows, readCount };
}
