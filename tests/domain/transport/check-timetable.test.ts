// Are the trips of a line read as a driver would drive them?

import { describe, expect, test } from 'vitest';
import { serviceCalendar } from './drawn.ts';

import { offerWith, told } from './drawn-offers.ts';

describe('the trips of a line', () => {
  const line = (
    minutes: (number | null)[][],
    points: [number, number][] = [
      [0, 45],
      [0.1, 45],
      [0.2, 45],
    ],
  ) => {
    const document = offerWith({ kind: 'scheduled_line', booking: null, patterns: [] });
    const stops = points.map((point, rank) => ({
      id: `s${rank}`,
      name: `Arrêt ${rank}`,
      insee: null,
      point,
    }));
    const there = { headsign: 'Là-bas', stopIds: stops.map(({ id }) => id) };
    const timetable = {
      stops,
      directions: [there, { headsign: '', stopIds: [] }] as const,
      calendars: [{ name: 'semaine', calendar: serviceCalendar() }],
      trips: minutes.map((each, rank) => ({
        id: `t${rank}`,
        direction: 0 as const,
        calendar: rank === 9 ? 'x' : 'semaine',
        minutes: each,
        note: null,
      })),
    };
    return { ...document, timetable };
  };

  test('say when and where a virtual line goes: no other way of working is asked of it', () => {
    const { offer, timetable } = line([[480, 490, 500]]);
    const virtual = { ...offerWith({ ...offer, kind: 'virtual_line' }), timetable };
    expect(told(virtual)).not.toContain('error no_way_of_working offer.patterns');
    expect(told({ ...virtual, timetable: null })).toContain(
      'error no_way_of_working offer.patterns',
    );
  });

  test('that go forward at a possible speed have no notice', () => {
    expect(
      told(
        line([
          [480, 490, 500],
          [600, null, 625],
        ]),
      ),
    ).toEqual([]);
  });

  test('that go back in time, fly, or call once are told at their cell', () => {
    expect(
      told(
        line([
          [480, 470, 500],
          [480, 481, 500],
          [null, 490, null],
        ]),
      ),
    ).toEqual([
      'error stop_time_with_arrival_before_previous_departure_time timetable.trips.0.minutes.1',
      'error unusable_trip timetable.trips.2',
      'warning fast_travel_between_consecutive_stops timetable.trips.1.minutes.1',
    ]);
  });
});
