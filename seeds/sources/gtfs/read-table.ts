// The rows of one table of an archive, as many at a time as a piece of the file holds.

import type { FeedArchive } from '#seeds/sources/gtfs/archive.ts';
import {
  createTableParser,
  type OnReject,
  type TableDefinition,
} from '#seeds/sources/gtfs/table.ts';

/** `onRead` is told, at the end, how many rows were kept or refused. Nothing comes of an absent table. */
export async function* readTable<Row>(
  archive: FeedArchive,
  definition: TableDefinition<Row>,
  onReject: OnReject,
  onRead: (rowCount: number) => void,
): AsyncGenerator<Row[]> {
  if (!archive.sizes.has(definition.file)) return;
  const parser = createTableParser(definition, onReject);
  for await (const text of archive.read(definition.file)) yield parser.push(text);
  yield parser.end();
  onRead(parser.readCount());
}
