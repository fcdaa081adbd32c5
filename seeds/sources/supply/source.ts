// `npm run import -- supply FILE`: how many care in each commune, where nobody is known by name: around a
// territory above all. A row a commune, a column a profession (Insee, base permanente des équipements).

import { sql } from 'drizzle-orm';
import { communeSupply } from '#db/schema/access.ts';
import { commune } from '#db/schema/territory.ts';
import { isDoubtfulCount, SUPPLY_KINDS, type SupplyKind } from '#domain/access/supply.ts';
import { type DelimitedOptions, readDelimited } from '#seeds/pipeline/read-delimited.ts';
import type { ImportContext, ImportSource } from '#seeds/pipeline/source.ts';
import { inOrder } from '#seeds/sources/communes/contours-source.ts';
import { loadKnownCodes, loadWanted } from '#seeds/sources/communes/known-codes.ts';
import { addUpByCommune, type CountedRow } from '#seeds/sources/population/commune-counts.ts';

const SOURCE_ID = 'supply';
/** No commune of France has more of one profession. */
const HIGHEST_COUNT = 50_000;

const FILE: DelimitedOptions = {
  delimiter: ',',
  quoted: true,
  columns: {
    insee: ['insee', 'codgeo', 'code_insee'],
    ...Object.fromEntries(SUPPLY_KINDS.map((kind) => [kind, [kind]])),
  },
  optional: [...SUPPLY_KINDS],
};

/** Kinds the file has a column for, and no others. */
type Counts = ReadonlyMap<SupplyKind, number>;

export const supplySource: ImportSource = {
  name: 'supply',
  version: 1,
  expects:
    'les professionnels et établissements de santé par commune : un CSV insee, gp, nurse, physio, dentist, midwife, pharmacy, hospital, emergency',

  source: () => ({
    id: SOURCE_ID,
    name: 'Professionnels et équipements de santé par commune',
    publisher: 'Insee (base permanente des équipements), Drees (SAE)',
    url: 'https://www.insee.fr/fr/metadonnees/source/serie/s1161',
    licence: 'Licence Ouverte 2.0',
    note: 'Nombre de personnes et de sites, sans nom ni adresse',
  }),

  stage: async (context) => {
    const { tx, bulk, territoryCodes, asOf, reject } = context;
    const { rows, readCount } = await readRows(context);
    const { communes, rejects } = addUpByCommune(
      rows,
      await loadKnownCodes(tx, null),
      await loadWanted(tx, territoryCodes),
      (one, other) =>
        new Map([...one].map(([kind, count]) => [kind, count + (other.get(kind) ?? 0)])),
    );
    for (const refused of inOrder(rejects)) reject(refused);
    await tx.execute(sql`create temporary table staged_supply
      (insee text, kind text, head_count float8, primary key (insee, kind)) on commit drop`);
    await bulk.copyValues(
      'staged_supply',
      ['insee', 'kind', 'head_count'],
      communes.flatMap(({ insee, counts }) =>
        [...counts].map(([kind, count]): [string, string, number] => [insee, kind, count]),
      ),
    );
    return {
      read: null,
      readCount,
      keptCount: communes.reduce((sum, { rowCount }) => sum + rowCount, 0),
      asOf: asOf ?? null,
      validFrom: null,
      validTo: null,
    };
  },

  check: async ({ tx }, { keptCount }) => {
    const { rows } = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from staged_supply`,
    );
    const count = rows[0]?.n ?? 0;
    return [
      {
        guard: 'communes',
        label: 'Des communes connues',
        passed: keptCount > 0,
        detail: `${keptCount}`,
      },
      {
        guard: 'effectifs',
        label: 'Des effectifs',
        passed: count > 0,
        detail: count > 0 ? `${count}` : `aucune colonne parmi ${SUPPLY_KINDS.join(', ')}`,
      },
    ];
  },

  swap: async ({ tx, sourceId }, { asOf }) => {
    const { rows: before } = await tx.execute<{ same: number }>(sql`
      select count(*)::int as same from staged_supply s join ${communeSupply} c
      on c.insee = s.insee and c.kind = s.kind and c.head_count = s.head_count and c.source_id = ${sourceId}`);
    await tx.execute(sql`delete from ${communeSupply} c using staged_supply s
      where c.insee = s.insee and c.kind = s.kind`);
    await tx.execute(sql`
      insert into ${communeSupply} (insee, kind, head_count, source_id, as_of, confirmed_on, confidence)
      select insee, kind, head_count, ${sourceId}, ${asOf}::text, null, 'high' from staged_supply`);
    const doubtful = await doubtOutliers(tx);
    const { rows } = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from staged_supply`,
    );
    const same = before[0]?.same ?? 0;
    return {
      counts: { effectifs: (rows[0]?.n ?? 0) - same, 'effectifs à confirmer': doubtful },
      unchangedCount: same,
    };
  },
};

/** A count out of proportion with its people is kept, and said to be confirmed. */
async function doubtOutliers(tx: ImportContext['tx']): Promise<number> {
  const { rows } = await tx.execute<{
    insee: string;
    kind: SupplyKind;
    heads: number;
    people: number;
  }>(sql`
    select s.insee, s.kind, s.head_count as heads, c.population as people
    from staged_supply s join ${commune} c on c.insee = s.insee where s.head_count > 0`);
  const doubtful = rows.filter(({ heads, people }) => isDoubtfulCount(heads, people));
  for (const { insee, kind } of doubtful) {
    await tx.execute(sql`update ${communeSupply} set confidence = 'low'
      where insee = ${insee} and kind = ${kind}`);
  }
  return doubtful.length;
}

async function readRows({
  file,
  reject,
}: ImportContext): Promise<{ rows: CountedRow<Counts>[]; readCount: number }> {
  const rows: CountedRow<Counts>[] = [];
  const seen = new Map<string, number>();
  let readCount = 0;
  const refuse: typeof reject = (fault) => {
    readCount += 1;
    reject(fault);
  };
  for await (const row of readDelimited(file, FILE, refuse)) {
    const code = row.get('insee');
    const { line } = row;
    if (!/^\d[\dAB]\d{3}$/.test(code)) {
      refuse({
        line,
        column: 'insee',
        value: code === '' ? null : code,
        reason: 'Code Insee attendu : cinq caractères.',
      });
      continue;
    }
    const earlier = seen.get(code);
    if (earlier !== undefined) {
      refuse({ line, column: 'insee', value: code, reason: `Commune déjà à la ligne ${earlier}.` });
      continue;
    }
    const counts = new Map<SupplyKind, number>();
    const wrong = SUPPLY_KINDS.find((kind) => {
      const text = row.get(kind);
      if (text === '') return false;
      counts.set(kind, Number(text));
      return !/^\d+(\.\d+)?$/.test(text) || Number(text) > HIGHEST_COUNT;
    });
    if (wrong !== undefined) {
      refuse({
        line,
        column: wrong,
        value: row.get(wrong),
        reason: `Nombre attendu, de 0 à ${HIGHEST_COUNT}.`,
      });
      continue;
    }
    readCount += 1;
    seen.set(code.slice(), line);
    rows.push({ line, code: code.slice(), counts });
  }
  return { rows, readCount };
}
