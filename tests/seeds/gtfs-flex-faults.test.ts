import { describe, expect, test } from 'vitest';
import type { Files } from '#tests/domain/journey/tiny-feed.ts';
import { collection, flexFiles, readFlexFiles, square, withCalls } from '#tests/seeds/flex-feed.ts';

const codesOf = async (files: Files) =>
  (await readFlexFiles(files)).said.map((text) =>
    text.replace(/^(\S+) (\S+) .*\[(.*)\]$/, '$1 $2 $3'),
  );

describe('faults of on-demand feeds, under the names of the canonical validator', () => {
  test.each([
    [
      'an area that is nowhere',
      ['T,1,,,Z9,2,1,08:00:00,12:00:00,B,B'],
      'location_id foreign_key_violation',
    ],
    [
      'no window',
      ['T,1,,,Z1,2,1,,,B,B'],
      'start_pickup_drop_off_window missing_pickup_or_drop_off_window',
    ],
    [
      'half a window',
      ['T,1,,,Z1,2,1,08:00:00,,B,B'],
      'end_pickup_drop_off_window missing_pickup_or_drop_off_window',
    ],
    [
      'a window that ends before it starts',
      ['T,1,,,Z1,2,1,12:00:00,08:00:00,B,B'],
      'end_pickup_drop_off_window invalid_pickup_drop_off_window',
    ],
    [
      'two places',
      ['T,1,,G,Z1,2,1,08:00:00,12:00:00,B,B'],
      'location_group_id forbidden_geography_id',
    ],
    [
      'a regular pickup',
      ['T,1,,,Z1,0,1,08:00:00,12:00:00,B,B'],
      'pickup_type forbidden_pickup_type',
    ],
    [
      'a regular drop-off',
      ['T,1,,,Z1,2,0,08:00:00,12:00:00,B,B'],
      'drop_off_type forbidden_drop_off_type',
    ],
    [
      'a rule that is nowhere',
      ['T,1,,,Z1,2,1,08:00:00,12:00:00,X,B'],
      'pickup_booking_rule_id foreign_key_violation',
    ],
    [
      'a trip that is nowhere',
      ['X,1,,,Z1,2,1,08:00:00,12:00:00,B,B'],
      'trip_id foreign_key_violation',
    ],
  ])('stop_times.txt: %s', async (_, lines, expected) => {
    expect(await codesOf(withCalls(...lines))).toEqual([`stop_times.txt:2 ${expected}`]);
  });

  test.each([
    ['B,0,30,,,,,,', 'prior_notice_duration_min forbidden_real_time_booking_field_value'],
    ['B,1,,,,,,,', 'prior_notice_duration_min missing_prior_notice_duration_min'],
    ['B,1,30,,1,17:00:00,,,', 'prior_notice_last_day forbidden_same_day_booking_field_value'],
    ['B,1,60,30,,,,,', 'prior_notice_duration_max invalid_prior_notice_duration_min'],
    ['B,1,30,60,,,3,08:00:00,', 'prior_notice_start_day forbidden_prior_notice_start_day'],
    ['B,2,30,,1,17:00:00,,,', 'prior_notice_duration_min forbidden_prior_day_booking_field_value'],
    ['B,2,,,,17:00:00,,,', 'prior_notice_last_day missing_prior_notice_last_day'],
    ['B,2,,,1,,,,', 'prior_notice_last_time missing_prior_notice_last_time'],
    ['B,2,,,1,17:00:00,7,,', 'prior_notice_start_time missing_prior_notice_start_time'],
    ['B,2,,,1,17:00:00,,08:00:00,', 'prior_notice_start_time forbidden_prior_notice_start_time'],
    ['B,2,,,3,17:00:00,2,08:00:00,', 'prior_notice_last_day prior_notice_last_day_after_start_day'],
    ['B,3,,,,,,,', 'booking_type number_out_of_range'],
  ])('booking_rules.txt: %s', async (line, expected) => {
    const header =
      'booking_rule_id,booking_type,prior_notice_duration_min,prior_notice_duration_max,prior_notice_last_day,prior_notice_last_time,prior_notice_start_day,prior_notice_start_time,prior_notice_service_id';
    const [first] = await codesOf({ ...flexFiles(), 'booking_rules.txt': `${header}\n${line}\n` });
    expect(first).toBe(`booking_rules.txt:2 ${expected}`);
  });

  test.each([
    [
      'a point',
      [
        square('Z1', [0, 45.3]),
        square('Z2', [0, 45], 1, { geometry: { type: 'Point', coordinates: [0, 45] } }),
      ],
      'geometry.type unsupported_geo_json_type',
    ],
    [
      'an identifier twice',
      [square('Z1', [0, 45.3]), square('Z1', [0, 45])],
      'id duplicate_geo_json_key',
    ],
    [
      'no identifier',
      [square('Z1', [0, 45.3]), { type: 'Feature' }],
      'id missing_required_element',
    ],
    [
      'half a position',
      [
        square('Z1', [0, 45.3]),
        square('Z2', [0, 45], 1, {
          geometry: { type: 'Polygon', coordinates: [[[0], [1, 1], [2, 2], [0]]] },
        }),
      ],
      'geometry.coordinates invalid_geometry',
    ],
  ])('locations.geojson: %s', async (_, features, expected) => {
    const [first] = await codesOf({ ...flexFiles(), 'locations.geojson': collection(...features) });
    expect(first).toBe(`locations.geojson:2 ${expected}`);
  });

  test('an area under the name of a stop', async () => {
    const [first] = await codesOf({
      ...flexFiles(),
      'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\nZ2,Z2,45.3,0\n',
    });
    expect(first).toBe('locations.geojson:2 id duplicate_geography_id');
  });

  test('locations.geojson that is no JSON, or no collection', async () => {
    const given = (text: string) => readFlexFiles({ ...flexFiles(), 'locations.geojson': text });
    await expect(given('{')).rejects.toThrow(
      /^« locations\.geojson », ligne \d+, colonne \d+ : .* \[malformed_json\]\.$/,
    );
    await expect(given('[]')).rejects.toThrow('« FeatureCollection » attendue');
  });
});
