// Who told the organization that they will leave, and when, the soonest first?

import { asc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { practiceDeparture } from '#db/schema/access.ts';
import { accountUser } from '#db/schema/account.ts';

export type StoredDeparture = {
  entryId: string;
  leavesOn: string;
  note: string | null;
  notedBy: string | null;
  notedAt: Date;
};

/** Read inside the workspace. */
export async function listDepartures(tx: Database): Promise<StoredDeparture[]> {
  return tx
    .select({
      entryId: practiceDeparture.entryId,
      leavesOn: practiceDeparture.leavesOn,
      note: practiceDeparture.note,
      notedBy: accountUser.name,
      notedAt: practiceDeparture.notedAt,
    })
    .from(practiceDeparture)
    .leftJoin(accountUser, eq(accountUser.id, practiceDeparture.notedBy))
    .orderBy(asc(practiceDeparture.leavesOn), asc(practiceDeparture.entryId));
}
