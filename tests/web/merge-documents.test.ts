// Does what two people chose, field by field, make the document they agreed on?

import { describe, expect, test } from 'vitest';
import { diffDocuments } from '#domain/transport/diff-documents.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { blankDocument, type OfferDocument } from '#domain/transport/offer-document.ts';
import {
  bookingRule,
  communes,
  provenance,
  serviceCalendar,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';
import {
  conflictsOf,
  keyOf,
  mergeDocuments,
  type Side,
} from '#web/features/workspace/merge-documents.ts';

const BLANK = blankDocument({
  id: 'essai',
  kind: 'volunteer',
  territoryCodes: ['vallee'],
  provider: null,
  sourceId: 'essai',
});

const perKm = (centsPerKm: number) =>
  ({ kind: 'per_km', centsPerKm, basis: 'trip', waitRule: null, note: null, provenance }) as const;
const membership = {
  kind: 'membership',
  cents: 1000,
  per: 'year',
  note: null,
  provenance,
} as const;
const pattern = (id: string, weekdays: number[], insees: string[]) =>
  travelPattern({
    id,
    origin: communes(...insees),
    calendar: serviceCalendar({ weekdays }),
    windows: [{ from: 540, to: 720 }],
  });

function written(change: Partial<Offer>): OfferDocument {
  return { ...BLANK, offer: { ...BLANK.offer, ...change } };
}

const THEIRS = written({
  name: 'Voitures solidaires',
  summary: 'Un voisin vous conduit.',
  patterns: [pattern('p1', [1, 2], ['16020']), pattern('p2', [3], ['16230'])],
  fares: [perKm(10), membership],
  booking: bookingRule({ provenance, phone: '05 00 00 00 01' }),
  conditions: ['Prévenez.'],
});
const MINE = written({
  name: 'Transport solidaire',
  summary: 'Un voisin vous conduit.',
  patterns: [pattern('p1', [1, 2, 5], ['16020', '16230']), pattern('p3', [4], ['16020'])],
  fares: [perKm(25)],
  booking: bookingRule({ provenance, phone: '05 00 00 00 02' }),
  conditions: ['Prévenez.', 'Soyez prêt.'],
});

const all = (side: Side) =>
  new Map(conflictsOf(THEIRS, MINE).map((each) => [keyOf(each), side] as const));
const isSame = (a: OfferDocument, b: OfferDocument) => diffDocuments(a, b).length === 0;

describe('two writings of one offer', () => {
  test('are one or the other whole when one side is chosen everywhere', () => {
    expect(conflictsOf(THEIRS, MINE).length).toBeGreaterThan(5);
    expect(diffDocuments(mergeDocuments(THEIRS, MINE, all('mine')), MINE)).toEqual([]);
    expect(diffDocuments(mergeDocuments(THEIRS, MINE, all('theirs')), THEIRS)).toEqual([]);
    expect(diffDocuments(mergeDocuments(THEIRS, MINE, new Map()), THEIRS)).toEqual([]);
  });

  test('make a document that holds each choice, and nothing else of the other', () => {
    const choices = new Map<string, Side>([
      ['offer.name', 'mine'],
      ['offer.fares.per_km.centsPerKm', 'mine'],
      ['offer.patterns.p1.calendar.weekdays', 'mine'],
      ['offer.patterns.p3', 'mine'],
    ]);
    const { offer } = mergeDocuments(THEIRS, MINE, choices);
    expect(offer.name).toBe('Transport solidaire');
    expect(offer.fares).toEqual([perKm(25), membership]);
    expect(offer.patterns.map(({ id }) => id)).toEqual(['p1', 'p3', 'p2']);
    expect(offer.patterns[0]?.calendar.weekdays).toEqual([1, 2, 5]);
    expect(offer.patterns[0]?.origin).toEqual(THEIRS.offer.patterns[0]?.origin);
    expect(offer.booking?.phone).toBe('05 00 00 00 01');
    expect(offer.conditions).toEqual(['Prévenez.']);
  });

  test('lose a way of working one side removed only when that is chosen', () => {
    const kept = mergeDocuments(THEIRS, MINE, new Map([['offer.patterns.p2', 'theirs']]));
    expect(kept.offer.patterns.some(({ id }) => id === 'p2')).toBe(true);
    const gone = mergeDocuments(THEIRS, MINE, new Map([['offer.patterns.p2', 'mine']]));
    expect(gone.offer.patterns.some(({ id }) => id === 'p2')).toBe(false);
  });

  test('take an order from the side it is chosen from', () => {
    const turned = written({ ...THEIRS.offer, fares: THEIRS.offer.fares.toReversed() });
    const [order] = conflictsOf(THEIRS, turned);
    expect(order?.change).toBe('order');
    const merged = (side: Side) =>
      mergeDocuments(THEIRS, turned, new Map([['offer.fares#order', side]])).offer.fares;
    expect(merged('mine').map(({ kind }) => kind)).toEqual(['membership', 'per_km']);
    expect(merged('theirs').map(({ kind }) => kind)).toEqual(['per_km', 'membership']);
  });

  test('whatever the choices, every field is of one side or the other', () => {
    const keys = conflictsOf(THEIRS, MINE).map(keyOf);
    for (let mask = 0; mask < 2 ** Math.min(keys.length, 10); mask += 1) {
      const choices = new Map(
        keys.map((key, bit) => [key, (mask >> bit) & 1 ? 'mine' : 'theirs'] as const),
      );
      const merged = mergeDocuments(THEIRS, MINE, choices);
      for (const conflict of conflictsOf(THEIRS, MINE)) {
        if (conflict.change === 'order') continue;
        const side = choices.get(keyOf(conflict));
        const left = conflictsOf(side === 'mine' ? MINE : THEIRS, merged).map(({ path }) => path);
        expect(left, `${mask}`).not.toContain(conflict.path);
      }
    }
  });

  test('are left as they are', () => {
    const before = JSON.stringify([THEIRS, MINE]);
    mergeDocuments(THEIRS, MINE, all('mine'));
    expect(JSON.stringify([THEIRS, MINE])).toBe(before);
    expect(isSame(THEIRS, THEIRS)).toBe(true);
  });
});
