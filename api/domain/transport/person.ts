// What did the person say of themselves, and what of it concerns one offer?

import type { Profile } from '#domain/transport/eligibility.ts';

/** Answers of a person, who may be registered with one offer and not with another. */
export type Person = Omit<Profile, 'member'> & {
  /** By id of an offer: whether the person is registered with it; absent: they did not say. */
  registrations?: Readonly<Record<string, boolean>>;
};

/** Null: they did not say, or the ride is of no offer. */
export function isRegistered(
  { registrations = {} }: Pick<Person, 'registrations'>,
  offerId: string | null,
): boolean | null {
  if (offerId === null || !Object.hasOwn(registrations, offerId)) return null;
  return registrations[offerId] ?? null;
}

/** As one offer sees them. */
export function profileFor(person: Person, offerId: string | null): Profile {
  const { registrations: _, ...profile } = person;
  const member = isRegistered(person, offerId);
  return member === null ? profile : { ...profile, member };
}

/** The same person, registered or not with these offers. */
export function registeredAs(
  person: Person,
  offerIds: readonly string[],
  registered: boolean,
): Person {
  const said = Object.fromEntries(offerIds.map((id) => [id, registered]));
  return { ...person, registrations: { ...person.registrations, ...said } };
}
