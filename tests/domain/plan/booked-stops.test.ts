import { describe, expect, test } from 'vitest';
import { dayView } from '#domain/journey/day-view.ts';
import type { JourneyOption } from '#domain/journey/journey.ts';
import { planJourney } from '#domain/journey/plan-journey.ts';
import { estimateRoads } from '#domain/journey/road-times.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import type { Offer } from '#domain/transport/offer.ts';
import {
  citySurgery,
  journeyRequest,
  lineTimetable,
  offer,
  town,
} from '#tests/domain/plan/drawn-plan.ts';
import { bookingRule } from '#tests/domain/transport/drawn.ts';

const LINE = lineTimetable();
const PHONE = '05 45 00 00 13';

/** The line of the town, served as the codes say at every stop. */
function served(pickup: 0 | 2 | 3, dropOff: 0 | 2 | 3, phone: string | null = PHONE): Timetable {
  return {
    ...LINE,
    routes: LINE.routes.map((route) => ({ ...route, agencyPhone: phone })),
    patternPickups: LINE.patternPickups.map(() => pickup),
    patternDropOffs: LINE.patternDropOffs.map(() => dropOff),
  };
}

function byLine(timetable: Timetable, offers: readonly Offer[] = []): JourneyOption {
  const request = journeyRequest({ from: town, to: citySurgery });
  const plan = planJourney(request, {
    now: { date: '2025-02-10', minute: 600 },
    offers,
    roads: estimateRoads,
    view: dayView(timetable, request.appointment.date),
  });
  const found = [...plan.options, ...plan.almost].find(({ kind }) => kind === 'scheduled_line');
  if (!found) throw new Error('The line takes nobody.');
  return found;
}

const lineOf = ({ outbound }: JourneyOption) => outbound.legs.find(({ line }) => line)?.line;

describe('a stop served for those who asked', () => {
  test('a regular stop asks for nothing', () => {
    const option = byLine(served(0, 0));
    expect(lineOf(option)).toMatchObject({ bookedPickup: null, bookedDropOff: null });
    expect(option).toMatchObject({ calls: [], state: 'not_needed', tier: 0 });
  });

  test('by phone: one call to the operator for both ways, until when is not known, so to check', () => {
    const option = byLine(served(2, 0));
    expect(lineOf(option)).toMatchObject({
      bookedPickup: 'phone',
      bookedDropOff: null,
      operatorName: 'La ligne',
      operatorPhone: PHONE,
    });
    expect(option).toMatchObject({ state: 'unknown', tier: 1 });
    expect(option.calls).toMatchObject([
      {
        offerId: null,
        offerName: 'La ligne',
        phone: PHONE,
        deadline: null,
        rides: [
          { from: 'Gare du Bourg', to: 'Gare de la Ville', minute: 476 },
          { from: 'Gare de la Ville', to: 'Gare du Bourg', minute: 759 },
        ],
      },
    ]);
  });

  test('where one gets off only: a call as well', () => {
    expect(byLine(served(0, 2)).calls).toHaveLength(1);
  });

  test('without a number the call stays in the list, to be looked for', () => {
    expect(byLine(served(2, 0, null)).calls).toMatchObject([{ phone: null }]);
  });

  test('a sign to the driver is no call', () => {
    const option = byLine(served(3, 3));
    expect(lineOf(option)).toMatchObject({ bookedPickup: 'driver', bookedDropOff: 'driver' });
    expect(option).toMatchObject({ calls: [], state: 'not_needed', tier: 0 });
  });

  test('the offer of the line says until when: its rule makes the deadline and the state', () => {
    const rule = bookingRule({
      notice: {
        kind: 'days_before',
        days: 1,
        businessDays: false,
        atMinute: 1020,
        opensDaysBefore: null,
      },
      phone: null,
    });
    const line = offer({ id: 'line', kind: 'scheduled_line', feedId: 'line', booking: rule });
    const option = byLine(served(2, 0), [line]);
    expect(option.calls).toMatchObject([
      {
        offerId: 'line',
        phone: PHONE,
        deadline: { limit: { date: '2025-02-10', minute: 1020 } },
      },
    ]);
    expect(option.state).toBe('soon');
    expect(byLine(served(0, 0), [line]).calls).toEqual([]);
  });

  test('an offer that needs no booking elsewhere does not hide that this stop does', () => {
    const rule = bookingRule({ channels: ['none'] });
    const line = offer({ id: 'line', kind: 'scheduled_line', feedId: 'line', booking: rule });
    expect(byLine(served(2, 0), [line])).toMatchObject({
      state: 'unknown',
      calls: [{ phone: PHONE, deadline: null }],
    });
  });
});
