// `npm run import -- finess-nomenclature FILE`: the official list of kinds of establishment, with its
// labels and three levels of groups.

import { sql } from 'drizzle-orm';
import { finessCategory } from '#db/schema/finess.ts';
import { AppError } from '#domain/error.ts';
import { openContent } from '#seeds/pipeline/open-content.ts';
import type { ImportFile, ImportSource } from '#seeds/pipeline/source.ts';
import { expectKind } from '#seeds/sources/finess/recognise.ts';

const EXPECTS = 'la nomenclature des catégories de FINESS (cs1500106, .xml)';
const LARGEST_BYTES = 20_000_000;

type CategoryRow = typeof finessCategory.$inferInsert;

const COLUMNS = (
  'code label short_label domain group_code group_label family_code family_label class_code class_label ' +
  'opened_on closed_on'
).split(' ');

export const finessNomenclatureSource: ImportSource = {
  name: 'finess-nomenclature',
  version: 1,
  expects: EXPECTS,

  source: (file) => ({
    id: 'finess-nomenclature',
    name: 'FINESS, nomenclature des catégories',
    publisher: 'Agence du numérique en santé',
    url: 'https://smt.esante.gouv.fr',
    licence: 'Licence Ouverte 2.0',
    note: `Fichier ${file.name}`,
  }),

  stage: async ({ file, tx, bulk, reject, asOf }) => {
    await expectKind(file, ['categories_xml'], EXPECTS);
    const text = await wholeText(file);
    if (!/<\/fluxfiness>\s*$/.test(text)) {
      throw new AppError(
        'bad_import',
        `« ${file.name} » : le document XML est coupé avant sa fin.`,
      );
    }
    await tx.execute(
      sql`create temporary table staged_category (like ${finessCategory}) on commit drop`,
    );
    const rows = new Map<string, CategoryRow>();
    let readCount = 0;
    for (const [, block = ''] of text.matchAll(
      /<(?:nomenclcategorieETavecagr)>(.*?)<\/nomenclcategorieETavecagr>/gs,
    )) {
      readCount += 1;
      const row = categoryRow(block);
      const refuse = (column: string, value: string, reason: string) =>
        reject({ line: readCount, column, value, reason });
      if (!/^\d{3,4}$/.test(row.code)) refuse('code', row.code, 'Code attendu : trois chiffres.');
      else if (row.label === '') refuse('libelle', row.code, 'Libellé attendu.');
      else if (rows.has(row.code)) refuse('code', row.code, 'Code déjà vu dans ce fichier.');
      else rows.set(row.code, row);
    }
    await bulk.copyValues('staged_category', COLUMNS, [...rows.values()].map(valuesOf));
    return {
      read: null,
      readCount,
      keptCount: rows.size,
      asOf: tagText(text, 'datemaj') || asOf,
      validFrom: null,
      validTo: null,
    };
  },

  check: async (_, { keptCount }) => [
    {
      guard: 'categories',
      label: 'Des catégories',
      passed: keptCount > 0,
      detail: keptCount > 0 ? `${keptCount} dans le fichier` : 'aucune dans le fichier',
    },
  ],

  swap: async ({ tx }) => {
    const unchanged = await tx.execute<{ count: number }>(sql`
      select count(*)::int as count from ${finessCategory} c join staged_category s on s.code = c.code
      where to_jsonb(c) = to_jsonb(s)`);
    await tx.execute(sql`delete from ${finessCategory}`);
    await tx.execute(sql`insert into ${finessCategory} select * from staged_category`);
    const counted = await tx.execute<{ total: number; closed: number }>(sql`
      select count(*)::int as total, count(closed_on)::int as closed from ${finessCategory}`);
    const { total = 0, closed = 0 } = counted.rows[0] ?? {};
    return {
      counts: { catégories: total, 'dont closes': closed },
      unchangedCount: unchanged.rows[0]?.count ?? 0,
    };
  },
};

function categoryRow(block: string): CategoryRow {
  const said = (tag: string): string | null => tagText(block, tag) || null;
  return {
    code: tagText(block, 'code'),
    label: tagText(block, 'libelle'),
    shortLabel: said('libellecourt'),
    domain: said('domaine'),
    groupCode: said('codeagr3'),
    groupLabel: said('libelleagr3'),
    familyCode: said('codeagr2'),
    familyLabel: said('libelleagr2'),
    classCode: said('codeagr1'),
    classLabel: said('libelleagr1'),
    openedOn: said('datedeb'),
    closedOn: said('datefin'),
  };
}

const valuesOf = (row: CategoryRow) => [
  row.code,
  row.label,
  row.shortLabel ?? null,
  row.domain ?? null,
  row.groupCode ?? null,
  row.groupLabel ?? null,
  row.familyCode ?? null,
  row.familyLabel ?? null,
  row.classCode ?? null,
  row.classLabel ?? null,
  row.openedOn ?? null,
  row.closedOn ?? null,
];

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Text of the first element of this name; '' when absent, empty or `xsi:nil`. */
function tagText(xml: string, tag: string): string {
  const found = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1] ?? '';
  return found
    .replace(/&(?:#(\d+)|(\w+));/g, (whole, point: string | undefined, name: string | undefined) =>
      point === undefined ? (ENTITIES[name ?? ''] ?? whole) : String.fromCodePoint(Number(point)),
    )
    .replace(/\s+/g, ' ')
    .trim();
}

async function wholeText(file: ImportFile): Promise<string> {
  const chunks: Buffer[] = [];
  let byteCount = 0;
  for await (const chunk of openContent(file)) {
    byteCount += chunk.length;
    if (byteCount > LARGEST_BYTES) {
      throw new AppError(
        'bad_import',
        `« ${file.name} » : plus de ${LARGEST_BYTES} octets pour une nomenclature.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
