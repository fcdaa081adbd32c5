// The commune of this INSEE code, which must exist.

import type { Database } from '#db/database.ts';
import { findPlace } from '#db/queries/territory/find-place.ts';
import { AppError } from '#domain/error.ts';
import type { Insee, PlaceSuggestion } from '#domain/territory/territory.ts';

/** Throws `not_found`. */
export async function getPlace(db: Database, insee: Insee): Promise<PlaceSuggestion> {
  const place = await findPlace(db, insee);
  if (place === null) throw new AppError('not_found', `No commune has the INSEE code ${insee}.`);
  return place;
}
