// One address as the Base Adresse Nationale writes it, in a file of hundreds of thousands.

import type { CopyValue } from '#db/database.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { type DelimitedRow, readDelimitedBatches } from '#seeds/pipeline/read-delimited.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { placeFault } from '#seeds/sources/communes/geometry.ts';
import type { CodeVerdict, KnownCodes } from '#seeds/sources/communes/known-codes.ts';

export const ADDRESS_COLUMNS = [
  ...['street', 'insee', 'name', 'number', 'digits', 'postcode', 'former_commune', 'lon', 'lat'],
];

export type AddressCounts = {
  read: number;
  /** Outside France, or with latitude and longitude the other way round. */
  misplaced: number;
};

/** « 16020_0070_00012_bis »: commune, street, number. */
const ADDRESS_ID = /^(\d[\dAB]\d{3}_[0-9A-Za-z]{1,12})(?:_|$)/;
/** A name without numbers, in older files. */
const NO_NUMBER = '99999';

/** Rows for a COPY; addresses of communes held elsewhere, or not wanted, are left out. */
export async function* readAddresses(
  { file, reject, onProgress }: ImportContext,
  known: KnownCodes,
  wanted: ReadonlySet<Insee> | null,
  counts: AddressCounts,
): AsyncGenerator<CopyValue[]> {
  const verdicts = new Map<string, CodeVerdict>();
  const judge = (code: string): CodeVerdict => {
    const verdict = verdicts.get(code) ?? known.judge(code);
    verdicts.set(code, verdict);
    return verdict;
  };
  const batches = readDelimitedBatches(
    file,
    {
      delimiter: ';',
      quoted: true,
      columns: {
        id: ['id'],
        number: ['numero'],
        suffix: ['rep'],
        street: ['nom_voie'],
        postcode: ['code_postal'],
        insee: ['code_insee'],
        former: ['nom_ancienne_commune'],
        lon: ['lon'],
        lat: ['lat'],
      },
      optional: ['former'],
    },
    (fault) => {
      counts.read += 1;
      reject(fault);
    },
    (done) => onProgress({ step: 'lecture', done, total: file.byteCount }),
  );
  for await (const rows of batches) {
    for (const row of rows) {
      counts.read += 1;
      const verdict = judge(row.get('insee'));
      if (verdict.kind === 'elsewhere') continue;
      const fault = faultOf(row, verdict);
      if (fault !== null) {
        if (fault.column === 'lon, lat') counts.misplaced += 1;
        reject({ line: row.line, ...fault });
        continue;
      }
      const insee = 'insee' in verdict ? verdict.insee : '';
      if (wanted !== null && !wanted.has(insee)) continue;
      const [, street = ''] = ADDRESS_ID.exec(row.get('id')) ?? [];
      const digits = row.get('number') === NO_NUMBER ? '' : row.get('number');
      const suffix = row
        .get('suffix')
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '');
      yield [
        ...[street, insee, row.get('street')],
        ...[digits === '' ? '' : `${Number(digits)}${suffix}`, Number(digits)],
        ...[row.get('postcode'), row.get('former')],
        ...[Math.round(Number(row.get('lon')) * 1e6), Math.round(Number(row.get('lat')) * 1e6)],
      ];
    }
  }
}

type Fault = { column: string; value: string; reason: string };

const DEGREES = /^-?\d{1,3}(\.\d+)?$/;

function faultOf(row: DelimitedRow, verdict: CodeVerdict): Fault | null {
  const fault = (column: string, value: string, reason: string): Fault => ({
    column,
    value,
    reason,
  });
  const [lon, lat] = [row.get('lon'), row.get('lat')];
  if (!ADDRESS_ID.test(row.get('id'))) {
    return fault('id', row.get('id'), 'Identifiant attendu, comme 16020_0070_00012.');
  }
  if (verdict.kind === 'unknown' || verdict.kind === 'split') {
    return fault('code_insee', row.get('insee'), 'Commune inconnue de l’Insee et d’ici.');
  }
  if (row.get('street') === '') return fault('nom_voie', '', 'Nom de voie attendu.');
  if (!/^\d{0,5}$/.test(row.get('number'))) {
    return fault('numero', row.get('number'), 'Numéro attendu : un nombre entier.');
  }
  if (!/^\d{5}$/.test(row.get('postcode'))) {
    return fault('code_postal', row.get('postcode'), 'Code postal attendu : cinq chiffres.');
  }
  if (!DEGREES.test(lon) || !DEGREES.test(lat)) {
    return fault('lon, lat', `${lon}, ${lat}`, 'Longitude et latitude en degrés attendues.');
  }
  const misplaced = placeFault([Number(lon), Number(lat)]);
  return misplaced === null ? null : fault('lon, lat', `${lon}, ${lat}`, `Adresse : ${misplaced}.`);
}
