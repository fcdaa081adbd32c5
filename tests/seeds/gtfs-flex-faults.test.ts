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
    [
      'a fixed hour',
      ['T,1,,,Z1,2,1,08:00:00,12:00:00,B,B,08:30:00'],
      'arrival_time forbidden_arrival_or_departure_time',
    ],
    [
      'a boarding along the way',
      ['T,1,,,Z1,2,1,08:00:00,12:00:00,B,B,,0'],
      'continuous_pickup forbidden_continuous_pickup_drop_off',
    ],
    [
      'a distance along a shape',
      ['T,1,,,Z1,2,1,08:00:00,12:00:00,B,B,,,3.2'],
      'shape_dist_traveled forbidden_shape_dist_traveled',
    ],
  ])('stop_times.txt: %s', async (_, lines, expected) => {
    const [header = '', ...rows] = (withCalls(...lines)['stop_times.txt'] ?? '').split('\n');
    const calls = [`${header},arrival_time,continuous_pickup,shape_dist_traveled`, ...rows];
    expect(await codesOf({ ...flexFiles(), 'stop_times.txt': calls.join('\n') })).toEqual([
      `stop_times.txt:2 ${expected}`,
    ]);
  });

  test('routes.txt: a boarding along the way of a service on demand, not of a line', async () => {
    const routes = (value: string) =>
      'route_id,agency_id,route_long_name,route_type,continuous_pickup,continuous_drop_off\n' +
      `TAD,A,La navette,715,1,${value}\nL,A,Une ligne,3,0,0\n`;
    const given = (value: string) => codesOf({ ...flexFiles(), 'routes.txt': routes(value) });
    expect(await given('2')).toEqual([
      'routes.txt:2 continuous_drop_off forbidden_continuous_pickup_drop_off',
    ]);
    expect(await given('')).toEqual([]);
  });

  test.each([
    ['B,0,30,,,,,,', 'prior_notice_duration_min forbidden_real_time_booking_field_value'],
    ['B,1,,,,,,,', 'prior_notice_duration_min missing_prior_notice_duration_min'],
    ['B,1,30,,1,17:00:00,,,', 'prior_notice_last_day forbidden_same_day_booking_field_value'],
    ['B,1,60,30,,,,,', 'prior_notice_duration_max invalid_prior_notice_duration_min'],
    ['B,1,30,60,,,3,08:00:00,', 'prior_notice_start_day forbidden_prior_notice_start_day'],
    ['B,2,30,,1,17:00:00,,,', 'prior_notice_duration_min forbidden_prior_day_booking_field_value'],
    ['B,2,,,,,,,', 'prior_notice_last_day missing_prior_day_booking_field_value'],
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

  test.each([
    ['an element twice', '"id":"Z0"', 'id geo_json_duplicated_element', []],
    ['an element nobody knows', '"bbox":[]', 'bbox geo_json_unknown_element', ['Z1', 'Z2']],
  ])('locations.geojson, of an area: %s', async (_, more, expected, kept) => {
    const { 'locations.geojson': sound = '' } = flexFiles();
    const text = sound.replace('"type":"Feature",', `"type":"Feature",${more},`);
    const files = { ...flexFiles(), 'locations.geojson': text };
    expect((await codesOf(files))[0]).toBe(`locations.geojson:1 ${expected}`);
    const { model } = await readFlexFiles(files);
    if (kept.length > 0) expect(model.places.map(({ id }) => id)).toEqual(kept);
    else expect(model.places.map(({ id }) => id)).not.toContain('Z1');
  });

  test('locations.geojson, of the whole: an element twice, an element nobody knows', async () => {
    const { 'locations.geojson': sound = '' } = flexFiles();
    const given = (start: string) =>
      codesOf({ ...flexFiles(), 'locations.geojson': sound.replace('{', `{${start},`) });
    expect(await given('"type":"FeatureCollection"')).toEqual([
      'locations.geojson:1 type geo_json_duplicated_element',
    ]);
    expect(await given('"name":"zones"')).toEqual([
      'locations.geojson:1 name geo_json_unknown_element',
    ]);
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
