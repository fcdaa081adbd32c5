// `npm run import -- population FILE`: legal populations, ages by commune, squares of 200 metres.

import { AppError } from '#domain/error.ts';
import { readStart, type ShapedSource } from '#seeds/sources/communes/shaped-source.ts';
import { agesSource } from '#seeds/sources/population/ages-source.ts';
import { LEGAL_EXPECTS, legalSource } from '#seeds/sources/population/legal-source.ts';
import { AGES_EXPECTS } from '#seeds/sources/population/read-ages.ts';
import { TILES_EXPECTS, tilesSource } from '#seeds/sources/population/tiles-source.ts';

const START_BYTES = 65_536;
const EXPECTS = [LEGAL_EXPECTS, AGES_EXPECTS, TILES_EXPECTS].join(' ; ou ');

export const populationFiles: ShapedSource = {
  name: 'population',
  expects: EXPECTS,
  shapes: [legalSource, agesSource, tilesSource],
  shapeOf: async (file) => {
    const start = await readStart(file, START_BYTES, (path) => /200m.*\.csv$/i.test(path));
    if (/^\s*\{/.test(start) && start.includes('"tranches"')) return agesSource;
    const [header = ''] = start.split('\n', 1);
    if (/idcar_200m/i.test(header)) return tilesSource;
    if (/pmun/i.test(header)) return legalSource;
    throw new AppError(
      'bad_import',
      `« ${file.name} », ligne 1, colonne 1 : attendu ${EXPECTS}. Reçu un fichier qui commence par « ${header.trim().slice(0, 80)} ».`,
    );
  },
};
