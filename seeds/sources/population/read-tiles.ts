// One square of 200 metres as INSEE writes it, in a file of millions.

import type { CopyValue } from '#db/database.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { type DelimitedRow, readDelimited } from '#seeds/pipeline/read-delimited.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import type { CodeVerdict, KnownCodes } from '#seeds/sources/communes/known-codes.ts';

export const TILE_COLUMNS = [
  ...['id', 'insee', 'other_insees', 'epsg', 'east', 'north', 'population', 'households'],
  ...['aged_65_plus', 'aged_80_plus', 'imputed'],
];

/** Mainland; Guadeloupe and Martinique; La Réunion. */
const GRIDS: readonly string[] = ['3035', '5490', '2975'];
const GRID_ID = /^CRS(\d{4})RES200mN(\d{1,8})E(\d{1,8})$/;

/** Rows for a COPY; squares of communes held elsewhere, or not wanted, are left out. */
export async function* readTiles(
  { file, reject, onProgress }: ImportContext,
  known: KnownCodes,
  wanted: ReadonlySet<Insee> | null,
  counts: { read: number },
): AsyncGenerator<CopyValue[]> {
  const seen = new Set<string>();
  const verdicts = new Map<string, CodeVerdict>();
  const judge = (code: string): CodeVerdict => {
    const verdict = verdicts.get(code) ?? known.judge(code);
    verdicts.set(code, verdict);
    return verdict;
  };
  const table = readDelimited(
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
      choose: (path) => /200m.*\.csv$/i.test(path),
    },
    (fault) => {
      counts.read += 1;
      reject(fault);
    },
    (done) => onProgress({ step: 'lecture', done, total: file.byteCount }),
  );
  for await (const row of table) {
    counts.read += 1;
    const fault = faultOf(row);
    if (fault !== null) {
      reject({ line: row.line, ...fault });
      continue;
    }
    const codes = row.get('communes').match(/\d[\dAB]\d{3}/g) ?? [];
    const verdictsOfRow = codes.map(judge);
    if (verdictsOfRow.every(({ kind }) => kind === 'unknown')) {
      const value = row.get('communes');
      reject({ line: row.line, column: 'lcog_geo', value, reason: 'Commune inconnue.' });
      continue;
    }
    const insees = verdictsOfRow.flatMap((verdict) =>
      verdict.kind === 'here' ? [verdict.insee] : verdict.kind === 'split' ? verdict.insees : [],
    );
    const [insee] = insees.filter((code) => wanted === null || wanted.has(code));
    const id = row.get('id');
    if (insee === undefined) continue;
    if (seen.has(id)) {
      reject({ line: row.line, column: 'idcar_200m', value: id, reason: 'Carreau déjà lu.' });
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
