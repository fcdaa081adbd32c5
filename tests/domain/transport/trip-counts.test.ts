// What does a year of counted trips amount to, and what is said of a month?

import { describe, expect, test } from 'vitest';
import { checkTripCounts, withShares, yearOf } from '#domain/transport/trip-counts.ts';

const month = (change = {}) => ({
  trips: 10,
  kilometres: 300,
  drivers: 4,
  beneficiariesByResidence: 6,
  beneficiariesByMeans: 2,
  refused: 1,
  ...change,
});

describe('a year of trips', () => {
  test('adds trips up, and takes the month with the most people', () => {
    const year = yearOf([month(), month({ trips: 5, kilometres: 50, drivers: 9, refused: 0 })]);
    expect(year).toMatchObject({ trips: 15, kilometres: 350, drivers: 9, refused: 1 });
    expect([year.beneficiariesByResidence, year.beneficiariesByMeans]).toEqual([6, 2]);
    expect([year.meanKm, year.byResidencePercent, year.byMeansPercent]).toEqual([23.3, 75, 25]);
  });

  test('without anything counted has no mean and no share', () => {
    expect(yearOf([])).toMatchObject({ trips: 0, drivers: 0, meanKm: null, byMeansPercent: null });
    expect(withShares(month({ trips: 0, kilometres: 0 })).meanKm).toBeNull();
  });
});

describe('a month of trips', () => {
  test('as it should be, or without any trip, needs no word', () => {
    expect(checkTripCounts(month())).toEqual([]);
    expect(checkTripCounts(month({ trips: 0, kilometres: 0, drivers: 0 }))).toEqual([]);
  });

  test('is told to be too far over a hundred kilometres a trip, not at a hundred', () => {
    expect(checkTripCounts(month({ kilometres: 1000 }))).toEqual([]);
    const [notice] = checkTripCounts(month({ kilometres: 1001 }));
    expect(notice).toMatchObject({ code: 'mean_distance', legal: ['decret-2019-850'] });
  });

  test('with numbers that do not go together is told so', () => {
    const codes = (change: object) => checkTripCounts(month(change)).map(({ code }) => code);
    expect(codes({ kilometres: 0, drivers: 0 })).toEqual(['no_kilometres', 'no_drivers']);
    expect(codes({ drivers: 11 })).toEqual(['too_many_drivers']);
    expect(codes({ beneficiariesByResidence: 0, beneficiariesByMeans: 0 })).toEqual([
      'no_beneficiaries',
    ]);
  });
});
