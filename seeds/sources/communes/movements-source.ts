// INSEE's history of communes since 1943: mergers, splits, renames, changes of code.

import { sql } from 'drizzle-orm';
import { communeMovement } from '#db/schema/commune-history.ts';
import { readCounted } from '#seeds/pipeline/read-counted.ts';
import type { ImportContext, ImportSource } from '#seeds/pipeline/source.ts';
import { yearOfName } from '#seeds/sources/communes/code-source.ts';
import {
  deriveFormerCommunes,
  MOVEMENTS_SOURCE_ID,
} from '#seeds/sources/communes/derive-former.ts';

export const MOVEMENTS_EXPECTS = 'l’historique des communes de l’Insee (v_mvt_commune_AAAA.csv)';

/** MOD: rename, creation, re-establishment, suppression, mergers and their ends, codes that move. */
const NATURES: readonly string[] = [
  ...['10', '20', '21', '30', '31', '32', '33', '34', '35', '41', '50', '70', '71'],
];
const KINDS: readonly string[] = ['COM', 'COMD', 'COMA', 'ARM'];
const COLUMNS = [
  ...['position', 'effective_on', 'nature', 'kind_before', 'insee_before', 'name_before'],
  ...['kind_after', 'insee_after', 'name_after'],
];

export const movementsSource: ImportSource = {
  name: 'communes',
  version: 1,
  expects: MOVEMENTS_EXPECTS,
  feedOf: () => 'historique',

  source: (file) => ({
    id: MOVEMENTS_SOURCE_ID,
    name: 'Historique des communes depuis 1943',
    publisher: 'Insee',
    url: 'https://www.insee.fr/fr/information/2560452',
    licence: 'Licence Ouverte 2.0',
    note: `Fichier ${file.name}`,
  }),

  stage: async (context) => {
    const { file, tx, bulk, asOf } = context;
    await tx.execute(
      sql`create temporary table staged_movement (like ${communeMovement}) on commit drop`,
    );
    const counts = { read: 0 };
    const keptCount = await bulk.copyValues('staged_movement', COLUMNS, rowsOf(context, counts));
    return {
      read: null,
      readCount: counts.read,
      keptCount,
      asOf: asOf ?? yearOfName(file.name),
      validFrom: null,
      validTo: null,
    };
  },

  check: async (_, { keptCount }) => [
    {
      guard: 'mouvements',
      label: 'Des mouvements',
      passed: keptCount > 0,
      detail: `${keptCount}`,
    },
  ],

  swap: async ({ tx }, { keptCount }) => {
    const { rows } = await tx.execute<{ total: number }>(sql`
      select count(*)::int as total from (select effective_on, nature, kind_before, insee_before,
        name_before, kind_after, insee_after, name_after from staged_movement
      intersect all select effective_on, nature, kind_before, insee_before, name_before, kind_after,
        insee_after, name_after from ${communeMovement}) same`);
    await tx.execute(sql`delete from ${communeMovement}`);
    await tx.execute(sql`insert into ${communeMovement} select * from staged_movement`);
    const formers = await deriveFormerCommunes(tx);
    return {
      counts: { mouvements: keptCount, 'anciens noms': formers },
      unchangedCount: rows[0]?.total ?? 0,
    };
  },
};

async function* rowsOf(
  context: ImportContext,
  counts: { read: number },
): AsyncGenerator<(string | number | null)[]> {
  const { reject, now } = context;
  const nextYear = `${now.getUTCFullYear() + 1}-12-31`;
  const rows = readCounted(
    context,
    {
      delimiter: ',',
      quoted: true,
      columns: {
        nature: ['MOD'],
        date: ['DATE_EFF'],
        kindBefore: ['TYPECOM_AV'],
        inseeBefore: ['COM_AV'],
        nameBefore: ['LIBELLE_AV'],
        kindAfter: ['TYPECOM_AP'],
        inseeAfter: ['COM_AP'],
        nameAfter: ['LIBELLE_AP'],
      },
    },
    counts,
  );
  for await (const row of rows) {
    const [nature, date] = [row.get('nature'), row.get('date')];
    const [before, after] = [row.get('inseeBefore'), row.get('inseeAfter')];
    const [kindBefore, kindAfter] = [row.get('kindBefore'), row.get('kindAfter')];
    const refuse = (column: string, value: string, reason: string) =>
      reject({ line: row.line, column, value, reason });
    if (!NATURES.includes(nature)) {
      refuse('MOD', nature, 'Nature de mouvement inconnue.');
    } else if (!isDay(date) || date < '1943-01-01' || date > nextYear) {
      refuse('DATE_EFF', date, 'Date attendue entre 1943 et l’an prochain, comme 2024-01-01.');
    } else if (!KINDS.includes(kindAfter) || !isInsee(after)) {
      refuse('COM_AP', `${kindAfter} ${after}`, 'Commune d’arrivée attendue.');
    } else if (before !== '' && (!KINDS.includes(kindBefore) || !isInsee(before))) {
      refuse('COM_AV', `${kindBefore} ${before}`, 'Commune de départ attendue, ou rien.');
    } else {
      yield [
        ...[row.line, date, nature],
        ...(before === '' ? [null, null, null] : [kindBefore, before, row.get('nameBefore')]),
        ...[kindAfter, after, row.get('nameAfter')],
      ];
    }
  }
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

const isInsee = (text: string): boolean => /^\d[\dAB]\d{3}$/.test(text);
