// Keeps a person who signs in, and the hash of their password.

import type { Database } from '#db/database.ts';
import { accountCredential, accountUser } from '#db/schema/account.ts';

export type NewAccount = {
  id: string;
  name: string;
  /** In lower case. */
  email: string;
  passwordHash: string;
  at: Date;
};

export async function insertAccount(tx: Database, account: NewAccount): Promise<void> {
  const { id, name, email, passwordHash, at } = account;
  const dates = { createdAt: at, updatedAt: at };
  // The link came to that address, or was handed over by somebody who knows the person.
  await tx.insert(accountUser).values({ id, name, email, emailVerified: true, ...dates });
  await tx.insert(accountCredential).values({
    id: `${id}:password`,
    userId: id,
    accountId: id,
    providerId: 'credential',
    password: passwordHash,
    ...dates,
  });
}
