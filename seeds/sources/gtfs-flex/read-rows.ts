// All the rows of a small table of an archive at once.

import type { FeedArchive } from '#seeds/sources/gtfs/archive.ts';
import type { FeedLog } from '#seeds/sources/gtfs/feed-log.ts';
import { readTable } from '#seeds/sources/gtfs/read-table.ts';
import type { TableDefinition } from '#seeds/sources/gtfs/table.ts';

export type ReadRows = <Row>(definition: TableDefinition<Row>) => Promise<Row[]>;

export function rowsOf(archive: FeedArchive, log: FeedLog): ReadRows {
  return async (definition) => {
    const all = [];
    for await (const rows of readTable(archive, definition, log.refuse, log.addRead)) {
      all.push(...rows);
    }
    return all;
  };
}
