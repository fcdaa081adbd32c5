import { describe, expect, test } from 'vitest';
import { dayView } from '#domain/journey/day-view.ts';
import type { JourneyOption, JourneyRequest } from '#domain/journey/journey.ts';
import { type PlanContext, planJourney, summarizePlan } from '#domain/journey/plan-journey.ts';
import { estimateDrive } from '#domain/journey/road-estimate.ts';
import { estimateRoads } from '#domain/journey/road-times.ts';
import { ACCOMMODATIONS, type Offer } from '#domain/transport/offer.ts';
import {
  citySurgery,
  farHospital,
  journeyRequest,
  lineTimetable,
  offer,
  town,
  townNetwork,
  village,
  volunteers,
} from '#tests/domain/plan/drawn-plan.ts';
import { communes, everywhere, provenance, travelPattern } from '#tests/domain/transport/drawn.ts';

const TIMETABLE = lineTimetable();

function plan(request: Partial<JourneyRequest>, context: Partial<PlanContext> = {}) {
  const asked = journeyRequest(request);
  return planJourney(asked, {
    now: { date: '2025-01-27', minute: 600 },
    offers: [volunteers()],
    roads: estimateRoads,
    view: dayView(TIMETABLE, asked.appointment.date),
    ...context,
  });
}

function kinds(options: readonly JourneyOption[]): string[] {
  return options.map((option) => option.kind);
}

function find(options: readonly JourneyOption[], kind: string): JourneyOption {
  const found = options.find((option) => option.kind === kind);
  if (!found) throw new Error(`No ${kind} among ${kinds(options).join(', ')}.`);
  return found;
}

describe('own means', () => {
  test('a short way is walked, there in time and back after', () => {
    const near = { ...town, name: 'Cabinet du bourg', point: [0.139, 45.404] as const };
    const walk = find(plan({ from: town, to: near }).options, 'walk');
    expect(walk.tier).toBe(0);
    expect(walk.outbound.arriveMinute).toBe(590);
    expect(walk.back?.departMinute).toBe(655);
    expect(walk.price).toMatchObject({ minCents: 0, maxCents: 0, partial: false });
  });

  test('a wheelchair is not pushed along country roads', () => {
    const near = { ...town, point: [0.139, 45.404] as const };
    expect(kinds(plan({ from: town, to: near, needs: ['wheelchair'] }).options)).not.toContain(
      'walk',
    );
  });

  test('no ride is booked to the next door, unless help is needed', () => {
    const nextDoor = { ...village, name: 'En face', point: [0.0505, 45.3004] as const };
    expect(kinds(plan({ to: nextDoor }).options)).toEqual(['walk']);
    expect(kinds(plan({ to: nextDoor, needs: ['transfer_aid'] }).options)).toContain('volunteer');
  });

  test('the car appears only for those who have one, as an estimate', () => {
    expect(kinds(plan({ mode: 'no_car' }).options)).not.toContain('own_car');
    const car = find(plan({ mode: 'car' }).options, 'own_car');
    expect(car.outbound.legs[0]?.estimate).toBe(true);
    expect(kinds(plan({ mode: 'driven' }).options)).toContain('driven');
  });
});

describe('booked rides', () => {
  test('the volunteer ride is priced from home and back, membership apart', () => {
    const ride = find(
      plan({ profile: { registrations: { volunteers: false } } }).options,
      'volunteer',
    );
    const km = (2 * (ride.outbound.legs[0]?.meters ?? 0)) / 1000;
    expect(ride.price.minCents).toBeGreaterThanOrEqual(Math.floor(km * 10) - 10);
    expect(ride.price.minCents).toBeLessThanOrEqual(Math.ceil(km * 10) + 10);
    expect(ride.price.lines.find((line) => line.code === 'membership')).toMatchObject({
      minCents: 1000,
      once: 'per_year',
    });
  });

  test('waiting past ninety minutes may double the kilometres, and says so', () => {
    const long = find(
      plan({ appointment: { date: '2025-02-11', minute: 600, durationMinutes: 180 } }).options,
      'volunteer',
    );
    expect(long.notes).toContainEqual({ code: 'wait_beyond_free', minutes: 200, freeMinutes: 90 });
    expect(long.price.maxCents).toBe(2 * (long.price.minCents ?? 0));
  });

  test('one call asks for both rides, before the last moment somebody answers', () => {
    const ride = find(plan({}).options, 'volunteer');
    expect(ride.calls).toHaveLength(1);
    expect(ride.calls[0]?.deadline?.answered).toEqual({ date: '2025-02-07', minute: 1050 });
    expect(ride.calls[0]?.rides.map((each) => each.from)).toEqual(['Le Village', citySurgery.name]);
  });

  test('eligibility is open until answered, and each useful question is asked', () => {
    const open = plan({});
    expect(find(open.options, 'volunteer').tier).toBe(1);
    expect(open.questions).toEqual(expect.arrayContaining(['hasLicence', 'prescription']));
    expect(open.questions).not.toContain('residenceInsee');
    const refused = plan({ profile: { hasLicence: true } });
    expect(kinds(refused.options)).not.toContain('volunteer');
    const kept = find(refused.almost, 'volunteer');
    expect(kept.eligibility.value).toBe(false);
    expect(kept.eligibility.reasons.map((reason) => reason.criterion.kind)).toEqual(['no_licence']);
  });

  test('a member with no licence and no prescription can simply book', () => {
    const sure = plan({
      profile: { hasLicence: false, prescription: false, registrations: { volunteers: true } },
    });
    expect(find(sure.options, 'volunteer')).toMatchObject({ tier: 0, state: 'open' });
  });

  test('past the deadline an urgent call remains, without urgency the ride is kept apart', () => {
    const now = { date: '2025-02-10', minute: 600 };
    expect(find(plan({}, { now }).options, 'volunteer').tier).toBe(2);
    const strict = volunteers();
    const rule = strict.booking;
    if (!rule) throw new Error('The drawn offer has a booking rule.');
    const offers = [{ ...strict, booking: { ...rule, urgentPossible: false } }];
    const late = plan({}, { now, offers });
    expect(kinds(late.options)).not.toContain('volunteer');
    expect(find(late.almost, 'volunteer').state).toBe('too_late');
  });

  test('a day without service is kept apart with the next day it runs', () => {
    const sunday = plan({ appointment: { date: '2025-02-16', minute: 600, durationMinutes: 45 } });
    expect(find(sunday.almost, 'volunteer').notes).toContainEqual({
      code: 'not_running',
      nextDate: '2025-02-17',
    });
  });

  test('hours of service that do not hold the return are said', () => {
    const offers = [
      offer({
        id: 'bus',
        kind: 'on_demand',
        patterns: [
          travelPattern({
            rule: 'starts_in',
            origin: communes('16900'),
            destination: null,
            roundTrip: 'allowed',
            windows: [{ from: 480, to: 630 }],
          }),
        ],
      }),
    ];
    const kept = find(plan({}, { offers }).almost, 'on_demand');
    expect(kept.notes).toContainEqual({
      code: 'outside_hours',
      windows: [{ from: 480, to: 630 }],
    });
  });

  test('an offer that refuses care, or is only known to exist, is never proposed', () => {
    const offers = [
      volunteers({ purposes: { allowed: [], denied: ['health'] } }),
      volunteers({ id: 'paper', status: 'to_document' }),
    ];
    const answer = plan({}, { offers });
    expect(kinds([...answer.options, ...answer.almost])).not.toContain('volunteer');
  });
});

describe('the order', () => {
  const prescribed = offer({
    id: 'prescribed',
    kind: 'medical_seat',
    patterns: [travelPattern({ rule: 'within', origin: everywhere, destination: null })],
    eligibility: { criterion: { kind: 'prescription' }, proof: null, weight: 'hard' },
  });

  test('a prescribed ride comes first for those who hold the prescription, else after', () => {
    const offers = [prescribed, volunteers({ eligibility: null })];
    expect(kinds(plan({}, { offers, view: null }).options)).toEqual(['volunteer', 'medical_seat']);
    const held = plan({ profile: { prescription: true } }, { offers, view: null });
    expect(kinds(held.options)).toEqual(['medical_seat', 'volunteer']);
  });

  test('a ride for those who have no other is said to be a last resort', () => {
    const offers = [
      volunteers({
        eligibility: { criterion: { kind: 'no_other_solution' }, proof: null, weight: 'hard' },
      }),
    ];
    const codes = find(plan({}, { offers }).options, 'volunteer').notes.map(({ code }) => code);
    expect(codes).toContain('last_resort');
    expect(codes).not.toContain('insurance_excluded');
  });
});

describe('ambulances', () => {
  const ambulance = offer({
    id: 'ambulance',
    kind: 'medical_lying',
    patterns: [travelPattern({ rule: 'within', origin: everywhere, destination: null })],
  });

  test('are for those who must lie down', () => {
    expect(kinds(plan({}, { offers: [ambulance] }).options)).not.toContain('medical_lying');
    const lying = find(
      plan({ needs: ['lying'] }, { offers: [ambulance] }).options,
      'medical_lying',
    );
    expect(lying.notes).toContainEqual({ code: 'prescription_before' });
  });
});

describe('somebody registered with one transport and not with another', () => {
  const both = [
    volunteers({ eligibility: null }),
    volunteers({ id: 'others', name: 'Les autres', eligibility: null }),
  ];
  // Three days before for those who are registered, seven for the others.
  const late = { date: '2025-02-06', minute: 600 };
  const of = (registrations: Record<string, boolean>) => {
    const found = plan({ profile: { registrations } }, { offers: both, now: late });
    const all = [...found.options, ...found.almost];
    const way = (id: string) =>
      all.find(({ kind, offerIds }) => kind === 'volunteer' && offerIds.join() === id);
    return { found, mine: way('volunteers'), theirs: way('others') };
  };

  test('has the deadline and the price of each', () => {
    const { mine, theirs } = of({ volunteers: true });
    expect(mine).toMatchObject({ tier: 0, state: 'open' });
    expect(mine?.price.lines.map(({ code }) => code)).not.toContain('membership');
    expect(theirs).toMatchObject({ state: 'registration', tier: 2 });
    expect(theirs?.price.lines.map(({ code }) => code)).toContain('membership');
    expect(theirs?.calls[0]?.registrationClosed).not.toBeNull();
    expect(of({ others: false }).theirs?.state).toBe('too_late');
  });

  test('is asked of each, and may change an answer given', () => {
    const asked = (registrations: Record<string, boolean>) =>
      of(registrations).found.registrations.map(({ offerId }) => offerId);
    expect(asked({})).toEqual(['others', 'volunteers']);
    expect(asked({ volunteers: true, others: false })).toEqual(['others', 'volunteers']);
    expect(of({}).found.questions).not.toContain('member');
  });
});

describe('the help one may need', () => {
  const asked = (offers: readonly Offer[], request: Partial<JourneyRequest> = {}) =>
    plan(request, { offers }).needsAsked;
  const says = (value: 'yes' | 'no' | 'unknown') =>
    volunteers({ accommodations: [{ code: 'transfer_aid', value, note: null }] });

  test('is asked only where some transport found says whether it gives it', () => {
    expect(asked([says('yes')])).toEqual(['wheelchair', 'transfer_aid']);
    expect(asked([says('no')])).toContain('transfer_aid');
    expect(asked([says('unknown')])).toEqual(['wheelchair']);
  });

  test('is a wheelchair only where something is boarded, and to lie down where there are ambulances', () => {
    const near = { ...town, name: 'Cabinet du bourg', point: [0.139, 45.404] as const };
    const walk = { from: town, to: near, mode: 'no_car' } as const;
    expect(asked([], walk)).toEqual([]);
    const ambulance = offer({ id: 'ambulance', kind: 'medical_lying' });
    expect(asked([ambulance], walk)).toEqual(
      ACCOMMODATIONS.filter((code) => code === 'lying' || code === 'oxygen'),
    );
  });
});

describe('trains and coaches', () => {
  test('the train is taken in time and back after, with every later return', () => {
    const train = find(plan({ from: town }).options, 'scheduled_line');
    const ride = train.outbound.legs.find((leg) => leg.mode === 'transit');
    expect(ride).toMatchObject({ departMinute: 476, arriveMinute: 497, estimate: false });
    expect(train.back?.legs.find((leg) => leg.mode === 'transit')?.departMinute).toBe(759);
    expect(train.otherReturns).toHaveLength(1);
    expect(train.state).toBe('not_needed');
    const last = train.otherReturns[0]?.departMinute;
    expect(train.lastReturnMinute).toBe(last);
  });

  test('one walks to the platform a little before the train', () => {
    const train = find(plan({ from: town }).options, 'scheduled_line');
    expect(train.outbound.legs[0]).toMatchObject({ mode: 'walk', arriveMinute: 473 });
  });

  test('legs follow one another in time and place', () => {
    for (const option of plan({ from: town }).options) {
      for (const trip of [option.outbound, ...(option.back ? [option.back] : [])]) {
        for (const [index, leg] of trip.legs.entries()) {
          const next = trip.legs[index + 1];
          if (!next) continue;
          expect(next.from.name).toBe(leg.to.name);
          expect(next.departMinute ?? 0).toBeGreaterThanOrEqual(leg.arriveMinute ?? 0);
        }
      }
    }
  });

  test('no outbound is proposed when no train brings the person back', () => {
    const evening = plan({
      from: town,
      appointment: { date: '2025-02-11', minute: 840, durationMinutes: 240 },
    });
    expect(kinds(evening.options)).not.toContain('scheduled_line');
    expect(find(evening.almost, 'scheduled_line').notes.map((note) => note.code)).toContain(
      'no_return_after',
    );
  });

  test('beyond its dates a timetable is a reference, to be checked', () => {
    const later = plan(
      { from: town, appointment: { date: '2026-12-01', minute: 600, durationMinutes: 45 } },
      { now: { date: '2026-11-22', minute: 600 } },
    );
    const train = find(later.options, 'scheduled_line');
    expect(train.tier).toBe(1);
    expect(train.notes).toContainEqual({
      code: 'reference_timetable',
      feedId: 'line',
      validFrom: '2025-01-01',
      validTo: '2025-12-31',
    });
  });

  test('a town network without a timetable links the station and the hospital, and says so', () => {
    const offers = [townNetwork()];
    const train = find(plan({ from: town, to: farHospital }, { offers }).options, 'scheduled_line');
    expect(train.outbound.legs.map((leg) => leg.mode)).toEqual([
      'walk',
      'transit',
      'local_network',
    ]);
    expect(train.notes).toContainEqual({
      code: 'timetable_missing',
      offerName: 'Offre town-network',
    });
    expect(train.price.partial).toBe(true);
  });

  test('volunteers bring people to the station, when that is shorter than the whole road', () => {
    const fed = plan({}).options.find(
      (option) => option.kind === 'scheduled_line' && option.offerIds.includes('volunteers'),
    );
    expect(fed?.outbound.legs.map((leg) => leg.mode)).toEqual(['ride', 'transit', 'walk']);
    expect(fed?.calls.map((call) => call.rides.length)).toEqual([2]);
    // The driver hears which train is to be caught, and brings home whoever comes back by another.
    const [there, home] = fed?.calls[0]?.rides ?? [];
    expect(there).toMatchObject({
      direction: 'outbound',
      arriveBy: { minute: fed?.outbound.legs[0]?.arriveMinute, lineMinute: 476, vehicle: 'train' },
    });
    expect(home).toMatchObject({ direction: 'back', arriveBy: null });
  });

  test('a booked ride to the station ends before the train, with the margin of the offer', () => {
    const fed = plan({}).options.find(
      (option) => option.kind === 'scheduled_line' && option.offerIds.includes('volunteers'),
    );
    const [ride, train] = fed?.outbound.legs ?? [];
    const drive = estimateDrive(village.point, ride?.to.point ?? village.point).minutes;
    const rideMinutes = Math.ceil(drive * 1.3 + 5);
    expect((ride?.arriveMinute ?? 0) - (ride?.departMinute ?? 0)).toBe(rideMinutes);
    expect((train?.departMinute ?? 0) - (ride?.arriveMinute ?? 0)).toBe(10);
    const home = fed?.back?.legs.at(-1);
    expect((home?.arriveMinute ?? 0) - (home?.departMinute ?? 0)).toBe(rideMinutes);
    expect(home?.departMinute).toBe(fed?.back?.legs.at(-2)?.arriveMinute);
    expect(fed?.notes).toContainEqual({ code: 'connection_margin', minutes: 10 });
  });

  test('a line no offer describes goes by its own name, in order of use', () => {
    const titles = plan({}).options.map(({ title }) => title);
    expect(titles).toContain('Offre volunteers + 13');
  });

  test('a town network that does not run on Sunday takes nobody to the hospital that day', () => {
    const appointment = { date: '2025-02-16', minute: 600, durationMinutes: 45 };
    const answer = plan({ from: town, to: farHospital, appointment }, { offers: [townNetwork()] });
    expect(kinds(answer.options)).not.toContain('scheduled_line');
    expect(find(answer.almost, 'scheduled_line').notes).toContainEqual({
      code: 'not_running',
      nextDate: '2025-02-17',
    });
  });

  test('a feeder must end its ride within its hours, not only begin it', () => {
    const [door] = volunteers().patterns;
    const feeding = (to: number) =>
      plan(
        {},
        {
          offers: [
            volunteers({ patterns: door ? [{ ...door, windows: [{ from: 360, to }] }] : [] }),
          ],
        },
      );
    const isFed = (option: JourneyOption) =>
      option.kind === 'scheduled_line' && option.offerIds.includes('volunteers');
    const home = feeding(1200).options.find(isFed)?.back?.arriveMinute ?? 0;
    expect(feeding(home).options.some(isFed)).toBe(true);
    expect(feeding(home - 1).options.some(isFed)).toBe(false);
  });

  test('without any timetable the other ways remain', () => {
    expect(kinds(plan({ from: town }, { view: null }).options)).toEqual(['volunteer']);
  });
});

describe('the answer as a whole', () => {
  test('nothing feasible is an answer', () => {
    const empty = plan({}, { offers: [], view: null });
    expect(empty.options).toEqual([]);
    expect(empty.almost).toEqual([]);
    expect(empty.drive.minutes).toBeGreaterThan(20);
  });

  test('at most five ways, possible ones in order of tier, the same every time', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      volunteers({ id: `v${index}`, name: `V${index}` }),
    );
    const first = plan({ mode: 'car' }, { offers: many });
    expect(first.options.length).toBeLessThanOrEqual(5);
    expect(first.options.map((option) => option.tier)).toEqual(
      first.options.map((option) => option.tier).toSorted(),
    );
    const again = plan({ mode: 'car' }, { offers: many.toReversed() });
    expect(again.options.map((option) => option.id)).toEqual(
      first.options.map((option) => option.id),
    );
  });

  test('an unknown length of appointment is assumed and said', () => {
    const answer = plan({
      appointment: { date: '2025-02-11', minute: 600, durationMinutes: null },
    });
    expect(answer.options[0]?.notes).toContainEqual({ code: 'duration_assumed', minutes: 60 });
  });

  test('a summary keeps what a card shows', () => {
    const [summary] = summarizePlan(plan({ profile: { registrations: { volunteers: true } } }));
    expect(summary?.firstCall?.phone).toBe('05 99 00 00 00');
    expect(summary?.returnMinute).toBe(655);
  });

  test('a brief plan has the same ways, with one return, and the last of the day when the length is not known', () => {
    const whole = plan({ from: town });
    const brief = plan({ from: town }, { brief: true });
    const cards = (answer: typeof whole) =>
      summarizePlan(answer).map(({ id, tier, departMinute, returnMinute }) => [
        id,
        tier,
        departMinute,
        returnMinute,
      ]);
    expect(cards(brief)).toEqual(cards(whole));
    const [train, same] = [whole, brief].map((each) => find(each.options, 'scheduled_line'));
    expect(train?.otherReturns).toHaveLength(1);
    expect(same?.otherReturns).toEqual([]);
    const appointment = { date: '2025-02-11', minute: 600, durationMinutes: null };
    const [last, known] = [true, false].map(
      (isBrief) =>
        find(plan({ from: town, appointment }, { brief: isBrief }).options, 'scheduled_line')
          .lastReturnMinute,
    );
    expect(last).toBe(known);
    expect(plan({ profile: { hasLicence: true } }, { view: null, brief: true }).changes).toEqual(
      [],
    );
  });

  test('facts to confirm are said with their date', () => {
    const weak = volunteers({ provenance: { ...provenance, asOf: '2019-11' } });
    const answer = plan({}, { offers: [weak] });
    expect(answer.options[0]?.notes).toContainEqual({ code: 'facts_to_confirm', asOf: '2019-11' });
  });
});
