// `npm run import -- communes FILE`: contours, official codes, their history, groups, départements.

import { CODE_EXPECTS, codeSource } from '#seeds/sources/communes/code-source.ts';
import { CONTOURS_EXPECTS, contoursSource } from '#seeds/sources/communes/contours-source.ts';
import {
  DEPARTEMENTS_EXPECTS,
  departementsSource,
} from '#seeds/sources/communes/departements-source.ts';
import { EPCI_EXPECTS, epciSource } from '#seeds/sources/communes/epci-source.ts';
import { geoApiSource } from '#seeds/sources/communes/geo-api-source.ts';
import { MOVEMENTS_EXPECTS, movementsSource } from '#seeds/sources/communes/movements-source.ts';
import {
  readStart,
  type ShapedSource,
  unknownShape,
} from '#seeds/sources/communes/shaped-source.ts';

/** The contour of a large area may come before its code. */
const START_BYTES = 4_000_000;

const EXPECTS = [
  CONTOURS_EXPECTS,
  EPCI_EXPECTS,
  DEPARTEMENTS_EXPECTS,
  CODE_EXPECTS,
  MOVEMENTS_EXPECTS,
].join(' ; ou ');

export const communesFiles: ShapedSource = {
  name: 'communes',
  expects: EXPECTS,
  shapes: [
    geoApiSource,
    contoursSource,
    codeSource,
    movementsSource,
    epciSource,
    departementsSource,
  ],
  shapeOf: async (file) => {
    const start = await readStart(file, START_BYTES);
    if (/^\s*[{[]/.test(start)) return jsonShape(start);
    const [header = ''] = start.split('\n', 1);
    if (/typecom_av/i.test(header)) return movementsSource;
    if (/typecom/i.test(header)) return codeSource;
    throw unknownShape(file, EXPECTS, start);
  },
};

function jsonShape(start: string) {
  if (/"epci_code"\s*:/.test(start)) return epciSource;
  const code = start.match(/"code"\s*:\s*"([^"]*)"/)?.[1] ?? '';
  if (/^\d{9}$/.test(code)) return epciSource;
  if (/^(\d[\dAB]|97\d|98\d)$/.test(code)) return departementsSource;
  return /"(centre|mairie)"\s*:\s*\{/.test(start) ? geoApiSource : contoursSource;
}
