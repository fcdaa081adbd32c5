// Is this the code of a territory we serve? A typo must not read as « nothing there ».

import type { Stores } from '#api/runtime/stores.ts';
import { AppError, type FieldFault } from '#domain/error.ts';

/** What is wrong with the code; null when it is known, or when none was given. */
export function territoryFault(
  stores: Pick<Stores, 'communesOfTerritory'>,
  code: string | undefined,
): FieldFault | null {
  if (code === undefined || stores.communesOfTerritory().has(code)) return null;
  const received = JSON.stringify(code);
  return { field: 'territory', expected: 'an id of /api/territories', received };
}

/** Throws `bad_request` naming the field. */
export function requireTerritory(
  stores: Pick<Stores, 'communesOfTerritory'>,
  code: string | undefined,
): void {
  const fault = territoryFault(stores, code);
  if (fault === null) return;
  const told = `territory: expected ${fault.expected}, received ${fault.received} (in the address)`;
  throw new AppError('bad_request', told, { details: [fault] });
}
