// Who asks for what in a region: offers of each town, homes around them, twenty places of care for each.

import type { LonLat } from '#domain/geo.ts';
import type { JourneyPoint, JourneyRequest } from '#domain/journey/journey.ts';
import type { Offer } from '#domain/transport/offer.ts';
import type { Region } from '#tests/bench/region-feed.ts';
import { seeded } from '#tests/bench/seeded.ts';
import { offer, townNetwork, volunteers } from '#tests/domain/plan/drawn-plan.ts';
import { communes, everywhere, namedPoints, travelPattern } from '#tests/domain/transport/drawn.ts';

export const HOMES = 60;
export const PLACES = 20;
/** Of a home from the middle of its town, in degrees: villages around it, or the town itself. */
const VILLAGES = 0.16;
export const IN_TOWN = 0.01;

export function regionOffers({ centers }: Pick<Region, 'centers'>): Offer[] {
  return centers.flatMap((center, cell) => townOffers(center, cell));
}

const insee = (cell: number): string => String(16_001 + cell);

/** Each town has its volunteers, its transport on demand to the stops, and its buses. */
function townOffers(center: LonLat, cell: number): Offer[] {
  const [demand] = volunteers().patterns;
  return [
    volunteers({
      id: `volunteers-${cell}`,
      patterns: demand ? [{ ...demand, id: `v-${cell}`, origin: communes(insee(cell)) }] : [],
    }),
    offer({
      id: `demand-${cell}`,
      kind: 'on_demand',
      patterns: [
        travelPattern({
          id: `d-${cell}`,
          rule: 'starts_in',
          origin: communes(insee(cell)),
          destination: everywhere,
          bothWays: true,
          feeder: 'yes',
        }),
      ],
    }),
    {
      ...townNetwork(),
      id: `network-${cell}`,
      patterns: [
        travelPattern({
          id: `n-${cell}`,
          origin: namedPoints(['Centre', center, 3000]),
          bothWays: true,
          feeder: 'yes',
        }),
      ],
    },
  ];
}

/**
 * Homes around the towns, up to `around` degrees away; for each twenty places of care, of its town and of
 * those beside it, each at its own hour.
 */
export function regionRequests({ centers, date }: Region, around = VILLAGES): JourneyRequest[][] {
  const random = seeded(7);
  const near = (center: LonLat, spread: number): LonLat => [
    center[0] + (random() - 0.5) * 2 * spread * 1.4,
    center[1] + (random() - 0.5) * 2 * spread,
  ];
  return Array.from({ length: HOMES }, (): JourneyRequest[] => {
    const cell = Math.floor(random() * centers.length);
    const home = centers[cell] ?? [0, 0];
    const from: JourneyPoint = { name: 'home', point: near(home, around), insee: insee(cell) };
    const closest = centers
      .map((center, town) => ({
        center,
        town,
        far: Math.hypot(center[0] - home[0], center[1] - home[1]),
      }))
      .toSorted((a, b) => a.far - b.far);
    return Array.from({ length: PLACES }, (_, place) => {
      const { center, town } = closest[place % 3] ?? { center: home, town: cell };
      return {
        from,
        to: { name: `place ${place}`, point: near(center, VILLAGES / 4), insee: insee(town) },
        appointment: { date, minute: 9 * 60 + Math.floor(random() * 30) * 15, durationMinutes: 45 },
        mode: 'no_car',
        profile: {},
        needs: [],
      };
    });
  });
}

/** As one call asks them: one appointment for all places. */
export function atOneHour(places: readonly JourneyRequest[]): JourneyRequest[] {
  const [first] = places;
  return first ? places.map((place) => ({ ...place, appointment: first.appointment })) : [];
}
