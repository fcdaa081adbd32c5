// What may be imported: the word to type, the official source it belongs to, and how it runs.

import type { DatabaseHandle } from '#db/database.ts';
import type { OfficialSource } from '#domain/official-source.ts';
import { type ImportMode, type ImportReport, runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportFile, ImportOptions, ImportSource } from '#seeds/pipeline/source.ts';

export type RegisteredSource = {
  /** The word of `npm run import -- WORD`. */
  name: string;
  official: OfficialSource;
  expects: string;
  /** Where the newest file always is; null: the person names the file. */
  defaultUrl: string | null;
  /** True: `--feed` says which of several feeds a file is a version of. */
  namesFeeds: boolean;
  run: (
    handle: DatabaseHandle,
    file: ImportFile,
    options: ImportOptions,
    mode: ImportMode,
  ) => Promise<ImportReport>;
};

/** `defaultUrl`: for a word that is not that of its official source. */
export function register<Read>(
  source: ImportSource<Read>,
  official: OfficialSource,
  defaultUrl: string | null = source.name === official.name ? official.defaultUrl : null,
): RegisteredSource {
  return {
    name: source.name,
    official,
    expects: source.expects,
    defaultUrl,
    namesFeeds: source.feedOf !== undefined,
    run: (handle, file, options, mode) => runImport(handle, source, file, options, mode),
  };
}

/** Several kinds of file under one word: the file says which. */
type Shapes = {
  name: string;
  expects: string;
  shapeOf: (file: ImportFile) => Promise<ImportSource>;
};

export function registerShapes(shapes: Shapes, official: OfficialSource): RegisteredSource {
  return {
    name: shapes.name,
    official,
    expects: shapes.expects,
    defaultUrl: official.defaultUrl,
    namesFeeds: false,
    run: async (handle, file, options, mode) =>
      await runImport(handle, await shapes.shapeOf(file), file, options, mode),
  };
}
