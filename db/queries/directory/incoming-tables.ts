// How are tables filled whole while their readers keep the rows of before? In a schema of their own, under
// their own names, without indexes; they are built once it is full. At the end all take the places of the
// old ones in one short exclusive lock, of one transaction.
// Within that transaction they can be made by it alone. Beside it, other connections make them, committed as
// they go where nobody looks: indexes of one table are built while the next is filled, on as many processors.
// These do not see what the transaction wrote, and would wait for what it locks: until `within`, it neither
// writes what they read nor reads what they make. What a killed import left is dropped by the next.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { Lanes } from '#db/lanes.ts';
import {
  addKeyAndReferences,
  buildIndex,
  constrainRows,
  longestFirst,
  rowsAndMore,
} from '#db/queries/directory/build-table.ts';
import {
  dropIncoming,
  type IncomingSchema,
  lookThereFirst,
  nameIncoming,
} from '#db/queries/directory/incoming-schema.ts';
import { shapeOf, type TableShape } from '#db/queries/directory/table-shape.ts';
import { atHome, takePlaces } from '#db/queries/directory/take-places.ts';

type Own = { db: Database };

/** Other connections: `lanes` of them build indexes while one more fills. */
export type Beside<O extends Own> = {
  lanes: number;
  transaction: <T>(work: (own: O) => Promise<T>) => Promise<T>;
};

/** Nobody but the transaction holds what they wait for: rather say so than wait for ever. */
const LOCK_TIMEOUT = '5min';
/** That an import was killed while the database worked for it, where the database can tell. */
const NOTICED_WITHIN_MS = '2000';

/** `O`: what a transaction may do, within and beside alike. */
export class IncomingTables<O extends Own = Own> {
  readonly #own: O;
  readonly #beside: Beside<O> | null;
  #schema: IncomingSchema | null = null;
  /** The schema that others made, whatever becomes of the transaction. */
  #made: string | null = null;
  /** Null: within. */
  #lanes: Lanes | null = null;
  #settings: (db: Database) => Promise<void> = async () => undefined;
  /** When the indexes of a table are built. */
  readonly #indexed = new Map<string, Promise<unknown>>();
  /** For the transaction itself, once the others are done. */
  readonly #left: SQL[] = [];

  constructor(own: O, beside: Beside<O> | null = null) {
    this.#own = own;
    this.#beside = beside;
  }

  /**
   * From here on, the transaction creates its tables there, and reads those that stand there. Beside only
   * where there are other connections.
   */
  async open(where: 'within' | 'beside' = 'within'): Promise<void> {
    if (this.#schema !== null) return;
    const { db } = this.#own;
    const schema = await nameIncoming(db);
    const create = sql`create schema ${sql.identifier(schema.name)}`;
    if (where === 'beside' && this.#beside !== null) {
      await this.#beside.transaction((own) => own.db.execute(create));
      this.#made = schema.name;
      // It waits for the others, and must not be taken for lost.
      await db.execute(sql`set local idle_in_transaction_session_timeout = 0`);
      this.#lanes = new Lanes(this.#beside.lanes);
    } else {
      await db.execute(create);
    }
    this.#schema = schema;
    await lookThereFirst(db, schema);
  }

  /** What each transaction says before it works, from here on; within, said once. */
  async setUp(settings: (db: Database) => Promise<void>): Promise<void> {
    this.#settings = settings;
    if (this.#lanes === null) await settings(this.#own.db);
  }

  /** Makes tables. Beside: committed at its end. */
  async run<T>(work: (own: O) => Promise<T>): Promise<T> {
    const schema = this.#schema;
    if (this.#lanes === null || this.#beside === null || schema === null) {
      return await work(this.#own);
    }
    this.#lanes.refuseFailed();
    return await this.#beside.transaction(async (own) => {
      await lookThereFirst(own.db, schema);
      await own.db.execute(sql`select set_config('lock_timeout', ${LOCK_TIMEOUT}, true),
        set_config('max_parallel_maintenance_workers', '0', true)`);
      await own.db.execute(sql`select set_config(name, ${NOTICED_WITHIN_MS}, true) from pg_settings
        where name = 'client_connection_check_interval'`);
      await this.#settings(own.db);
      return await work(own);
    });
  }

  /** A table like the one of this name, of the rows of `query`, which names all its columns. Returns how many. */
  async fill(table: string, query: SQL): Promise<number> {
    return await this.#fill(table, await shapeOf(this.#own.db, table), query);
  }

  async #fill(table: string, shape: TableShape, query: SQL): Promise<number> {
    await this.open();
    const values = sql.join(
      shape.columns.map(({ name, type }) => sql`${sql.identifier(name)}::${sql.raw(type)}`),
      sql`, `,
    );
    const lanes = this.#lanes;
    const rowCount = await this.run(async ({ db }) => {
      const filled = await db.execute(
        sql`create table ${this.#incoming(table)} with (autovacuum_enabled = off)
          as select ${values} from (${query}) filled`,
      );
      await constrainRows(db, this.#incoming(table), shape);
      // For the tables that come next; what indexes are of is told once they stand.
      if (lanes !== null) await db.execute(this.#analyze(table));
      return filled.rowCount ?? 0;
    });
    if (lanes === null) {
      await this.#buildAlone(table, shape);
      await this.#own.db.execute(this.#analyze(table));
    } else {
      this.#buildBeside(lanes, table, shape);
    }
    return rowCount;
  }

  /**
   * The rows of before, and one for each row of `from`: `said` of its columns, the others as they are when
   * nothing is said. Returns how many more.
   */
  async fillWithMore(
    table: string,
    said: Readonly<Record<string, SQL>>,
    from: SQL,
  ): Promise<number> {
    const { db } = this.#own;
    const shape = await shapeOf(db, table);
    const { rows } = await db.execute<{ before: number }>(
      sql`select count(*)::int as before from ${atHome(table)}`,
    );
    const all = await this.#fill(table, shape, rowsAndMore(atHome(table), shape, said, from));
    return all - (rows[0]?.before ?? 0);
  }

  /** Gives a table the transaction filled itself what the one of this name has: constraints and indexes. */
  async finish(table: string): Promise<void> {
    const { db } = this.#own;
    const shape = await shapeOf(db, table);
    await constrainRows(db, this.#incoming(table), shape);
    await this.#buildAlone(table, shape);
  }

  /** Waits for the others. From here on the transaction goes on alone, and sees all they made. */
  async within(): Promise<void> {
    const lanes = this.#lanes;
    if (lanes === null) return;
    await lanes.settled();
    this.#lanes = null;
    await this.#settings(this.#own.db);
    for (const statement of this.#left.splice(0)) await this.#own.db.execute(statement);
  }

  /** Every incoming table takes the place of its like; what has none goes. Nothing when none came. */
  async swap(): Promise<void> {
    await this.within();
    if (this.#schema === null) return;
    const { db } = this.#own;
    const { name, path } = this.#schema;
    const { rows } = await db.execute<{ name: string }>(sql`
      select i.relname as name from pg_class i join pg_class h on h.relname = i.relname
      where i.relnamespace = to_regnamespace(${name}) and h.relnamespace = 'public'::regnamespace
        and i.relkind = 'r' and h.relkind = 'r' order by i.relname`);
    if (rows.length > 0) {
      await takePlaces(
        db,
        name,
        rows.map((row) => row.name),
      );
    }
    await db.execute(dropIncoming(name));
    await db.execute(sql`select set_config('search_path', ${path}, true)`);
    this.#schema = null;
  }

  /** After the transaction failed: what others made goes too. */
  async leave(): Promise<void> {
    const made = this.#made;
    if (this.#beside === null || made === null) return;
    this.#lanes?.stop(new Error('The import was left.'));
    await this.#lanes?.settled().catch(() => undefined);
    await this.#beside.transaction(({ db }) => db.execute(dropIncoming(made)));
  }

  get #name(): string {
    return this.#schema?.name ?? '';
  }

  #incoming(name: string): SQL {
    return sql`${sql.identifier(this.#name)}.${sql.identifier(name)}`;
  }

  #analyze(table: string): SQL {
    return sql`analyze ${this.#incoming(table)}`;
  }

  async #buildAlone(table: string, { indexes, references }: TableShape): Promise<void> {
    const { db } = this.#own;
    for (const index of indexes) await buildIndex(db, this.#name, table, index);
    for (const statement of addKeyAndReferences(this.#incoming(table), indexes, references)) {
      await db.execute(statement);
    }
  }

  /** Given to the others, but for what would wait for readers, or for what the transaction wrote. */
  #buildBeside(lanes: Lanes, table: string, { indexes, references }: TableShape): void {
    const built = longestFirst(indexes).map((index) =>
      lanes.give(() => this.run(({ db }) => buildIndex(db, this.#name, table, index))),
    );
    this.#indexed.set(table, Promise.all(built));
    const isAmong = ({ target }: { target: string }) => this.#indexed.has(target);
    const among = references.filter(isAmong);
    const then = addKeyAndReferences(this.#incoming(table), [], among);
    if (indexes.some(({ isOfExpressions }) => isOfExpressions)) then.push(this.#analyze(table));
    const after = [table, ...among.map(({ target }) => target)].map((each) =>
      this.#indexed.get(each),
    );
    const inTurn = async ({ db }: Own) => {
      for (const statement of then) await db.execute(statement);
    };
    void lanes.give(() => this.run(inTurn), Promise.all(after));
    const others = references.filter((reference) => !isAmong(reference));
    this.#left.push(...addKeyAndReferences(this.#incoming(table), indexes, others));
  }
}
