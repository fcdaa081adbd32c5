// Where does the journey start and end: a commune, an entry of the directory, or a point with a name?

import type { Database } from '#db/database.ts';
import { listEntryPoints } from '#db/queries/directory/list-entry-points.ts';
import { findNearestPlace } from '#db/queries/territory/find-nearest-place.ts';
import { getPlace } from '#db/queries/territory/get-place.ts';
import { AppError } from '#domain/error.ts';
import type { LonLat } from '#domain/geo.ts';
import type { JourneyPoint } from '#domain/journey/journey.ts';
import type { JourneyBody } from './contract.ts';

/** Throws `not_found` when the commune is unknown. */
export async function findStart(db: Database, from: JourneyBody['from']): Promise<JourneyPoint> {
  if ('point' in from) return locate(db, from);
  const { name, point, insee } = await getPlace(db, from.insee);
  return { name, point, insee };
}

/** Throws `not_found` when the entry is unknown. */
export async function findGoal(db: Database, to: JourneyBody['to']): Promise<JourneyPoint> {
  if ('point' in to) return locate(db, to);
  const goal = (await findGoals(db, [to.entryId])).get(to.entryId);
  if (goal !== undefined) return goal;
  throw new AppError('not_found', `No entry of the directory has the id ${to.entryId}.`);
}

/** Offers apply by commune: a bare point is given the one it lies in, when we know it. */
export async function locate(
  db: Database,
  { name, point }: { name: string; point: LonLat },
): Promise<JourneyPoint> {
  const place = await findNearestPlace(db, point);
  return { name, point, insee: place?.insee ?? null };
}

/** Entries that are unknown are absent. */
export async function findGoals(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, JourneyPoint>> {
  const entries = await listEntryPoints(db, ids);
  return new Map(entries.map(({ id, name, point, insee }) => [id, { name, point, insee }]));
}
