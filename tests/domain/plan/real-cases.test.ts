// The table « Real cases » of api/domain/README.md, reckoned there by hand and checked here.

import { beforeAll, describe, expect, test } from 'vitest';
import type { DayView } from '#domain/journey/day-view.ts';
import type {
  Appointment,
  JourneyOption,
  JourneyPlan,
  JourneyRequest,
  Trip,
} from '#domain/journey/journey.ts';
import { planJourney } from '#domain/journey/plan-journey.ts';
import type { Moment } from '#domain/time.ts';
import { DEMO_OFFERS } from '#seeds/demo/transport/offers.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import {
  aubeterre,
  chalaisDoctor,
  cityDoctor,
  clock,
  hospital,
  laCouronne,
  montmoreau,
  plainRoads,
  readTrains,
} from '#tests/domain/plan/sud-charente.ts';

const zip = sharedFile('data/gtfs/ter-charente-2025.zip', 'Real journeys in Sud Charente');

const MOSC = 'mosc-transport-solidaire';
/** Registered with the association, and answering all it asks. */
const MEMBER = {
  registrations: { [MOSC]: true },
  hasLicence: false,
  hasVehicle: false,
  lowIncome: true,
  coveredByInsurance: false,
} as const;

describe.runIf(zip)('real journeys in Sud Charente', () => {
  let viewOf: (date: string) => DayView;

  beforeAll(async () => {
    viewOf = await readTrains(zip ?? '');
  });

  function plan(
    ends: Pick<JourneyRequest, 'from' | 'to'>,
    appointment: Appointment,
    now: Moment,
    change: Partial<JourneyRequest> = {},
  ): JourneyPlan {
    const request: JourneyRequest = {
      ...ends,
      appointment,
      mode: 'no_car',
      profile: {},
      needs: [],
      ...change,
    };
    return planJourney(request, {
      now,
      offers: DEMO_OFFERS,
      view: viewOf(appointment.date),
      viewOf,
      roads: plainRoads,
    });
  }

  const toChalais = { from: aubeterre, to: chalaisDoctor };
  const toHospital = { from: montmoreau, to: hospital };

  test('1. Aubeterre to the doctor of Chalais: a volunteer waits and brings back, for 2.58 €', () => {
    const answer = plan(toChalais, at('2025-02-11', '10:00', 30), moment('2025-02-03', '10:00'), {
      profile: MEMBER,
    });
    const ride = by(answer.options, MOSC);
    expect(times(ride.outbound)).toEqual([clock('9:25'), clock('9:50')]);
    expect(ride.back && times(ride.back)).toEqual([clock('10:40'), clock('11:05')]);
    expect(ride.notes).toContainEqual({ code: 'driver_waits', minutes: 50 });
    expect(ride.price).toMatchObject({ minCents: 258, maxCents: 258, partial: false });
    expect(ride.state).toBe('open');
    expect(ride.calls[0]?.deadline).toEqual({
      opens: null,
      limit: moment('2025-02-08', '17:30'),
      answered: moment('2025-02-07', '17:30'),
    });
  });

  test('2. Montmoreau to the hospital of Angoulême by train, there and back', () => {
    const answer = plan(toHospital, at('2025-02-11', '10:00', 60), moment('2025-02-03', '10:00'));
    const train = line(answer.options);
    expect(trains(train.outbound)).toEqual([[clock('7:56'), clock('8:17')]]);
    expect(times(train.outbound)).toEqual([clock('7:41'), clock('8:50')]);
    expect(train.back && trains(train.back)).toEqual([[clock('12:39'), clock('12:59')]]);
    expect(train.notes).toContainEqual({
      code: 'timetable_missing',
      offerName: 'Möbius, bus de l’agglomération d’Angoulême',
    });
    expect(train.tier).toBe(1);
    expect(train.calls).toEqual([]);
  });

  test('3. who lives outside the 89 communes is told so, and keeps the prescribed ways', () => {
    const answer = plan(
      { from: laCouronne, to: chalaisDoctor },
      at('2025-02-11', '10:00', 30),
      moment('2025-02-03', '10:00'),
    );
    expect(answer.options.some(({ offerIds }) => offerIds.includes(MOSC))).toBe(false);
    const refused = by(answer.almost, MOSC);
    expect(refused.eligibility.value).toBe(false);
    expect(refused.eligibility.reasons.map(({ criterion }) => criterion.kind)).toEqual([
      'residence',
    ]);
    expect(by(answer.options, 'transport-sanitaire-assis').tier).toBe(1);
  });

  test('4. on Sunday the train of 10:32 goes to Angoulême and the only return is at 18:41', () => {
    const answer = plan(
      { from: montmoreau, to: cityDoctor },
      at('2025-02-16', '12:00', 30),
      moment('2025-02-03', '10:00'),
    );
    const train = line(answer.options);
    expect(trains(train.outbound)).toEqual([[clock('10:32'), clock('10:53')]]);
    expect(train.back && trains(train.back)).toEqual([[clock('18:41'), clock('19:01')]]);
    expect(train.otherReturns).toEqual([]);
    // Leaving the doctor thirteen minutes before the train: ten on foot, three on the platform.
    expect(train.lastReturnMinute).toBe(clock('18:28'));
    // From 12:40 to 18:28.
    expect(train.notes).toContainEqual({ code: 'long_wait', minutes: 348 });
  });

  test('5. on Easter Monday no bus goes to the hospital; it does on Tuesday', () => {
    const answer = plan(toHospital, at('2025-04-21', '12:30', 60), moment('2025-04-07', '10:00'));
    expect(answer.options.some(({ kind }) => kind === 'scheduled_line')).toBe(false);
    const train = line(answer.almost);
    expect(trains(train.outbound)).toEqual([[clock('10:32'), clock('10:53')]]);
    expect(train.notes).toContainEqual({ code: 'not_running', nextDate: '2025-04-22' });
  });

  test('6. a wheelchair nobody has spoken of is to be asked, it is not refused', () => {
    const answer = plan(toChalais, at('2025-02-11', '10:00', 30), moment('2025-02-03', '10:00'), {
      profile: MEMBER,
      needs: ['wheelchair'],
    });
    const ride = by(answer.options, MOSC);
    expect(ride.tier).toBe(1);
    expect(ride.notes).toContainEqual({
      code: 'accommodation_unknown',
      accommodation: 'wheelchair',
    });
  });

  test('7. over Whit Monday one must call on Friday for the ride of Thursday', () => {
    const answer = plan(toChalais, at('2026-05-28', '10:00', 30), moment('2026-05-11', '10:00'), {
      profile: MEMBER,
    });
    const ride = by(answer.options, MOSC);
    expect(ride.state).toBe('open');
    expect(ride.calls[0]?.deadline).toEqual({
      opens: null,
      limit: moment('2026-05-25', '17:30'),
      answered: moment('2026-05-22', '17:30'),
    });
  });

  test('8. without a known length every later train is listed, to the last', () => {
    const answer = plan(toHospital, at('2025-02-11', '10:00', null), moment('2025-02-03', '10:00'));
    const train = line(answer.options);
    expect(train.notes).toContainEqual({ code: 'duration_assumed', minutes: 60 });
    const returns = [...(train.back ? [train.back] : []), ...train.otherReturns];
    expect(returns.map((trip) => trains(trip)[0]?.[0])).toEqual(
      ['12:39', '16:43', '17:43', '18:41'].map(clock),
    );
    // Thirty-three minutes to the station.
    expect(train.lastReturnMinute).toBe(clock('18:08'));
  });

  test('9. the day before, only an urgent call to the association is left', () => {
    const answer = plan(toChalais, at('2025-02-11', '10:00', 30), moment('2025-02-10', '10:00'), {
      profile: { ...MEMBER, ageYears: 80, prescription: false },
    });
    const ride = by(answer.options, MOSC);
    expect(ride).toMatchObject({ tier: 2, state: 'too_late' });
    expect(ride.calls[0]?.urgentPossible).toBe(true);
    // Ten kilometres at most, and the road is 12.9 long.
    const all = [...answer.options, ...answer.almost].flatMap(({ offerIds }) => offerIds);
    expect(all).not.toContain('sortir-plus');
  });

  test('10. too late in the evening nothing brings back: an hour earlier the train does', () => {
    const answer = plan(toHospital, at('2025-02-11', '17:30', 60), moment('2025-02-03', '10:00'), {
      profile: { hasLicence: true, prescription: false, ageYears: 60 },
    });
    expect(answer.options).toEqual([]);
    const hour = answer.changes.find(({ kind }) => kind === 'other_hour');
    expect(hour).toMatchObject({ date: '2025-02-11', minute: clock('16:30') });
    expect(hour && 'way' in hour && hour.way.kind).toBe('scheduled_line');
    // The last train leaves at the same hour every day.
    expect(answer.changes.some(({ kind }) => kind === 'other_day')).toBe(false);
    expect(answer.changes.some(({ kind }) => kind === 'proof')).toBe(true);
  });

  test('11. a volunteer takes from Aubeterre to the train, the bus to the hospital', () => {
    const answer = plan(
      { from: aubeterre, to: hospital },
      at('2025-02-11', '10:00', 60),
      moment('2025-02-03', '10:00'),
      { profile: MEMBER },
    );
    const fed = answer.options.find(
      ({ kind, offerIds }) => kind === 'scheduled_line' && offerIds.includes(MOSC),
    );
    expect(fed?.outbound.legs.map(({ mode }) => mode)).toEqual([
      'ride',
      'transit',
      'local_network',
    ]);
    expect(fed?.outbound.departMinute).toBe(clock('7:08'));
    expect(fed && trains(fed.outbound)).toEqual([[clock('7:56'), clock('8:17')]]);
    expect(fed?.notes).toContainEqual({ code: 'connection_margin', minutes: 15 });
    // One loop to the station and back, 37.2 km, the other fares unknown.
    expect(fed?.price).toMatchObject({ minCents: 372, maxCents: null, partial: true });
    expect(fed?.calls.map(({ rides }) => rides.length)).toEqual([2]);
  });
});

function at(date: string, time: string, durationMinutes: number | null): Appointment {
  return { date, minute: clock(time), durationMinutes };
}

function moment(date: string, time: string): Moment {
  return { date, minute: clock(time) };
}

function by(options: readonly JourneyOption[], offerId: string): JourneyOption {
  const found = options.find(({ offerIds }) => offerIds.length === 1 && offerIds[0] === offerId);
  if (!found) throw new Error(`No ${offerId} among ${options.map(({ id }) => id).join(', ')}.`);
  return found;
}

function line(options: readonly JourneyOption[]): JourneyOption {
  const found = options.find(({ kind }) => kind === 'scheduled_line');
  if (!found) throw new Error(`No line among ${options.map(({ id }) => id).join(', ')}.`);
  return found;
}

function times({ departMinute, arriveMinute }: Trip) {
  return [departMinute, arriveMinute];
}

function trains({ legs }: Trip) {
  return legs
    .filter(({ mode }) => mode === 'transit')
    .map(({ departMinute, arriveMinute }) => [departMinute, arriveMinute]);
}
