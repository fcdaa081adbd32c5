// The simplest source of data: a table of two columns, written as it is. What it does between steps
// is up to the test.

import { sql } from 'drizzle-orm';
import type { BulkTransaction, Database } from '#db/database.ts';
import { readDelimited } from '#seeds/pipeline/read-delimited.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import type { ImportFile, ImportOptions, ImportSource } from '#seeds/pipeline/source.ts';

/** `rows`: once half of them are on their way to the database. */
export type Step = 'rows' | 'stage' | 'check' | 'swap';

/** With names of 300 characters, enough for COPY to have sent some. */
export const ROWS_BEFORE_PAUSE = 20_000;

/** The table rows end in. */
export async function createLineTable(db: Database): Promise<void> {
  await db.execute(sql`create table if not exists line (id text primary key, name text not null)`);
}

/**
 * `pause` is called within each step, once its work is done. `beside`: lines are not changed where they are, a
 * table of them is made by other connections, where there are.
 */
export function lineSource(
  pause: (step: Step) => Promise<void> = async () => undefined,
  { beside = false } = {},
): ImportSource {
  return {
    name: 'lines',
    version: 1,
    expects: 'une table « id;name »',
    source: () => ({
      id: 'lines',
      name: 'Lignes',
      publisher: 'Essai',
      url: null,
      licence: 'Licence Ouverte 2.0',
      note: null,
    }),
    stage: async ({ file, bulk, incoming, reject, asOf, rejectedCount }) => {
      const load = async ({ db, copyValues }: BulkTransaction) => {
        await db.execute(sql`create ${beside ? sql`` : sql`temporary`} table staged_line (id text, name text)
          ${beside ? sql`` : sql`on commit drop`}`);
        return await copyValues('staged_line', ['id', 'name'], rows());
      };
      if (beside) await incoming.open('beside');
      const keptCount = beside ? await incoming.run(load) : await load(bulk);
      await pause('stage');
      return {
        read: null,
        readCount: keptCount + rejectedCount(),
        keptCount,
        asOf,
        validFrom: null,
        validTo: null,
      };
      async function* rows(): AsyncGenerator<string[]> {
        const table = readDelimited(
          file,
          { delimiter: ';', quoted: false, columns: { id: ['id'], name: ['name'] } },
          reject,
        );
        let count = 0;
        for await (const row of table) {
          count += 1;
          if (count === ROWS_BEFORE_PAUSE) await pause('rows');
          const [id, name] = [row.get('id'), row.get('name')];
          if (name !== '') yield [id, name];
          else reject({ line: row.line, column: 'name', value: id, reason: 'Nom attendu.' });
        }
      }
    },
    check: async () => {
      await pause('check');
      return [{ guard: 'essai', label: 'Essai', passed: true, detail: 'oui' }];
    },
    swap: async ({ tx, incoming }) => {
      if (beside) {
        await incoming.fill('line', sql`select id, name from staged_line`);
        await pause('swap');
        await incoming.swap();
      } else {
        await tx.execute(sql`delete from line`);
        await tx.execute(sql`insert into line select id, name from staged_line`);
        await pause('swap');
      }
      return { counts: { lignes: 1 }, unchangedCount: 0 };
    },
  };
}

/** Rows numbered from 1, then rows without a name. */
export function linesFile(count: number, name: string, nameless = 0): ImportFile {
  const kept = Array.from({ length: count }, (_, i) => `${i + 1};${name}\n`);
  const refused = Array.from({ length: nameless }, (_, i) => `n${i + 1};\n`);
  return memoryFile('lines.csv', Buffer.from(`id;name\n${kept.join('')}${refused.join('')}`));
}

export const LINE_OPTIONS: ImportOptions = {
  territoryCodes: [],
  feedId: null,
  asOf: '2026-11',
  accept: [],
  now: new Date('2026-11-22T08:00:00Z'),
  onProgress: () => undefined,
};
