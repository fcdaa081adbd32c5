// Is this the id of a need people may ask for? A typo must not read as « nobody ».

import type { Stores } from '#api/runtime/stores.ts';
import { AppError, type FieldFault } from '#domain/error.ts';

/** What is wrong with the id; null when it is known, or when none was given. */
export function needFault(
  stores: Pick<Stores, 'needs'>,
  id: string | undefined,
): FieldFault | null {
  if (id === undefined || stores.needs.current().some((need) => need.id === id)) return null;
  return { field: 'need', expected: 'an id of /api/needs', received: JSON.stringify(id) };
}

/** Throws `bad_request` naming the field. */
export function requireNeed(stores: Pick<Stores, 'needs'>, id: string | undefined): void {
  const fault = needFault(stores, id);
  if (fault === null) return;
  const told = `need: expected ${fault.expected}, received ${fault.received}`;
  throw new AppError('bad_request', told, { details: [fault] });
}
