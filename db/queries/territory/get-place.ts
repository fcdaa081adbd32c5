// The commune or address of this key, which must exist.

import type { Database } from '#db/database.ts';
import { findPlace } from '#db/queries/territory/find-place.ts';
import { AppError } from '#domain/error.ts';
import type { PlaceKey, PlaceSuggestion } from '#domain/territory/territory.ts';

/** Throws `not_found`. */
export async function getPlace(db: Database, key: PlaceKey): Promise<PlaceSuggestion> {
  const place = await findPlace(db, key);
  if (place !== null) return place;
  throw new AppError(
    'not_found',
    key.includes('_') ? `No address has the key ${key}.` : `No commune has the INSEE code ${key}.`,
  );
}
