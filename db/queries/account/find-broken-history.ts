// Is the history whole: every entry there, unchanged, chained to the one before?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

export type HistoryBreak = {
  position: number;
  /** `gap`: the one before is not there; `link`: it names another one before; `changed`: its content is not what was signed. */
  fault: 'gap' | 'link' | 'changed';
};

/** The first fault; null when there is none. */
export async function findBrokenHistory(db: Database): Promise<HistoryBreak | null> {
  const { rows } = await db.execute<{ position: string; fault: HistoryBreak['fault'] }>(sql`
    select position, fault from (
      select position, case
        when position <> 1 + lag(position, 1, 0::bigint) over (order by position) then 'gap'
        when previous_hash <> lag(hash, 1, '') over (order by position) then 'link'
        when hash <> encode(sha256(convert_to(audit_text(e), 'UTF8')), 'hex') then 'changed'
      end as fault
      from audit_entry e
    ) checked
    where fault is not null
    order by position
    limit 1`);
  const [first] = rows;
  return first === undefined ? null : { position: Number(first.position), fault: first.fault };
}
