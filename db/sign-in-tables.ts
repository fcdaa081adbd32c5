// Where the sign-in library reads and writes people, sessions, passwords and passkeys.

import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Database } from '#db/database.ts';
import {
  accountCredential,
  accountPasskey,
  accountSession,
  accountUser,
  accountVerification,
} from '#db/schema/account.ts';

export function signInTables(db: Database) {
  return drizzleAdapter(db, {
    provider: 'pg',
    transaction: true,
    schema: {
      user: accountUser,
      session: accountSession,
      account: accountCredential,
      verification: accountVerification,
      passkey: accountPasskey,
    },
  });
}
