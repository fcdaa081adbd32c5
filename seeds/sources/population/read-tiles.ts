// One square of 200 metres as INSEE writes it, in a file of millions.

import type { CopyValue } from '#db/database.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { listContent } from '#seeds/pipeline/open-content.ts';
import { type DelimitedRow, readDelimited } from '#seeds/pipeline/read-delimited.ts';
import type { ImportContext, Reject } from '#seeds/pipeline/source.ts';
import type { CodeVerdict, KnownCodes } from '#seeds/sources/communes/known-codes.ts';

export const TILE_COLUMNS = [
  ...['id', 'insee', 'other_insees', 'epsg', 'east', 'north', 'population', 'households'],
  ...['aged_65_plus', 'aged_80_plus', 'imputed'],
];

export const isTiles = (path: string): boolean => /200m[^/]*\.csv$/i.test(path);

/** Mainland; Guadeloupe and Martinique; La Réunion. */
const GRIDS: readonly string[] = ['3035', '5490', '2975'];
const GRID_ID = /^CRS(\d{4})RES200mN(\d{1,8})E(\d{1,8})$/;

/** Rows for a COPY; squares of communes held elsewhere, or not wanted, are left out. */
export async function* readTiles(
  context: ImportContext,
  known: KnownCodes,
  wanted: ReadonlySet<Insee> | null,
  counts: { read: number },
): AsyncGenerator<CopyValue[]> {
  const { reject } = context;
  const seen = new Set<string>();
  const verdicts = new Map<string, CodeVerdict>();
  const judge = (code: string): CodeVerdict => {
    const verdict = verdicts.get(code) ?? known.judge(code);
    verdicts.set(code, verdict);
    return verdict;
  };
  for await (const { member, row } of readMembers(context, counts)) {
    counts.read += 1;
    const refuse = (fault: Omit<Reject, 'file' | 'line'>) =>
      reject({ file: member, line: row.line, ...fault });
    const fault = faultOf(row);
    if (fault !== null) {
      refuse(fault);
      continue;
    }
    const codes = row.get('communes').match(/\d[\dAB]\d{3}/g) ?? [];
    const verdictsOfRow = codes.map(judge);
    if (verdictsOfRow.every(({ kind }) => kind === 'unknown')) {
      const value = row.get('communes');
      refuse({ column: 'lcog_geo', value, reason: 'Commune inconnue.' });
      continue;
    }
    const insees = verdictsOfRow.flatMap((verdict) =>
      verdict.kind === 'here' ? [verdict.insee] : verdict.kind === 'split' ? verdict.insees : [],
    );
    const [insee] = insees.filter((code) => wanted === null || wanted.has(code));
    const id = row.get('id');
    if (insee === undefined) continue;
    if (seen.has(id)) {
      refuse({ column: 'idcar_200m', value: id, reason: 'Carreau déjà lu.' });
      continue;
    }
    seen.add(id);
    const [, epsg = '', north = '', east = ''] = GRID_ID.exec(id) ?? [];
    const old = Number(row.get('aged80'));
    yield [
      ...[id, insee, insees.length > 1 ? insees.join(' ') : '', epsg, east, north],
      ...[Number(row.get('people')), Number(row.get('households'))],
      ...[Number(row.get('aged65to79')) + old, old, row.get('imputed') === '1'],
    ];
  }
}

/** One file for the mainland and one for each island, in the archive of all; or the file given. */
async function* readMembers(
  { file, reject, onProgress }: ImportContext,
  counts: { read: number },
): AsyncGenerator<{ member: string | null; row: DelimitedRow }> {
  for (const member of (await listContent(file, isTiles)) ?? [null]) {
    const rows = readDelimited(
      file,
      {
        delimiter: ',',
        quoted: true,
        columns: {
          id: ['idcar_200m'],
          communes: ['lcog_geo'],
          imputed: ['i_est_200'],
          people: ['ind'],
          households: ['men'],
          aged65to79: ['ind_65_79'],
          aged80: ['ind_80p'],
        },
        choose: (path) => path === member,
      },
      (fault) => {
        counts.read += 1;
        reject({ ...fault, file: member });
      },
      (done) => onProgress({ step: 'lecture', done, total: file.byteCount }),
    );
    for await (const row of rows) yield { member, row };
  }
}

const NUMBERS = {
  people: 'ind',
  households: 'men',
  aged65to79: 'ind_65_79',
  aged80: 'ind_80p',
} as const;

function faultOf(row: DelimitedRow): { column: string; value: string; reason: string } | null {
  const id = row.get('id');
  const [, epsg] = GRID_ID.exec(id) ?? [];
  if (epsg === undefined || !GRIDS.includes(epsg)) {
    return {
      column: 'idcar_200m',
      value: id,
      reason: 'Carreau attendu comme CRS3035RES200mN2500000E3500000.',
    };
  }
  const imputed = row.get('imputed');
  if (imputed !== '0' && imputed !== '1') {
    return { column: 'i_est_200', value: imputed, reason: '0 (observé) ou 1 (imputé) attendu.' };
  }
  for (const [name, column] of Object.entries(NUMBERS)) {
    const value = row.get(name);
    if (!/^\d{1,6}(\.\d+)?$/.test(value)) {
      return { column, value, reason: 'Nombre positif attendu, avec un point.' };
    }
  }
  return null;
}
