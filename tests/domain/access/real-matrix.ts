// The real matrix of known answers: Belo Horizonte by public transport and on foot, small and whole.

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { pairsFromTriples, type TravelPairs, toTenths } from '#domain/access/travel-pairs.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';

const FOLDER = 'data/catchment';
const WHY = 'Catchment measures on a real matrix';

/** Columns by name; an empty cell is NaN. */
export function readColumns(name: string): Record<string, Float64Array> | null {
  const path = sharedFile(`${FOLDER}/${name}`, WHY);
  if (path === null) return null;
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(','));
  return Object.fromEntries(
    head
      .split(',')
      .map((column, at) => [
        column,
        Float64Array.from(rows, (row) => (row[at] === '' ? Number.NaN : Number(row[at]))),
      ]),
  );
}

export function smallPairs(): TravelPairs | null {
  const columns = readColumns('bho_small_matrix.csv');
  if (columns === null) return null;
  const { o = new Float64Array(), d = new Float64Array(), t = new Float64Array() } = columns;
  return pairsFromTriples(90, 90, {
    places: Uint32Array.from(o),
    sites: Uint32Array.from(d),
    tenths: Uint16Array.from(t, toTenths),
  });
}

export function wholePairs(): TravelPairs | null {
  const path = sharedFile(`${FOLDER}/bho_full_matrix_u16le_tenths.bin.gz`, WHY);
  if (path === null) return null;
  const bytes = new Uint8Array(gunzipSync(readFileSync(path)));
  const tenths = new Uint16Array(bytes.buffer);
  return pairsFromTriples(898, 898, {
    places: Uint32Array.from(tenths, (_, k) => Math.floor(k / 898)),
    sites: Uint32Array.from(tenths, (_, k) => k % 898),
    tenths,
  });
}

export function readKnown<T>(name: string): T | null {
  const path = sharedFile(`${FOLDER}/${name}`, WHY);
  return path === null ? null : (JSON.parse(readFileSync(path, 'utf8')) as T);
}
