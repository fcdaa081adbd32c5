// Is the history whole? Each entry is hashed again here, and must hold the hash of the one before.

import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

const AT_A_TIME = 1000;

export type HistoryCheck = {
  /** Entries found whole, from the first. */
  count: number;
  /** Hash of the last of them: whoever keeps it elsewhere can tell that none was cut off the end. */
  lastHash: string;
  /** The first that is not; null: all are. */
  broken: { position: number; reason: 'missing' | 'changed' | 'not_chained' } | null;
};

type Row = { position: number; previousHash: string; hash: string; text: string };

/** Reads all of it, a thousand entries at a time. */
export async function findBrokenEntry(db: Database): Promise<HistoryCheck> {
  let count = 0;
  let lastHash = '';
  for (;;) {
    const { rows } = await db.execute<Row>(sql`
      select position::float8 as position, previous_hash as "previousHash", hash,
        audit_text(audit_entry) as text
      from audit_entry where position > ${count} order by position limit ${AT_A_TIME}`);
    for (const row of rows) {
      const reason = faultOf(row, count + 1, lastHash);
      if (reason !== null) return { count, lastHash, broken: { position: count + 1, reason } };
      count += 1;
      lastHash = row.hash;
    }
    if (rows.length < AT_A_TIME) return { count, lastHash, broken: null };
  }
}

function faultOf(row: Row, position: number, lastHash: string) {
  if (row.position !== position) return 'missing';
  if (createHash('sha256').update(row.text).digest('hex') !== row.hash) return 'changed';
  return row.previousHash === lastHash ? null : 'not_chained';
}
