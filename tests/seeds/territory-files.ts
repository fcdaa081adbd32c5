// Small invented files of official shapes, and how a test imports one.

import type { DatabaseHandle } from '#db/database.ts';
import { memoryFile, readImportFile } from '#seeds/pipeline/read-file.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportFile, ImportOptions } from '#seeds/pipeline/source.ts';
import type { ShapedSource } from '#seeds/sources/communes/shaped-source.ts';

const OPTIONS: ImportOptions = {
  territoryCodes: [],
  feedId: null,
  asOf: null,
  now: new Date('2026-11-22T08:00:00Z'),
  accept: [],
  onProgress: () => undefined,
};

export function textFile(name: string, content: unknown): ImportFile {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return memoryFile(name, new TextEncoder().encode(text));
}

/** `again`: reads the same file once more, as another version of its source would. */
export async function importFile(
  handle: DatabaseHandle,
  source: ShapedSource,
  file: ImportFile,
  options: Partial<ImportOptions> & { again?: boolean } = {},
) {
  const { again = false, ...given } = options;
  const shape = await source.shapeOf(file);
  return await runImport(
    handle,
    again ? { ...shape, version: shape.version + 1 } : shape,
    file,
    { ...OPTIONS, ...given },
    { dryRun: false, clock: Date.now },
  );
}

export const importPath = async (
  handle: DatabaseHandle,
  source: ShapedSource,
  path: string,
  options: Parameters<typeof importFile>[3] = {},
) => importFile(handle, source, await readImportFile(path, source.expects), options);

/** A square of 0.02° around a point. */
export const squareAround = (lon: number, lat: number, half = 0.01) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon - half, lat - half],
      [lon + half, lat - half],
      [lon + half, lat + half],
      [lon - half, lat + half],
      [lon - half, lat - half],
    ],
  ],
});

/** One commune as geo.api.gouv.fr answers it. */
export const geoApiCommune = (code: string, nom: string, lon: number, more: object = {}) => ({
  code,
  nom,
  codeDepartement: code.slice(0, 2),
  codeEpci: '200000016',
  population: 800,
  centre: { type: 'Point', coordinates: [lon, 45.3] },
  contour: squareAround(lon, 45.3),
  codesPostaux: [`${code.slice(0, 2)}100`],
  ...more,
});
