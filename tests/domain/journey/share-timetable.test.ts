import { describe, expect, test } from 'vitest';
import { dayView } from '#domain/journey/day-view.ts';
import {
  fromShared,
  toShared,
  viewFromShared,
  viewToShared,
} from '#domain/journey/share-timetable.ts';
import { readTexts, shared, shareTexts } from '#domain/journey/shared-arrays.ts';
import { journeysArriveBy, journeysInRange } from '#domain/journey/transit-search.ts';
import { at, baseFiles, between, type Files, timetableOf } from './tiny-feed.ts';

const TUESDAY = '2026-05-12';
const FILES: Files = {
  ...baseFiles(),
  'stops.txt': `stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,platform_code,wheelchair_boarding
G,« Gare » d’Été 🚉,45.60,0.10,1,,,1
S1,Quai,45.60,0.10,0,G,B,
S2,S2,45.65,0.15,0,,,2
S3,S3,45.70,0.20,0,,,
`,
  'trips.txt':
    'route_id,service_id,trip_id,trip_headsign,trip_short_name,wheelchair_accessible\nR,W,t1,Bourg,860,1\n',
};

/** Arrays of numbers found anywhere in a value. */
function arraysIn(value: unknown): ArrayBufferView[] {
  if (ArrayBuffer.isView(value)) return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(arraysIn);
}

describe('a timetable that crosses to another thread', () => {
  test('reads the same there', () => {
    const timetable = timetableOf(FILES);
    expect(timetable.stops).toHaveLength(4);
    expect(fromShared(structuredClone(toShared(timetable)))).toEqual(timetable);
  });

  test('shares its numbers and its texts: what is written on one side is read on the other', () => {
    const message = toShared(timetableOf(FILES));
    const arrays = arraysIn(message);
    expect(arrays.length).toBeGreaterThan(25);
    for (const { buffer } of arrays) expect(buffer).toBeInstanceOf(SharedArrayBuffer);
    const received = structuredClone(message);
    message.departures[0] = 7;
    expect(received.departures[0]).toBe(7);
  });

  test('is not copied a second time', () => {
    const message = toShared(timetableOf(FILES));
    expect(toShared(fromShared(message)).departures).toBe(message.departures);
  });

  test('brings the view of a day that answers the same', () => {
    const timetable = timetableOf(FILES);
    const view = dayView(timetable, TUESDAY);
    const message = structuredClone(viewToShared(view));
    for (const { buffer } of arraysIn(message)) expect(buffer).toBeInstanceOf(SharedArrayBuffer);
    const received = viewFromShared(fromShared(toShared(timetable)), message);
    expect(received).toEqual(view);
    const query = between(view, 'S1', 'S3');
    const range = { fromSeconds: at('07:00'), toSeconds: at('09:00') };
    expect(journeysInRange(view, query, range)).toHaveLength(1);
    expect(journeysInRange(received, query, range)).toEqual(journeysInRange(view, query, range));
    expect(journeysArriveBy(received, query, at('09:00'))).toEqual(
      journeysArriveBy(view, query, at('09:00')),
    );
  });
});

describe('shared arrays', () => {
  test('keep their type and only their part of the memory they stood in', () => {
    const part = new Int32Array([1, 2, 3, 4]).subarray(1, 3);
    expect(shared(part)).toEqual(new Int32Array([2, 3]));
    expect(shared(new Int8Array([-1, 0, 1]))).toEqual(new Int8Array([-1, 0, 1]));
    expect(shared(new Float64Array([0.5]))).toEqual(new Float64Array([0.5]));
    expect(shared(new Uint8Array())).toEqual(new Uint8Array());
  });

  test('keep texts as they are: empty, absent, repeated, of any script', () => {
    const texts = ['', null, 'Chalais', 'Œuvre 🚉', 'Chalais', null];
    const written = shareTexts(texts);
    expect(readTexts(written)).toEqual(texts);
    expect(written.units).toHaveLength('ChalaisŒuvre 🚉'.length);
    expect(readTexts(shareTexts([]))).toEqual([]);
  });
});
