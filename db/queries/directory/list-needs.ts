// What may residents ask for, and in which words?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { Need } from '#domain/directory/directory.ts';

export async function listNeeds(db: Database): Promise<Need[]> {
  const { rows } = await db.execute<Need>(listNeedsQuery());
  return rows;
}

export function listNeedsQuery() {
  return sql`select n.id, n.need_group as "group", n.label, n.plain,
  array(select s.text from need_synonym s where s.need_id = n.id order by s.position) as synonyms,
  array(select c.category from need_category c where c.need_id = n.id order by c.position, c.category) as categories
from need n
order by n.position, n.id`;
}
