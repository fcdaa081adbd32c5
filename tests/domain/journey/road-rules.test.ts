import { describe, expect, test } from 'vitest';
import { blockedModes } from '#domain/journey/road-access.ts';
import { parseDurationSeconds } from '#domain/journey/road-ferry.ts';
import { MODE_BITS, type RoadMode } from '#domain/journey/road-mode.ts';
import { roadRule } from '#domain/journey/road-rules.ts';
import { parseLimitKmh } from '#domain/journey/road-speed.ts';

/** « highway=primary oneway=yes » as tags. */
const tagsOf = (text: string): Map<string, string> =>
  new Map(
    text.split(' ').map((pair): [string, string] => {
      const cut = pair.indexOf('=');
      return [pair.slice(0, cut), pair.slice(cut + 1)];
    }),
  );
const ruleOf = (text: string) => roadRule(tagsOf(text));
const speedsOf = (text: string, mode: RoadMode) => {
  const rule = ruleOf(text);
  return rule === null ? null : [rule.forward[mode], rule.backward[mode]];
};

describe('speed limits', () => {
  test.each([
    ['50', 50],
    ['50 km/h', 50],
    ['30 mph', 48.28],
    ['5 knots', 9.26],
    ['FR:rural', 80],
    ['FR:urban', 50],
    ['FR:motorway', 130],
    ['FR:zone30', 30],
    ['FR:30', 30],
    ['FR:living_street', 20],
    ['walk', 5],
    ['none', 130],
    ['80;50', 50],
    ['signals', null],
    ['', null],
    ['0', null],
    ['999', null],
    ['fifty', null],
  ])('« %s » is %s km/h', (text, kmh) => {
    const parsed = parseLimitKmh(text);
    if (kmh === null) expect(parsed).toBeNull();
    else expect(parsed).toBeCloseTo(kmh, 1);
  });

  test.each([
    ['highway=motorway', 110.5],
    ['highway=trunk oneway=yes', 92],
    ['highway=trunk', 68],
    ['highway=secondary', 62],
    ['highway=secondary maxspeed=50', 37.5],
    ['highway=secondary source:maxspeed=FR:urban', 37.5],
    ['highway=secondary maxspeed=signals zone:maxspeed=FR:30', 22.5],
    ['highway=tertiary', 54],
    ['highway=residential', 26],
    ['highway=living_street', 15],
    ['highway=unclassified surface=gravel', 40],
    ['highway=unclassified tracktype=grade4', 14],
    ['highway=service service=parking_aisle', 10],
  ])('a car on %s does %s km/h', (text, kmh) => {
    expect(ruleOf(text)?.forward.car).toBe(kmh);
  });

  test('a limit of one direction holds in that direction', () => {
    expect(speedsOf('highway=primary maxspeed=80 maxspeed:backward=50', 'car')).toEqual([68, 37.5]);
  });
});

describe('who may go', () => {
  test.each([
    ['highway=residential', 'walk cycle car'],
    ['highway=motorway', 'car'],
    ['highway=trunk motorroad=yes', 'car'],
    ['highway=trunk', 'walk cycle car'],
    ['highway=trunk maxspeed=110 foot=yes', 'walk cycle car'],
    ['highway=footway', 'walk cycle'],
    ['highway=steps', 'walk cycle'],
    ['highway=track', 'walk cycle'],
    ['highway=track access=yes', 'walk cycle'],
    ['highway=track motor_vehicle=yes', 'walk cycle car'],
    ['highway=residential access=private', null],
    ['highway=residential access=no foot=yes', 'walk cycle'],
    ['highway=residential access=private motor_vehicle=yes', 'car'],
    ['highway=residential vehicle=no', 'walk cycle'],
    ['highway=residential motor_vehicle=no motorcar=yes', 'walk cycle car'],
    ['highway=residential motor_vehicle=agricultural;forestry', 'walk cycle'],
    ['highway=residential motor_vehicle=agricultural;yes', 'walk cycle car'],
    ['highway=residential access=unheard_of', 'walk cycle car'],
    ['highway=primary foot=no', 'cycle car'],
    ['highway=primary foot=no bicycle=no', 'car'],
    ['highway=service service=emergency_access', 'walk cycle'],
    ['highway=unclassified smoothness=horrible', 'walk cycle'],
    ['highway=cycleway foot=no', 'cycle'],
    ['railway=platform', 'walk cycle'],
    ['highway=construction', null],
    ['highway=proposed', null],
    ['highway=raceway', null],
    ['building=yes', null],
    ['railway=rail', null],
    ['route=bus', null],
  ])('%s is for %s', (text, modes) => {
    const rule = ruleOf(text);
    const open = (['walk', 'cycle', 'car'] as const).filter(
      (mode) => rule !== null && rule.forward[mode] + rule.backward[mode] > 0,
    );
    expect(open.join(' ')).toBe(modes ?? '');
    expect(rule === null).toBe(modes === null);
  });

  test('roads of residents are flagged, so that nobody drives through', () => {
    expect(ruleOf('highway=residential motor_vehicle=destination')?.isDestinationOnly).toBe(true);
    expect(ruleOf('highway=service access=customers')?.isDestinationOnly).toBe(true);
    expect(ruleOf('highway=residential')?.isDestinationOnly).toBe(false);
  });

  test('where one may not ride, the bicycle is pushed', () => {
    expect(speedsOf('highway=footway', 'cycle')).toEqual([4.5, 4.5]);
    expect(speedsOf('highway=footway bicycle=yes', 'cycle')).toEqual([10, 10]);
    expect(speedsOf('highway=path bicycle=dismount', 'cycle')).toEqual([4.5, 4.5]);
    expect(speedsOf('highway=residential oneway=yes', 'cycle')).toEqual([15, 4.5]);
    expect(speedsOf('highway=motorway', 'cycle')).toEqual([0, 0]);
  });
});

describe('directions', () => {
  test.each([
    ['highway=primary oneway=yes', true, false],
    ['highway=primary oneway=1', true, false],
    ['highway=primary oneway=-1', false, true],
    ['highway=primary oneway=reverse', false, true],
    ['highway=primary oneway=no', true, true],
    ['highway=primary oneway=alternating', true, true],
    ['highway=primary junction=roundabout', true, false],
    ['highway=primary junction=circular', true, false],
    ['highway=primary junction=roundabout oneway=no', true, true],
    ['highway=motorway', true, false],
    ['highway=motorway_link', true, true],
    ['highway=primary oneway=reversible', false, false],
    ['highway=primary oneway=yes oneway:motor_vehicle=no', true, true],
  ])('cars on %s', (text, forward, backward) => {
    expect(speedsOf(text, 'car')?.map((kmh) => kmh > 0)).toEqual([forward, backward]);
  });

  test('walkers go both ways, cyclists where they are let', () => {
    expect(speedsOf('highway=residential oneway=yes', 'walk')).toEqual([4.5, 4.5]);
    expect(speedsOf('highway=residential oneway=yes oneway:bicycle=no', 'cycle')).toEqual([15, 15]);
    expect(speedsOf('highway=residential oneway=yes cycleway=opposite', 'cycle')).toEqual([15, 15]);
  });
});

describe('ferries', () => {
  test.each([
    ['00:20', 1200],
    ['1:05:30', 3930],
    ['20', 1200],
    ['PT1H20M', 4800],
    ['P1DT2H', 93_600],
    ['PT', null],
    ['', null],
    ['soon', null],
    ['0', null],
  ])('a duration of « %s » is %s seconds', (text, seconds) => {
    expect(parseDurationSeconds(text)).toBe(seconds);
  });

  test('take everybody unless their tags say otherwise', () => {
    expect(ruleOf('route=ferry duration=00:10')).toMatchObject({
      forward: { walk: 15, cycle: 15, car: 15 },
      isFerry: true,
      ferrySeconds: 600,
    });
    expect(ruleOf('route=ferry foot=yes')?.forward).toEqual({ walk: 15, cycle: 15, car: 0 });
    expect(ruleOf('route=ferry motor_vehicle=no')?.forward.car).toBe(0);
    expect(ruleOf('route=ferry foot=yes motor_vehicle=yes')?.forward.car).toBe(15);
    expect(ruleOf('route=ferry oneway=yes')?.backward.walk).toBe(0);
    expect(ruleOf('route=ferry access=private')).toBeNull();
  });
});

test.each([
  ['highway=crossing', ''],
  ['barrier=bollard', 'car'],
  ['barrier=bollard motor_vehicle=yes', ''],
  ['barrier=gate', ''],
  ['barrier=gate access=private', 'walk cycle car'],
  ['barrier=gate access=private foot=yes', 'cycle car'],
  ['barrier=gate locked=yes', 'walk cycle car'],
  ['barrier=lift_gate', ''],
  ['barrier=kissing_gate', 'cycle car'],
  ['barrier=cattle_grid', ''],
  ['barrier=wall', 'walk cycle car'],
  ['barrier=never_heard_of', ''],
])('%s stops « %s »', (text, modes) => {
  const bits = modes.split(' ').reduce((sum, mode) => sum + (MODE_BITS[mode as RoadMode] ?? 0), 0);
  expect(blockedModes(tagsOf(text))).toBe(bits);
});
