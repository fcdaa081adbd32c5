// What organizations say of imported lines: who is proposed them, on which conditions, with which call?

import { describe, expect, test } from 'vitest';
import { dayView } from '#domain/journey/day-view.ts';
import { findSlots } from '#domain/journey/find-slots.ts';
import type { JourneyOption, JourneyPlan, JourneyRequest } from '#domain/journey/journey.ts';
import { planJourney } from '#domain/journey/plan-journey.ts';
import { estimateRoads } from '#domain/journey/road-times.ts';
import { marksOn } from '#domain/journey/timetable-marks.ts';
import type { LineMark, OverlayMark, OverlayTarget } from '#domain/transport/line-overlay.ts';
import { citySurgery, journeyRequest, lineTimetable, town } from '#tests/domain/plan/drawn-plan.ts';
import { bookingRule, lineHours } from '#tests/domain/transport/drawn.ts';

const LINE = lineTimetable();
const NOW = { date: '2025-02-10', minute: 600 };

function mark(
  said: OverlayMark,
  [target, targetId]: readonly [OverlayTarget, string] = ['route', 'r'],
  change: Partial<LineMark> = {},
): LineMark {
  const id = `m-${target}-${targetId}-${said.kind}`;
  const about = { id, feedId: 'line', target, targetId, note: '' };
  return { ...about, saidBy: 'MOSC', saidOn: '2025-02-01', ...said, ...change } as LineMark;
}

function plan(marks: readonly LineMark[], change: Partial<JourneyRequest> = {}): JourneyPlan {
  const request = journeyRequest({ from: town, to: citySurgery, ...change });
  const view = dayView(LINE, request.appointment.date);
  const said = marksOn(LINE, marks);
  return planJourney(request, {
    now: NOW,
    offers: [],
    roads: estimateRoads,
    view: said === null ? view : { ...view, marks: said },
  });
}

const lines = ({ options, almost }: JourneyPlan) =>
  [...options, ...almost].filter(({ kind }) => kind === 'scheduled_line');
const boarded = ({ outbound }: JourneyOption) => outbound.legs.find(({ line }) => line);
const RESERVED = { kind: 'reserved', forWhom: 'abonnés Handibus', condition: null } as const;
const CARD = { ...RESERVED, condition: { kind: 'disability_card' } } as const;
/** Trains at 7:56 and 12:56 are there in time. */
const AFTERNOON = { date: '2025-02-11', minute: 840, durationMinutes: 45 };

describe('a line nobody may board', () => {
  test('is proposed to nobody: hidden, or kept for pupils, whole or by one of its stops', () => {
    expect(lines(plan([]))).toHaveLength(1);
    expect(lines(plan([mark({ kind: 'hidden' })]))).toEqual([]);
    expect(lines(plan([mark({ kind: 'school_only' })]))).toEqual([]);
    expect(lines(plan([mark({ kind: 'hidden' }, ['stop', 'city'])]))).toEqual([]);
  });

  test('one trip hidden leaves the others', () => {
    const [way] = lines(
      plan([mark({ kind: 'hidden' }, ['trip', 'up-2'])], { appointment: AFTERNOON }),
    );
    expect(way && boarded(way)?.departMinute).toBe(476);
  });

  test('what is said of one trip stands in place of what the organization says of the line', () => {
    const marks = [
      mark({ kind: 'school_only' }),
      ...['up-1', 'down-1'].map((id) => mark({ kind: 'school_open' }, ['trip', id])),
    ];
    const [way] = lines(plan(marks, { appointment: AFTERNOON }));
    expect(way).toMatchObject({ tier: 3 });
    const morning = lines(plan(marks))[0];
    expect(morning && boarded(morning)?.line?.marks).toMatchObject([
      { kind: 'school_open', target: 'trip', saidBy: 'MOSC', saidOn: '2025-02-01' },
    ]);
    const other = { saidBy: 'Région' };
    const byAnother = [
      mark({ kind: 'school_only' }, ['route', 'r'], other),
      mark({ kind: 'school_open' }, ['trip', 'up-1']),
    ];
    expect(lines(plan(byAnother))).toEqual([]);
  });

  test('a trip is known again when the feed names it anew: same line, same number, same second', () => {
    const trip = { routeId: 'r', headsign: null, shortName: null, departSeconds: 476 * 60 };
    const renamed = mark({ kind: 'hidden' }, ['trip', 'up-1 of the winter'], { trip });
    expect(lines(plan([renamed]))).toEqual([]);
    const later = { ...trip, departSeconds: 477 * 60 };
    expect(marksOn(LINE, [{ ...renamed, trip: later }])).toBeNull();
    // By its id first: what bears another sign is the trip that was marked, moved.
    const moved = mark({ kind: 'hidden' }, ['trip', 'up-2'], { trip });
    expect(lines(plan([moved]))).toHaveLength(1);
    const ofTwo = [renamed, mark({ kind: 'note' }, ['trip', 'up-1'], { saidBy: 'Région' })];
    expect(marksOn(LINE, ofTwo)?.all).toHaveLength(2);
  });

  test('in another feed, or gone from this one, is of no line here', () => {
    const elsewhere = mark({ kind: 'hidden' }, ['route', 'r'], { feedId: 'autre' });
    expect(marksOn(LINE, [elsewhere, mark({ kind: 'hidden' }, ['trip', 'up-9'])])).toBeNull();
    expect(marksOn(LINE, [])).toBeNull();
    expect(plan([elsewhere])).toEqual(plan([]));
  });
});

describe('a reserved line', () => {
  test('is to check by phone, with whom it is for, when nothing was asked that tells', () => {
    const [way] = lines(plan([mark(RESERVED)]));
    expect(way).toMatchObject({
      tier: 1,
      eligibility: {
        value: null,
        reasons: [{ criterion: { kind: 'other', label: 'abonnés Handibus' }, value: null }],
      },
    });
    expect(way && boarded(way)?.line?.marks).toMatchObject([RESERVED]);
  });

  test('asks the question that tells, is for who answers yes and is not proposed to who answers no', () => {
    const asked = plan([mark(CARD)]);
    expect(asked.questions).toContain('disabilityCard');
    expect(lines(asked)).toMatchObject([{ tier: 1 }]);
    const yes = plan([mark(CARD)], { profile: { disabilityCard: true } });
    expect(lines(yes)).toMatchObject([{ tier: 0, eligibility: { value: true } }]);
    expect(yes.questions).not.toContain('disabilityCard');
    expect(lines(plan([mark(CARD)], { profile: { disabilityCard: false } }))).toEqual([]);
  });

  test('never stands in place of one for everybody: both are told', () => {
    const found = lines(plan([mark(RESERVED, ['trip', 'up-2'])], { appointment: AFTERNOON }));
    expect(found.map((way) => [boarded(way)?.departMinute, way.tier])).toEqual([
      [476, 0],
      [776, 1],
    ]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });
});

describe('a line on booking', () => {
  const booking = bookingRule({
    phone: '05 45 99 00 00',
    notice: {
      kind: 'days_before',
      days: 1,
      businessDays: false,
      atMinute: 1020,
      opensDaysBefore: null,
    },
    lineHours: lineHours(['9-17', '9-17', '9-17', '9-17', '9-17', '', '']),
  });

  test('is called for until the day before, once for both ways', () => {
    const [way] = lines(plan([mark({ kind: 'on_booking', booking })]));
    expect(way?.calls).toMatchObject([
      {
        offerId: null,
        offerName: 'La ligne',
        phone: '05 45 99 00 00',
        deadline: { limit: { date: '2025-02-10', minute: 1020 } },
        rides: [{ minute: 476 }, { minute: 759 }],
      },
    ]);
    expect(way?.state).toMatch(/open|soon/);
    expect(way && boarded(way)?.line).toMatchObject({ bookedPickup: 'phone', bookedDropOff: null });
  });

  test('too late to book, does not hide the train before', () => {
    const late = bookingRule({ ...booking, notice: { ...booking.notice, days: 4 } as never });
    const marks = [mark({ kind: 'on_booking', booking: late }, ['trip', 'up-2'])];
    const found = lines(plan(marks, { appointment: AFTERNOON }));
    expect(found.map((way) => [boarded(way)?.departMinute, way.state])).toEqual([
      [476, 'not_needed'],
      [776, 'too_late'],
    ]);
  });

  test('without a rule of its own has that of the line: until when is not known here', () => {
    expect(lines(plan([mark({ kind: 'on_booking', booking: null })]))).toMatchObject([
      { state: 'unknown', tier: 1, calls: [{ offerName: 'La ligne', deadline: null }] },
    ]);
  });

  test('at one stop only is asked where one gets off there', () => {
    const [way] = lines(
      plan([mark({ kind: 'on_booking', booking }, ['stop', 'city'])], { mode: 'no_car' }),
    );
    expect(way && boarded(way)?.line).toMatchObject({ bookedPickup: null, bookedDropOff: 'phone' });
  });
});

test('a note is read on the leg and changes nothing else', () => {
  const noted = plan([
    mark({ kind: 'note' }, ['route', 'r'], { note: 'Arrêt déplacé place de l’Église.' }),
  ]);
  const [before, after] = [lines(plan([]))[0], lines(noted)[0]];
  expect(after && boarded(after)?.line?.marks).toMatchObject([
    { kind: 'note', note: 'Arrêt déplacé place de l’Église.' },
  ]);
  expect(after).toMatchObject({ id: before?.id, tier: before?.tier, state: before?.state });
});

test('marks that change are read again, on the same day and from the same home', () => {
  const note = (text: string) => [mark({ kind: 'note' }, ['route', 'r'], { note: text })];
  for (const text of ['Un', 'Deux']) {
    const [way] = lines(plan(note(text)));
    expect(way && boarded(way)?.line?.marks?.[0]?.note).toBe(text);
  }
});

test('the hours of a day are what the plan of each hour says, marks and all', () => {
  const marks = [mark(CARD, ['trip', 'up-1']), mark({ kind: 'on_booking', booking: null })];
  const said = marksOn(LINE, marks);
  const viewOf = (date: string) => ({
    ...dayView(LINE, date),
    ...(said === null ? {} : { marks: said }),
  });
  const { appointment, ...asked } = journeyRequest({ from: town, to: citySurgery });
  const { date, durationMinutes } = appointment;
  const context = { now: NOW, offers: [], roads: estimateRoads, viewOf };
  for (const profile of [{}, { disabilityCard: true }, { disabilityCard: false }]) {
    const request = { ...asked, profile };
    const [day] = findSlots(
      { ...request, fromDate: date, dayCount: 1, durationMinutes },
      context,
    ).days;
    const statuses = (day?.slots ?? []).map(({ minute, status, way }) => {
      const one = { ...request, appointment: { date, minute, durationMinutes } };
      const [best] = planJourney(one, { ...context, view: viewOf(date) }).options;
      const expected = !best ? 'not_reachable' : best.tier === 0 ? 'reachable' : 'to_check';
      expect([minute, status, way?.id]).toEqual([minute, expected, best?.id]);
      return status;
    });
    expect(statuses).toContain('to_check');
  }
});
