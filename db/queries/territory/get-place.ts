// The commune or address of this key, which must exist.

import type { Database } from '#db/database.ts';
import { findPlace } from '#db/queries/territory/find-place.ts';
import { AppError } from '#domain/error.ts';
import type { PlaceKey, PlaceSuggestion } from '#domain/territory/territory.ts';

/** Throws `not_found`. */
export async function getPlace(db: Database, key: PlaceKey): Promise<PlaceSuggestion> {
  const place = await findPlace(db, key);
  if (place === null)
    throw new AppError('not_found', `No commune and no address has the code ${key}.`);
  return place;
}
