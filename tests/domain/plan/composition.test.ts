import { describe, expect, test } from 'vitest';
import { dayView } from '#domain/journey/day-view.ts';
import type { JourneyOption, JourneyRequest } from '#domain/journey/journey.ts';
import { type PlanContext, planJourney } from '#domain/journey/plan-journey.ts';
import { firstPick, lastPick } from '#domain/journey/ride-window.ts';
import type { Offer, TravelPattern } from '#domain/transport/offer.ts';
import {
  citySurgery,
  journeyRequest,
  lineTimetable,
  offer,
  town,
  village,
  volunteers,
} from '#tests/domain/plan/drawn-plan.ts';
import { clock, plainRoads } from '#tests/domain/plan/sud-charente.ts';
import { bookingRule, communes, everywhere, travelPattern } from '#tests/domain/transport/drawn.ts';

const TIMETABLE = lineTimetable();

function plan(
  request: Partial<JourneyRequest>,
  offers: Offer[],
  change: Partial<PlanContext> = {},
) {
  const asked = journeyRequest(request);
  return planJourney(asked, {
    now: { date: '2025-01-27', minute: 600 },
    offers,
    view: dayView(TIMETABLE, asked.appointment.date),
    roads: plainRoads,
    ...change,
  });
}

const afternoon = { date: '2025-02-11', minute: clock('15:00'), durationMinutes: 45 };

/** On demand from the village to the station of the town, and back. */
function feeder(pattern: Partial<TravelPattern>, change: Partial<Offer> = {}): Offer {
  return offer({
    id: 'feeder',
    kind: 'on_demand',
    booking: bookingRule({ channels: ['none'] }),
    patterns: [
      travelPattern({
        id: 'feeder-door',
        rule: 'starts_in',
        origin: communes(village.insee ?? ''),
        destination: everywhere,
        bothWays: true,
        feeder: 'only',
        durationFactor: 1,
        durationOffsetSeconds: 0,
        ...pattern,
      }),
    ],
    ...change,
  });
}

const isLine = ({ kind }: JourneyOption) => kind === 'scheduled_line';
const train = (trip: JourneyOption['back']) =>
  trip?.legs.find(({ mode }) => mode === 'transit')?.departMinute;

describe('a ride to the train', () => {
  test('takes an earlier train when its hours do not allow the last one in time', () => {
    // Town to city at 7:56 and 12:56; the bus stops for lunch when the second would be caught.
    const all = plan({ appointment: afternoon }, [feeder({})]).options.find(isLine);
    expect(train(all?.outbound ?? null)).toBe(clock('12:56'));
    const windows = [
      { from: clock('6:00'), to: clock('12:00') },
      { from: clock('14:00'), to: clock('20:00') },
    ];
    const early = plan({ appointment: afternoon }, [feeder({ windows })]).options.find(isLine);
    expect(train(early?.outbound ?? null)).toBe(clock('7:56'));
    expect(train(early?.back ?? null)).toBe(clock('17:43'));
  });

  test('is kept apart when no train at all fits its hours', () => {
    const windows = [{ from: clock('14:00'), to: clock('20:00') }];
    const answer = plan({ appointment: afternoon }, [feeder({ windows })]);
    expect(answer.options.some(isLine)).toBe(false);
    expect(answer.almost.find(isLine)?.notes).toContainEqual({
      code: 'outside_hours',
      windows,
    });
  });

  test('home outside its hours is not counted on: the next one is', () => {
    // The train of 12:39 is met at 13:00, that of 17:43 at 18:04.
    const windows = [
      { from: clock('6:00'), to: clock('9:00') },
      { from: clock('17:00'), to: clock('20:00') },
    ];
    const fed = plan({}, [feeder({ windows })]).options.find(isLine);
    expect(train(fed?.back ?? null)).toBe(clock('17:43'));
    expect(fed?.otherReturns).toEqual([]);
  });

  test('that can no longer be booked is not proposed', () => {
    const booking = bookingRule({ notice: { kind: 'elapsed', minMinutes: 120, maxMinutes: null } });
    const asked = { appointment: afternoon };
    const at = (time: string) =>
      plan(asked, [feeder({}, { booking })], { now: { date: '2025-02-11', minute: clock(time) } });
    // The ride to the train of 12:56 leaves about half an hour before it.
    expect(at('10:00').options.some(isLine)).toBe(true);
    expect(at('10:50').options.some(isLine)).toBe(false);
    expect(at('10:50').almost.find(isLine)?.state).toBe('too_late');
  });

  test('there and back is one loop and one membership', () => {
    const fed = plan({}, [volunteers({ eligibility: null })]).options.find(isLine);
    const [ride] = fed?.outbound.legs ?? [];
    const km = Math.round((2 * (ride?.meters ?? 0)) / 100) / 10;
    const lines = fed?.price.lines ?? [];
    expect(lines.filter(({ code }) => code === 'per_km').map((each) => each.km)).toEqual([km]);
    expect(lines.filter(({ code }) => code === 'membership')).toHaveLength(1);
    // The driver goes home: no wait to pay.
    expect(lines.some(({ code }) => code === 'wait_doubled')).toBe(false);
  });
});

describe('there and back', () => {
  const direct = (change: Partial<TravelPattern>) =>
    offer({
      id: 'bus',
      kind: 'on_demand',
      booking: bookingRule({ channels: ['none'] }),
      patterns: [
        travelPattern({
          id: 'bus-door',
          rule: 'starts_in',
          origin: communes(town.insee ?? ''),
          durationFactor: 1,
          durationOffsetSeconds: 0,
          ...change,
        }),
      ],
    });

  test('go by a ride there and the train back when there is no train in time', () => {
    const early = { date: '2025-02-11', minute: clock('8:00'), durationMinutes: 45 };
    const bus = direct({ windows: [{ from: clock('6:00'), to: clock('9:00') }] });
    const mixed = plan({ from: town, appointment: early }, [bus]).options.find(({ offerIds }) =>
      offerIds.includes('bus'),
    );
    expect(mixed?.outbound.legs.map(({ mode }) => mode)).toEqual(['ride']);
    expect(mixed?.outbound.arriveMinute).toBe(clock('7:50'));
    expect(mixed?.back?.legs.map(({ mode }) => mode)).toEqual(['walk', 'transit', 'walk']);
    expect(train(mixed?.back ?? null)).toBe(clock('12:39'));
    // The last train, and its ticket nobody has told the price of.
    expect(train(mixed?.otherReturns.at(-1) ?? null)).toBe(clock('17:43'));
    expect(mixed?.lastReturnMinute).toBe(mixed?.otherReturns.at(-1)?.departMinute);
    expect(mixed?.price).toMatchObject({ maxCents: null, partial: true });
  });

  test('go by the train there and a ride back when the last train has left', () => {
    const late = { date: '2025-02-11', minute: clock('17:00'), durationMinutes: 60 };
    const bus = direct({
      rule: 'ends_in',
      roundTrip: 'forbidden',
      windows: [{ from: clock('16:00'), to: clock('21:00') }],
    });
    const mixed = plan({ from: town, appointment: late }, [bus]).options[0];
    expect(mixed?.outbound.legs.map(({ mode }) => mode)).toEqual(['walk', 'transit', 'walk']);
    expect(mixed?.back?.legs.map(({ mode }) => mode)).toEqual(['ride']);
    expect(mixed?.back?.departMinute).toBe(clock('18:10'));
  });

  test('are by the same offer when it asks for both', () => {
    const early = { date: '2025-02-11', minute: clock('8:00'), durationMinutes: 45 };
    const windows = [{ from: clock('6:00'), to: clock('9:00') }];
    const answer = plan({ from: town, appointment: early }, [
      direct({ roundTrip: 'required', windows }),
    ]);
    expect(answer.options.filter(({ offerIds }) => offerIds.includes('bus'))).toEqual([]);
  });

  test('an offer that takes people there and never back is not a way', () => {
    const answer = plan({ from: town, to: citySurgery }, [direct({ roundTrip: 'forbidden' })], {
      view: null,
    });
    expect(answer.options).toEqual([]);
    expect(answer.almost[0]?.notes).toContainEqual({ code: 'no_return' });
  });

  test('by a pattern that runs then, whatever the order of the patterns', () => {
    const [morning, evening] = [
      travelPattern({ id: 'm', origin: everywhere, windows: [{ from: 420, to: 600 }] }),
      travelPattern({ id: 'e', origin: everywhere, windows: [{ from: 420, to: 1200 }] }),
    ];
    const bus = { ...direct({}), patterns: [morning, evening] };
    const [best] = plan({}, [bus], { view: null }).options;
    expect(best?.id).toBe('on_demand-bus-e');
  });
});

describe('an appointment of unknown length', () => {
  test('is to check when the last return leaves before it may end', () => {
    // 16:20 and an hour and ten minutes: the train of 17:43 is caught; two hours, and it is not.
    const appointment = { date: '2025-02-11', minute: clock('16:05'), durationMinutes: null };
    const risky = plan({ from: town, appointment }, []).options.find(isLine);
    expect(risky?.tier).toBe(1);
    expect(risky?.notes).toContainEqual({
      code: 'no_return_after',
      minute: risky?.lastReturnMinute,
    });
    const known = { ...appointment, durationMinutes: 60 };
    expect(plan({ from: town, appointment: known }, []).options.find(isLine)?.tier).toBe(0);
  });
});

describe('a booked ride within hours of service', () => {
  const windows = [
    { from: 480, to: 720 },
    { from: 840, to: 1080 },
  ];

  test('leaves as late as it may to be there in time', () => {
    expect(lastPick(windows, 30, 600)).toBe(570);
    expect(lastPick(windows, 30, 800)).toBe(690);
    expect(lastPick(windows, 30, 500)).toBeNull();
    expect(lastPick([], 30, 500)).toBe(470);
  });

  test('comes home as soon as it may', () => {
    expect(firstPick(windows, 30, 600)).toBe(600);
    expect(firstPick(windows, 30, 700)).toBe(840);
    expect(firstPick(windows, 30, 1060)).toBeNull();
    expect(firstPick([], 30, 1060)).toBe(1060);
  });

  test('never makes anybody wait more than three hours', () => {
    expect(lastPick(windows, 30, 1300)).toBeNull();
    expect(firstPick(windows, 30, 200)).toBeNull();
  });
});
