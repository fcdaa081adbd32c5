import { describe, expect, test } from 'vitest';
import { searchQuery } from '#api/features/directory/contract.ts';
import { journeyBody, journeysBody } from '#api/features/journey/contract.ts';
import { validate } from '#api/http/validate.ts';
import { AppError, type FieldFault } from '#domain/error.ts';

describe('a faulty request', () => {
  test('is told every field, what was expected there and what came', () => {
    expect(faults(searchQuery, { lon: '0,17', lat: '95', need: 'DROP TABLE', limit: '0' })).toEqual(
      [
        {
          field: 'need',
          expected: 'a need, such as medecin-generaliste',
          received: '"DROP TABLE"',
        },
        { field: 'lon', expected: 'a number from -180 to 180', received: '"0,17"' },
        { field: 'lat', expected: 'a number from -90 to 90', received: '"95"' },
        { field: 'limit', expected: 'a whole number from 1 to 100', received: '"0"' },
      ],
    );
  });

  test('does not take an empty number for zero', () => {
    expect(faults(searchQuery, { lon: '', lat: '45' }).map(({ field }) => field)).toEqual(['lon']);
  });

  test('is refused when half a point or a field nobody knows is sent', () => {
    expect(faults(searchQuery, { lon: '0.17' })).toEqual([
      { field: 'lat', expected: 'lon and lat together, or neither', received: 'nothing' },
    ]);
    expect(faults(searchQuery, { besoin: 'docteur' })).toEqual([
      { field: 'besoin', expected: 'no field of this name', received: '"docteur"' },
    ]);
  });

  test('is refused on a day or an hour that does not exist', () => {
    for (const at of ['2026-02-30T10:00', '2026-11-24T24:00', '2026-11-24', 'demain']) {
      expect(faults(searchQuery, { at })).toEqual([
        {
          field: 'at',
          expected: 'a local moment written YYYY-MM-DDTHH:MM',
          received: JSON.stringify(at),
        },
      ]);
    }
  });

  test('names the field inside the alternative that was meant', () => {
    const body = {
      from: { point: [0.17, 145], name: 'Chez moi' },
      to: { entryId: 'e1' },
      appointment: { date: '2026-11-24', minute: 1440, durationMinutes: null },
      mode: 'horse',
    };
    expect(faults(journeyBody, body)).toEqual([
      { field: 'from.point.1', expected: 'a number of at most 90', received: '145' },
      { field: 'appointment.minute', expected: 'a number of at most 1439', received: '1440' },
      { field: 'mode', expected: 'one of car, no_car, driven', received: '"horse"' },
    ]);
  });

  test('of a list too long says how long it may be, whatever is wrong in it', () => {
    const body = {
      from: { insee: '16230' },
      places: Array.from({ length: 10_000 }, () => ({ entryId: 5 })),
      appointment: null,
      mode: 'no_car',
    };
    expect(faults(journeysBody, body)).toEqual([
      {
        field: 'places',
        expected: 'a list with a length of at most 20',
        received: 'a list of 10000',
      },
    ]);
  });

  test('with thousands of faults is told the first ones', () => {
    const names = Array.from({ length: 5_000 }, (_, n) => [`field${n}`, 1]);
    expect(faults(searchQuery, Object.fromEntries(names))).toHaveLength(20);
  });

  test('is read as the alternative whose names were sent, even with more faults', () => {
    const body = { from: { point: [200, 100], name: '' }, to: { entryId: 'e1' }, mode: 'car' };
    const fields = faults(journeyBody, body).map(({ field }) => field);
    expect(fields).toEqual(['from.point.0', 'from.point.1', 'from.name', 'appointment']);
  });

  test('is told of brackets within brackets without a failure', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(faults(journeysBody, deep)).toEqual([
      { field: 'body', expected: 'an object', received: 'a value too deep to show' },
    ]);
    expect(faults(searchQuery, { need: deep })).toMatchObject([{ field: 'need' }]);
  });

  test('never sends a long text back', () => {
    const [fault] = faults(searchQuery, { need: 'x'.repeat(5000) });
    expect(fault?.received.length).toBeLessThan(80);
  });
});

function faults(schema: Parameters<typeof validate>[0], value: unknown): readonly FieldFault[] {
  try {
    validate(schema, value);
  } catch (error) {
    if (error instanceof AppError) return error.details;
    throw error;
  }
  throw new Error('expected a refusal');
}
