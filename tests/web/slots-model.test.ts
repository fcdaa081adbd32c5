// Are the hours of a fortnight told as one says them, and is every change led to by an address or a form?

import { describe, expect, it } from 'vitest';
import type { SlotsBody as ApiSlotsBody } from '#api/features/journey/contract.ts';
import { slotsBody } from '#api/features/journey/contract.ts';
import type { DayOpening } from '#domain/directory/opening-on.ts';
import type { JourneyChange, Slot, SlotStatus } from '#domain/journey/journey.ts';
import { answersWith } from '#web/features/journey/profile-form.ts';
import {
  bestDay,
  openSlots,
  rangesOf,
  type SlotDayModel,
  toSlotDays,
  waysOf,
} from '#web/features/journey/slots-model.ts';
import { readSlotsQuery, slotsPath } from '#web/features/journey/slots-query.ts';
import { fr } from '#web/i18n/fr.ts';
import type { SlotsBody, VisitDay } from '#web/lib/api.ts';
import { NO_ANSWERS, readAnswers } from '#web/lib/personal-answers.ts';

const NOW = Date.UTC(2026, 10, 20, 9);

const slot = (minute: number, status: SlotStatus): Slot => ({ minute, status, way: null });

const UNKNOWN: DayOpening = { state: 'unknown', stretches: [] };

const day = (date: string, slots: readonly Slot[], opening = UNKNOWN): VisitDay => ({
  date,
  holiday: null,
  timetableKnown: true,
  slots,
  opening,
});

describe('hours that can be reached', () => {
  it('are told as runs of half-hours, each with its first and last beginning', () => {
    const slots = [
      slot(480, 'not_reachable'),
      slot(510, 'reachable'),
      slot(540, 'reachable'),
      slot(570, 'to_check'),
      slot(600, 'reachable'),
      slot(900, 'reachable'),
    ];
    expect(rangesOf(slots, 'reachable')).toEqual([
      { from: 510, to: 540 },
      { from: 600, to: 600 },
      { from: 900, to: 900 },
    ]);
    expect(rangesOf(slots, 'to_check')).toEqual([{ from: 570, to: 570 }]);
  });

  it('propose a later day before today, and a sure day before one to check', () => {
    const days = toSlotDays(
      [
        day('2026-11-20', [slot(600, 'reachable')]),
        day('2026-11-21', [slot(600, 'to_check')]),
        day('2026-11-22', [slot(600, 'reachable')]),
      ],
      null,
      fr,
    );
    expect(bestDay(days, '2026-11-20')?.date).toBe('2026-11-22');
    expect(bestDay(days.slice(0, 2), '2026-11-20')?.date).toBe('2026-11-21');
    expect(bestDay(days.slice(0, 1), '2026-11-20')?.date).toBe('2026-11-20');
    expect(bestDay([], '2026-11-20')).toBeNull();
  });

  it('are none when the appointment would end after the place closes', () => {
    const opening = { state: 'open', stretches: [{ from: 540, to: 1110 }] } as const;
    const late = [1050, 1080].map((minute) => slot(minute, 'reachable'));
    const told = (length: number | null) =>
      toSlotDays([day('2026-11-24', late, opening)], length, fr)[0]?.slots.map(
        ({ status }) => status,
      );
    expect(told(60)).toEqual(['reachable', 'closed']);
    expect(told(30)).toEqual(['reachable', 'reachable']);
  });

  it('are never told when the place is known to be closed, that day or at that hour', () => {
    const all = [600, 630, 720, 840].map((minute) => slot(minute, 'reachable'));
    const [saturday, monday, tuesday] = toSlotDays(
      [
        day('2026-11-21', all, { state: 'closed', stretches: [] }),
        day('2026-11-23', all, {
          state: 'open',
          stretches: [
            { from: 540, to: 720 },
            { from: 840, to: 1080 },
          ],
        }),
        day('2026-11-24', all),
      ],
      null,
      fr,
    );
    if (!saturday || !monday || !tuesday) throw new Error('three days were given');
    expect([saturday.reachable, openSlots(saturday)]).toEqual([[], []]);
    expect(monday.reachable).toEqual([
      { from: 600, to: 630 },
      { from: 840, to: 840 },
    ]);
    expect(monday.slots.map(({ status }) => status)).toEqual([
      'reachable',
      'reachable',
      'closed',
      'reachable',
    ]);
    expect(openSlots(tuesday)).toHaveLength(4);
    expect(bestDay([saturday, monday, tuesday], '2026-11-20')?.date).toBe('2026-11-23');
    expect(bestDay([saturday], '2026-11-20')).toBeNull();
  });

  it('name each way once, the most frequent first', () => {
    const model: SlotDayModel = {
      date: '2026-11-21',
      holiday: null,
      timetableKnown: true,
      opening: 'unknown',
      reachable: [],
      toCheck: [],
      slots: [
        { minute: 480, status: 'reachable', way: 'Train', named: true },
        { minute: 510, status: 'reachable', way: 'Car', named: true },
        { minute: 540, status: 'reachable', way: 'Car', named: true },
        { minute: 570, status: 'to_check', way: 'Taxi', named: true },
      ],
    };
    expect(waysOf(model, 'reachable')).toEqual(['Car', 'Train']);
  });
});

describe('the address of the slots', () => {
  it('comes back as it was written', () => {
    const path = slotsPath('abc', {
      departKey: '16020',
      mode: 'driven',
      need: 'dentiste',
      search: { rayon: '20' },
      fromDate: '2026-12-01',
      durationMinutes: 45,
    });
    const query = new URL(path, 'http://x').searchParams;
    expect(readSlotsQuery(query, NOW)).toEqual({
      departKey: '16020',
      departText: null,
      fromDate: '2026-12-01',
      durationMinutes: 45,
      mode: 'driven',
      need: 'dentiste',
      search: { rayon: '20' },
    });
  });

  it.each(['2026-02-30', '2020-01-01', 'demain', ''])(
    'begins today when the day is « %s »',
    (jour) => {
      expect(readSlotsQuery(new URLSearchParams({ jour }), NOW).fromDate).toBe('2026-11-20');
    },
  );

  it('asks the API for what it accepts', () => {
    const asked: SlotsBody = {
      from: { insee: '16020' },
      to: { entryId: 'abc' },
      fromDate: '2026-12-01',
      dayCount: 14,
      durationMinutes: null,
      mode: 'no_car',
      profile: {},
      needs: [],
    };
    const read: ApiSlotsBody = slotsBody.parse(asked);
    expect(read).toEqual(asked);
  });
});

describe('a change that would make it possible', () => {
  const way = (kind: string) =>
    ({
      eligibility: {
        value: true,
        reasons: [{ criterion: { kind }, value: true, proof: null }],
      },
    }) as unknown as Extract<JourneyChange, { kind: 'proof' }>['way'];

  it('is asked again as an answer: with a relative, with the paper that is missing', () => {
    const registration: JourneyChange = {
      kind: 'registration',
      offerId: 'a',
      offerName: 'A',
      phone: null,
      before: { date: '2026-12-01', minute: 600 },
      way: way('member'),
    };
    expect(answersWith(NO_ANSWERS, registration), 'to be done first').toBeNull();

    const helped = readAnswers(new URLSearchParams('besoins=transfer_aid&besoins=oxygen'));
    const companion: JourneyChange = { kind: 'companion', offerId: 'a', way: way('age') };
    expect(answersWith(helped, companion)?.needs).toEqual(['oxygen', 'companion']);

    const without = readAnswers(new URLSearchParams('prescription=non&disabilityCard=non'));
    const proof: JourneyChange = { kind: 'proof', offerId: 'a', way: way('prescription') };
    expect(answersWith(without, proof)?.profile).toEqual({
      prescription: true,
      disabilityCard: false,
    });
  });

  it('is no answer when it is another hour, or a paper the person did not say they lack', () => {
    const hour: JourneyChange = {
      kind: 'other_hour',
      date: '2026-12-01',
      minute: 600,
      way: way('age'),
    };
    expect(answersWith(NO_ANSWERS, hour)).toBeNull();
    const proof: JourneyChange = { kind: 'proof', offerId: 'a', way: way('prescription') };
    expect(answersWith(NO_ANSWERS, proof)).toBeNull();
  });
});
