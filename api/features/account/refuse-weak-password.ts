// Is this password hard enough for this person, who works there? Refused with a word a page can translate.

import type { Database } from '#db/database.ts';
import { listCommuneNames } from '#db/queries/account/list-commune-names.ts';
import { type PasswordFault, passwordFault } from '#domain/account/password-rule.ts';
import { AppError } from '#domain/error.ts';

const PRODUCT = 'Voisoin';

/** Whose password it will be, and where they work: names somebody who knows them would try. */
export type PasswordOwner = {
  email: string;
  name: string;
  workspaces: readonly { name: string; territoryCodes: readonly string[] }[];
};

/** Throws `bad_request` whose fault on `field` says why. */
export async function refuseWeakPassword(
  db: Database,
  field: string,
  password: string,
  { email, name, workspaces }: PasswordOwner,
): Promise<void> {
  const communes = await listCommuneNames(
    db,
    workspaces.flatMap(({ territoryCodes }) => territoryCodes),
  );
  const names = [PRODUCT, email, name, ...workspaces.map((each) => each.name), ...communes];
  const fault = passwordFault(password, names);
  if (fault === null) return;
  const expected = EXPECTED[fault];
  throw new AppError('bad_request', `${field}: expected ${expected}`, {
    details: [{ field, expected, received: fault }],
  });
}

const EXPECTED: Readonly<Record<PasswordFault, string>> = {
  too_short: 'at least 12 characters',
  too_long: 'at most 128 characters',
  repeated: 'more than the same few characters',
  sequence: 'more than neighbours on the keyboard',
  common: 'more than words everybody tries',
  context: 'more than names of the site, of the organization, of its communes or of the person',
};
