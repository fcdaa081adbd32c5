// Are the stops of several lines listed once each, by name and position?

import { expect, test } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import { knownStops } from '#domain/transport/known-stops.ts';
import { blankDocument, type OfferDocument } from '#domain/transport/offer-document.ts';

const GARE: LonLat = [0.1, 45.3];

function line(id: string, stops: readonly [string, LonLat][] | null): OfferDocument {
  const blank = blankDocument({
    id,
    kind: 'scheduled_line',
    territoryCodes: [],
    provider: null,
    sourceId: 'essai',
  });
  const direction = { headsign: '', stopIds: [] };
  const timetable = stops && {
    stops: stops.map(([name, point], rank) => ({ id: `${rank}`, name, insee: null, point })),
    directions: [direction, direction] as const,
    calendars: [],
    trips: [],
  };
  return { ...blank, offer: { ...blank.offer, name: `Ligne ${id}` }, timetable };
}

test('the same name at the same position is one stop; elsewhere, it is another one', () => {
  const stops = knownStops([
    line('a', [['Gare', GARE]]),
    line('b', [
      ['Gare', GARE],
      ['Gare', [0.2, 45.3]],
    ]),
    line('c', null),
  ]);
  expect(stops.map(({ point, line: of }) => [point, of])).toEqual([
    [GARE, 'Ligne a'],
    [[0.2, 45.3], 'Ligne b'],
  ]);
});
