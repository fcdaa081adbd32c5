// A drawn territory to compute useful days of: twelve communes on a road, a doctor counted in two of them, an offer on
// demand, and the line of a small country.

import type { PlannerParts } from '#api/runtime/planner-messages.ts';
import type { Database } from '#db/database.ts';
import { communeSupply } from '#db/schema/access.ts';
import { feed, feedVersion } from '#db/schema/feed.ts';
import { gtfsStop } from '#db/schema/gtfs.ts';
import type { LonLat } from '#domain/geo.ts';
import { toShared } from '#domain/journey/share-timetable.ts';
import { toInstant } from '#domain/time.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { addCommune, addSource, addTerritory, eastOf, provenance } from '#tests/db/rows.ts';
import { lineTimetable, offer } from '#tests/domain/plan/drawn-plan.ts';
import {
  bookingRule,
  everywhere,
  serviceCalendar,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';

export const DRAWN_NOW_MS = toInstant({ date: '2025-03-12', minute: 600 });
export const DRAWN_COMMUNES = 12;
const FIRST: LonLat = [0.05, 45.3];

export const inseeAt = (index: number): string => String(16_900 + index);

/** On Tuesdays, wherever one lives. */
export function tuesdays(change: Partial<Offer> = {}): Offer {
  return offer({
    id: 'tuesdays',
    kind: 'on_demand',
    booking: bookingRule(),
    patterns: [
      travelPattern({
        id: 'tuesdays-door',
        origin: everywhere,
        calendar: serviceCalendar({ weekdays: [2] }),
      }),
    ],
    ...change,
  });
}

export function drawnParts(change: Partial<PlannerParts> = {}): PlannerParts {
  return {
    offers: [tuesdays()],
    timetable: toShared(lineTimetable()),
    roads: null,
    communes: new Map(),
    marks: [],
    ...change,
  };
}

export async function addDrawnTerritory(db: Database): Promise<void> {
  await addSource(db);
  await addTerritory(db, 'drawn');
  for (let index = 0; index < DRAWN_COMMUNES; index++) {
    const point = eastOf(FIRST, 3 * index);
    await addCommune(db, inseeAt(index), `Commune ${index}`, { point, territory: 'drawn' });
  }
  await db.insert(communeSupply).values(
    [0, 6].map((index) => ({
      ...{ insee: inseeAt(index), kind: 'gp' as const, headCount: 2 },
      ...provenance,
    })),
  );
  await db.insert(feed).values({ id: 'line', name: 'La ligne', sourceId: 'facts' });
  const [version] = await db
    .insert(feedVersion)
    .values({
      ...{ feedId: 'line', validFrom: '2025-01-01', validTo: '2025-12-31' },
      ...{ sha256: 'drawn', importedAt: new Date(DRAWN_NOW_MS), active: true },
    })
    .returning({ id: feedVersion.id });
  await db.insert(gtfsStop).values({
    feedVersionId: version?.id ?? 0,
    number: 0,
    stopId: 'town',
    name: 'Gare du Bourg',
    point: [0.138, 45.398],
    locationType: 0,
    wheelchairBoarding: 0,
  });
}
