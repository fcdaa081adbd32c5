// Does the timetable of a line stay whole, whatever is added, moved, copied or pasted?

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addStop,
  addTrip,
  blankTimetable,
  changeTrip,
  copyTrip,
  mirrorStops,
  moveStop,
  removeStop,
  removeTrip,
} from '#domain/transport/line-grid.ts';
import type { LineTimetable } from '#domain/transport/offer-document.ts';
import { readClock, readGrid } from '#domain/transport/read-grid.ts';
import { serviceCalendar } from '#tests/domain/transport/drawn.ts';

const WEEKDAYS = { name: 'semaine', calendar: serviceCalendar() };
const stop = (name: string) => ({
  id: name.toLowerCase(),
  name,
  insee: null,
  point: [0.1, 45.3] as const,
});

/** Montmoreau, Chalais, Aubeterre; one trip at 8 h, 8 h 20, 8 h 40. */
function drawn(): LineTimetable {
  let timetable = blankTimetable(WEEKDAYS);
  for (const name of ['Montmoreau', 'Chalais', 'Aubeterre'])
    timetable = addStop(timetable, 0, stop(name));
  timetable = addTrip(timetable, 0);
  return changeTrip(timetable, 'course-1', { minutes: [480, 500, 520] });
}

const minutesOf = (timetable: LineTimetable) => timetable.trips.map(({ minutes }) => minutes);

describe('the rows of a line', () => {
  test('take a new stop with an empty hour in each trip', () => {
    const next = addStop(drawn(), 0, stop('Bors'), 1);
    expect(next.directions[0].stopIds).toEqual(['montmoreau', 'bors', 'chalais', 'aubeterre']);
    expect(minutesOf(next)).toEqual([[480, null, 500, 520]]);
  });

  test('move with their hours, and not past the ends', () => {
    const moved = moveStop(drawn(), 0, 1, -1);
    expect(moved.directions[0].stopIds[0]).toBe('chalais');
    expect(minutesOf(moved)).toEqual([[500, 480, 520]]);
    expect(moveStop(drawn(), 0, 0, -1)).toEqual(drawn());
    expect(moveStop(drawn(), 0, 2, 1)).toEqual(drawn());
  });

  test('go with their hours, and the stop with them unless the way back calls at it', () => {
    const gone = removeStop(drawn(), 0, 1);
    expect(minutesOf(gone)).toEqual([[480, 520]]);
    expect(gone.stops.map(({ id }) => id)).toEqual(['montmoreau', 'aubeterre']);
    const kept = removeStop(addStop(drawn(), 1, stop('Chalais')), 0, 1);
    expect(kept.stops.map(({ id }) => id)).toContain('chalais');
  });

  test('are turned round for the way back', () => {
    expect(mirrorStops(drawn(), 0).directions[1].stopIds).toEqual([
      'aubeterre',
      'chalais',
      'montmoreau',
    ]);
  });
});

describe('the columns of a line', () => {
  test('are copied every so many minutes, each under a name of its own', () => {
    const next = copyTrip(drawn(), 'course-1', 60, 2);
    expect(minutesOf(next)).toEqual([
      [480, 500, 520],
      [540, 560, 580],
      [600, 620, 640],
    ]);
    expect(new Set(next.trips.map(({ id }) => id)).size).toBe(3);
  });

  test('are not copied past the end of the next day', () => {
    expect(copyTrip(drawn(), 'course-1', 1_000, 9).trips).toHaveLength(3);
  });

  test('are taken away one by one', () => {
    expect(removeTrip(copyTrip(drawn(), 'course-1', 60, 1), 'course-1').trips).toHaveLength(1);
  });

  test('keep one hour for each stop through any run of changes', () => {
    const change = fc.tuple(fc.nat(5), fc.nat(4), fc.constantFrom<0 | 1>(0, 1));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        let timetable = drawn();
        for (const [kind, rank, direction] of changes) {
          if (kind === 0) timetable = addStop(timetable, direction, stop(`S${rank}`), rank);
          if (kind === 1) timetable = removeStop(timetable, direction, rank);
          if (kind === 2) timetable = moveStop(timetable, direction, rank, 1);
          if (kind === 3) timetable = addTrip(timetable, direction);
          if (kind === 4) timetable = copyTrip(timetable, 'course-1', 30, 2);
          if (kind === 5) timetable = mirrorStops(timetable, direction);
        }
        const known = new Set(timetable.stops.map(({ id }) => id));
        for (const { stopIds } of timetable.directions)
          for (const id of stopIds) expect(known.has(id)).toBe(true);
        for (const trip of timetable.trips)
          expect(trip.minutes).toHaveLength(timetable.directions[trip.direction].stopIds.length);
        expect(new Set(timetable.trips.map(({ id }) => id)).size).toBe(timetable.trips.length);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('a pasted timetable', () => {
  test('is read by the names of its stops, with its heading, in any order', () => {
    const { timetable, unknownStops, unreadable } = readGrid(
      drawn(),
      0,
      'Arrêt\tCourse 1\tCourse 2\nCHALAIS\t8h20\t|\nMontmoreau\t8:00\t17.30\nAubeterre\t8h40\t18h10\n',
    );
    expect(minutesOf(timetable)).toEqual([
      [480, 500, 520],
      [1050, null, 1090],
    ]);
    expect([unknownStops, unreadable]).toEqual([[], []]);
  });

  test('says which stops and hours it cannot read, and keeps the rest', () => {
    const { timetable, unknownStops, unreadable } = readGrid(
      drawn(),
      0,
      'Montmoreau;8h00\nAtlantis;8h10\nChalais;midi\nAubeterre;8h40',
    );
    expect(minutesOf(timetable)).toEqual([[480, null, 520]]);
    expect(unknownStops).toEqual(['Atlantis']);
    expect(unreadable).toEqual([{ stop: 'Chalais', trip: 1, written: 'midi' }]);
  });

  test('goes on after midnight', () => {
    const { timetable } = readGrid(drawn(), 0, 'Montmoreau;23:50\nChalais;0:10\nAubeterre;0:30');
    expect(minutesOf(timetable)).toEqual([[1430, 1450, 1470]]);
  });

  test('fills both rows of a stop called at twice', () => {
    const loop = addStop(drawn(), 0, stop('Montmoreau'));
    const { timetable } = readGrid(
      loop,
      0,
      'Montmoreau;8:00\nChalais;8:20\nAubeterre;8:40\nMontmoreau;9:10',
    );
    expect(minutesOf(timetable)).toEqual([[480, 500, 520, 550]]);
  });

  test.each([
    ['8h05', 485],
    ['08:05', 485],
    ['8.05', 485],
    ['8 h 05', 485],
    ['805', 485],
    ['8h', 480],
    ['25:10', 1510],
    ['08:05:00', 485],
    ['—', null],
    ['', null],
    ['8h99', undefined],
    ['midi', undefined],
  ])('reads « %s »', (written, minute) => {
    expect(readClock(written)).toBe(minute);
  });
});
