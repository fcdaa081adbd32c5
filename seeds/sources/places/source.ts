// `npm run import -- places FILE`: postcodes and localities of La Poste, streets and numbers of the BAN.

import {
  readStart,
  type ShapedSource,
  unknownShape,
} from '#seeds/sources/communes/shaped-source.ts';
import { BAN_EXPECTS, banSource } from '#seeds/sources/places/ban-source.ts';
import { POSTCODES_EXPECTS, postcodesSource } from '#seeds/sources/places/postcodes-source.ts';

const START_BYTES = 65_536;
const EXPECTS = `${POSTCODES_EXPECTS} ; ou ${BAN_EXPECTS}`;

export const placesFiles: ShapedSource = {
  name: 'places',
  expects: EXPECTS,
  shapes: [postcodesSource, banSource('16')],
  shapeOf: async (file) => {
    const start = await readStart(file, START_BYTES);
    const [header = '', first = ''] = start.split('\n', 2);
    if (/code_?commune_?insee/i.test(header)) return postcodesSource;
    if (/^\W*id;.*code_insee/i.test(header)) return banSource(areaOf(file.name, first));
    throw unknownShape(file, EXPECTS, start);
  },
};

/** « adresses-16.csv.gz » → 16; under another name, the département of the first address. */
function areaOf(fileName: string, firstRow: string): string {
  const named = /^adresses-([0-9a-z]{2,10})\b/i.exec(fileName)?.[1];
  const read = /^(97\d|\d[\dAB])/.exec(firstRow)?.[1];
  return (named ?? read ?? 'france').toUpperCase();
}
