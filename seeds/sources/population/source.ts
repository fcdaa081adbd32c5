// `npm run import -- population FILE`: legal populations, ages by commune, squares of 200 metres.

import { listContent } from '#seeds/pipeline/open-content.ts';
import {
  readStart,
  type ShapedSource,
  unknownShape,
} from '#seeds/sources/communes/shaped-source.ts';
import { agesSource, detailedAgesSource } from '#seeds/sources/population/ages-source.ts';
import {
  isLegalPopulations,
  LEGAL_EXPECTS,
  legalSource,
} from '#seeds/sources/population/legal-source.ts';
import { AGES_EXPECTS } from '#seeds/sources/population/read-ages.ts';
import {
  DETAILED_AGES_EXPECTS,
  isDetailedAges,
} from '#seeds/sources/population/read-detailed-ages.ts';
import { isTiles } from '#seeds/sources/population/read-tiles.ts';
import { TILES_EXPECTS, tilesSource } from '#seeds/sources/population/tiles-source.ts';

const START_BYTES = 65_536;
const EXPECTS = [LEGAL_EXPECTS, DETAILED_AGES_EXPECTS, AGES_EXPECTS, TILES_EXPECTS].join(' ; ou ');

const isPopulation = (path: string): boolean =>
  isTiles(path) || isDetailedAges(path) || isLegalPopulations(path);

export const populationFiles: ShapedSource = {
  name: 'population',
  expects: EXPECTS,
  shapes: [legalSource, detailedAgesSource, agesSource, tilesSource],
  shapeOf: async (file) => {
    const [first] = (await listContent(file, isPopulation)) ?? [];
    const start = await readStart(file, START_BYTES, (path) => path === first);
    if (/^\s*\{/.test(start) && start.includes('"tranches"')) return agesSource;
    const [header = ''] = start.split('\n', 1);
    if (/idcar_200m/i.test(header)) return tilesSource;
    if (/aged100/i.test(header)) return detailedAgesSource;
    if (/pmun/i.test(header)) return legalSource;
    throw unknownShape(file, EXPECTS, start);
  },
};
