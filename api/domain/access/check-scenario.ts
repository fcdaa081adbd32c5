// Is this a scenario, and if not, which field is wrong?
//
// Fields not known are refused: two texts that say the same thing must be the same text.

import type { FieldFault } from '#domain/error.ts';
import { HALF_DAY_COUNT } from './half-days.ts';
import { ACCESS_PROFESSIONS } from './professions.ts';
import type { Scenario, ScenarioChange } from './scenario-change.ts';

type Rule = { expected: string; holds: (value: unknown) => boolean };
type Fields = Readonly<Record<string, Rule>>;

const MOST_CHANGES = 200;

const inRange = (from: number, to: number, unit: string): Rule => ({
  expected: `${unit} from ${from} to ${to}`,
  holds: (value) => typeof value === 'number' && value >= from && value <= to,
});
const whole = (from: number, to: number, unit: string): Rule => ({
  expected: `a whole number of ${unit} from ${from} to ${to}`,
  holds: (value) => Number.isInteger(value) && Number(value) >= from && Number(value) <= to,
});
const orNull = ({ expected, holds }: Rule): Rule => ({
  expected: `${expected}, or null`,
  holds: (value) => value === null || holds(value),
});
/** One to `most`, none twice. */
const listOf = (rule: Rule, most: number): Rule => ({
  expected: `one to ${most} of ${rule.expected}, none twice`,
  holds: (value) =>
    Array.isArray(value) &&
    value.length >= 1 &&
    value.length <= most &&
    value.every(rule.holds) &&
    new Set(value.map((each) => JSON.stringify(each))).size === value.length,
});
const noneOr = ({ expected, holds }: Rule): Rule => ({
  expected: `none, or ${expected}`,
  holds: (value) => (Array.isArray(value) && value.length === 0) || holds(value),
});
const record = (fields: Fields): Rule => ({
  expected: `{ ${Object.entries(fields)
    .map(([name, { expected }]) => `${name}: ${expected}`)
    .join('; ')} }`,
  holds: (value) => isRecord(value) && faultsOf(value, fields, '').length === 0,
});

const TEXT: Rule = {
  expected: 'a text of 1 to 80 characters',
  holds: (value) => typeof value === 'string' && value.length >= 1 && value.length <= 80,
};
const PROFESSION: Rule = {
  expected: `one of ${ACCESS_PROFESSIONS.join(', ')}`,
  holds: (value) => ACCESS_PROFESSIONS.some((each) => each === value),
};
const POINT: Rule = {
  expected: 'a point [longitude, latitude]',
  holds: (value) =>
    Array.isArray(value) &&
    value.length === 2 &&
    inRange(-180, 180, '').holds(value[0]) &&
    inRange(-90, 90, '').holds(value[1]),
};
const COMMUNE: Rule = {
  expected: 'the INSEE code of a commune',
  holds: (value) => typeof value === 'string' && /^\d[\dAB]\d{3}$/.test(value),
};
const FULL_TIME = inRange(0, 100, 'full-time posts');
const PERCENT = inRange(0, 100, 'percent');
const HALF_DAYS = listOf(
  whole(0, HALF_DAY_COUNT - 1, 'the half-day, Monday morning 0,'),
  HALF_DAY_COUNT,
);
const WEEKDAYS = listOf(whole(1, 7, 'the weekday, Monday 1,'), 7);
const CLOCK = whole(0, 1439, 'minutes from midnight');

type Kind = ScenarioChange['kind'];
type FieldsOf<K extends Kind> = Record<
  Exclude<keyof Extract<ScenarioChange, { kind: K }>, 'kind'>,
  Rule
>;

const FIELDS: { [K in Kind]: FieldsOf<K> } = {
  retire: { site: TEXT, profession: PROFESSION, fullTime: orNull(FULL_TIME) },
  reduce_activity: { site: TEXT, profession: PROFESSION, keptPercent: PERCENT },
  move: { site: TEXT, to: POINT },
  open_site: {
    id: TEXT,
    at: POINT,
    staff: listOf(record({ profession: PROFESSION, fullTime: FULL_TIME }), 6),
    halfDays: HALF_DAYS,
  },
  advanced_consultation: { id: TEXT, at: POINT, profession: PROFESSION, halfDays: HALF_DAYS },
  mobile_unit: {
    id: TEXT,
    profession: PROFESSION,
    stops: listOf(record({ at: POINT, halfDays: HALF_DAYS, everyWeeks: whole(1, 8, 'weeks') }), 50),
  },
  teleconsultation_booth: {
    id: TEXT,
    at: POINT,
    profession: PROFESSION,
    halfDays: HALF_DAYS,
    countsPercent: PERCENT,
  },
  extend_hours: {
    site: TEXT,
    profession: PROFESSION,
    halfDays: HALF_DAYS,
    addedFullTime: FULL_TIME,
  },
  add_on_demand: {
    id: TEXT,
    zone: listOf(COMMUNE, 2_000),
    destinations: listOf(COMMUNE, 2_000),
    weekdays: WEEKDAYS,
    fromMinute: CLOCK,
    toMinute: CLOCK,
    waitMinutes: inRange(0, 240, 'minutes'),
    durationFactor: inRange(1, 5, 'times the drive'),
    bookingDaysBefore: whole(0, 14, 'days'),
  },
  add_line: {
    id: TEXT,
    stops: listOf(record({ at: POINT, minutesFromFirst: whole(0, 600, 'minutes') }), 200),
    departures: listOf(CLOCK, 200),
    returnDepartures: noneOr(listOf(CLOCK, 200)),
    weekdays: WEEKDAYS,
  },
  retime_line: { line: TEXT, shiftMinutes: whole(-240, 240, 'minutes'), weekdays: WEEKDAYS },
};

/** Empty when it is a `Scenario`. Fields read `changes[2].keptPercent`. */
export function scenarioFaults(value: unknown): FieldFault[] {
  const faults = faultsOf(value, {
    version: { expected: '1', holds: (each) => each === 1 },
    vintages: { expected: 'editions by source, texts', holds: isRecordOf(['string']) },
    parameters: {
      expected: 'texts, numbers, true or false by name',
      holds: isRecordOf(['string', 'number', 'boolean']),
    },
    changes: {
      expected: `a list of ${MOST_CHANGES} changes at most`,
      holds: (each) => Array.isArray(each) && each.length <= MOST_CHANGES,
    },
  });
  if (faults.length > 0) return faults;
  return (value as Scenario).changes.flatMap((change, i) => changeFaults(change, `changes[${i}]`));
}

function changeFaults(change: unknown, at: string): FieldFault[] {
  const kind = isRecord(change) ? change['kind'] : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(FIELDS, kind)) {
    const expected = `one of ${Object.keys(FIELDS).join(', ')}`;
    return [{ field: `${at}.kind`, expected, received: received(kind) }];
  }
  const fields: Fields = FIELDS[kind as Kind];
  const faults = faultsOf(change, { kind: { expected: kind, holds: () => true }, ...fields }, at);
  if (faults.length > 0) return faults;
  return orderFaults(change as ScenarioChange, at);
}

/** What only fields together tell. */
function orderFaults(change: ScenarioChange, at: string): FieldFault[] {
  if (change.kind === 'add_on_demand') {
    const { fromMinute, toMinute } = change;
    if (toMinute > fromMinute) return [];
    const expected = `minutes after ${fromMinute}`;
    return [{ field: `${at}.toMinute`, expected, received: received(toMinute) }];
  }
  if (change.kind !== 'add_line') return [];
  if (change.stops.length < 2) {
    return [{ field: `${at}.stops`, expected: 'two stops at least', received: '1' }];
  }
  const minutes = change.stops.map(({ minutesFromFirst }) => minutesFromFirst);
  return minutes.flatMap((each, i) => {
    const before = minutes[i - 1];
    const isRight = before === undefined ? each === 0 : each > before;
    const expected = before === undefined ? '0' : `minutes after ${before}`;
    const field = `${at}.stops[${i}].minutesFromFirst`;
    return isRight ? [] : [{ field, expected, received: received(each) }];
  });
}

function faultsOf(value: unknown, fields: Fields, at = ''): FieldFault[] {
  if (!isRecord(value)) {
    const expected = `an object with ${Object.keys(fields).join(', ')}`;
    return [{ field: at === '' ? 'scenario' : at, expected, received: received(value) }];
  }
  const path = (name: string): string => (at === '' ? name : `${at}.${name}`);
  const wrong = Object.entries(fields).flatMap(([name, { expected, holds }]) =>
    holds(value[name]) ? [] : [{ field: path(name), expected, received: received(value[name]) }],
  );
  const unknown = Object.keys(value)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => ({
      field: path(name),
      expected: 'no such field',
      received: received(value[name]),
    }));
  return [...wrong, ...unknown];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Numbers must be finite: those that are not have no text. */
const isRecordOf =
  (types: readonly string[]) =>
  (value: unknown): boolean =>
    isRecord(value) &&
    Object.values(value).every(
      (each) => types.includes(typeof each) && (typeof each !== 'number' || Number.isFinite(each)),
    );

const received = (value: unknown): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80);
