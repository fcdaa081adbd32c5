// Does a comparison say every field that changed, in its place, and nothing else?

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffDocuments, isSameDocument } from '#domain/transport/diff-documents.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { areaKey, blankDocument, type OfferDocument } from '#domain/transport/offer-document.ts';
import { stepOf } from '#domain/transport/offer-steps.ts';
import { bookingRule, communes, provenance, travelPattern } from './drawn.ts';

const BASE: OfferDocument = (() => {
  const blank = blankDocument({
    id: 'o',
    kind: 'volunteer',
    territoryCodes: ['vallee'],
    provider: null,
    sourceId: 'drawn',
  });
  return {
    ...blank,
    offer: {
      ...blank.offer,
      name: 'Transport solidaire',
      patterns: [
        travelPattern({ id: 'p1', origin: communes('16020'), maxKm: 50 }),
        travelPattern({ id: 'p2', origin: communes('16230') }),
      ],
      booking: bookingRule(),
      fares: [
        { kind: 'flat', cents: 200, per: 'leg', note: null, provenance },
        { kind: 'membership', cents: 1000, per: 'year', note: null, provenance },
        { kind: 'flat', cents: 300, per: 'leg', note: 'au-delà', provenance },
      ],
    },
  };
})();

const changed = (change: Partial<Offer>): OfferDocument => ({
  ...BASE,
  offer: { ...BASE.offer, ...change },
});
const told = (after: OfferDocument, before = BASE) =>
  diffDocuments(before, after).map(({ path, change }) => `${change} ${path}`);

describe('a comparison', () => {
  test('of a document with itself is empty, whatever its facts were read in', () => {
    expect(diffDocuments(BASE, structuredClone(BASE))).toEqual([]);
    const elsewhere = changed({
      provenance: { ...provenance, sourceId: 'other' },
      sourceIds: ['x'],
    });
    expect(isSameDocument(BASE, elsewhere)).toBe(true);
  });

  test('says a price with its step, its name in words, before and after', () => {
    const fares = BASE.offer.fares.map((fare) =>
      fare.kind === 'membership' ? { ...fare, cents: 1200 } : fare,
    );
    expect(diffDocuments(BASE, changed({ fares }))).toEqual([
      {
        path: 'offer.fares.membership.cents',
        step: 'combien',
        label: 'offer.fares.cents',
        change: 'changed',
        before: 1000,
        after: 1200,
      },
    ]);
  });

  test('follows a way of working by its name when another is put before it', () => {
    const [one, two] = BASE.offer.patterns;
    if (one === undefined || two === undefined) throw new Error('two patterns');
    const fresh = travelPattern({ id: 'p3' });
    expect(told(changed({ patterns: [fresh, one, { ...two, maxKm: 12 }] }))).toEqual([
      'added offer.patterns.p3',
      'changed offer.patterns.p2.maxKm',
    ]);
    expect(told(changed({ patterns: [two, one] }))).toEqual(['order offer.patterns']);
    expect(told(changed({ patterns: [two] }))).toEqual(['removed offer.patterns.p1']);
  });

  test('tells two parts of the same kind by their rank', () => {
    const fares = BASE.offer.fares.map((fare) =>
      fare.note === 'au-delà' && fare.kind === 'flat' ? { ...fare, cents: 400 } : fare,
    );
    expect(told(changed({ fares }))).toEqual(['changed offer.fares.flat~2.cents']);
  });

  test('says a zone whole when its kind changes, and its communes when they do', () => {
    const [one, two] = BASE.offer.patterns;
    if (one === undefined || two === undefined) throw new Error('two patterns');
    const wider = { ...one, origin: communes('16020', '16230') };
    expect(told(changed({ patterns: [wider, two] }))).toEqual([
      'changed offer.patterns.p1.origin.insees',
      'changed offer.patterns.p1.origin.label',
    ]);
    const all = { ...one, origin: { kind: 'everywhere', label: 'partout' } as const };
    expect(told(changed({ patterns: [all, two] }))).toEqual(['changed offer.patterns.p1.origin']);
  });

  test('names recipes of zones without breaking their names', () => {
    const recipe = { parts: [{ kind: 'epci', siren: '200072049' } as const], minus: [] };
    const [change] = diffDocuments(BASE, { ...BASE, areas: { [areaKey('p1', 'origin')]: recipe } });
    expect(change).toMatchObject({ path: 'areas.p1/origin', label: 'areas', step: 'ou' });
  });

  test('is empty exactly when nothing but the origin of facts differs, and turns round', () => {
    const edit = fc.record({
      name: fc.constantFrom('A', 'B'),
      maxKm: fc.constantFrom(null, 10, 50),
      windows: fc.array(fc.record({ from: fc.constantFrom(480, 540), to: fc.constant(720) }), {
        maxLength: 2,
      }),
      sourceId: fc.constantFrom('x', 'y'),
    });
    const build = ({
      name,
      maxKm,
      windows,
      sourceId,
    }: {
      name: string;
      maxKm: number | null;
      windows: { from: number; to: number }[];
      sourceId: string;
    }) =>
      changed({
        name,
        patterns: [travelPattern({ id: 'p1', maxKm, windows })],
        provenance: { ...provenance, sourceId },
      });
    fc.assert(
      fc.property(edit, edit, (a, b) => {
        const [one, other] = [build(a), build(b)];
        const plain = ({ sourceId, ...rest }: typeof a) => JSON.stringify(rest);
        expect(isSameDocument(one, other)).toBe(plain(a) === plain(b));
        const there = diffDocuments(one, other).map(({ path, before, after }) => [
          path,
          before,
          after,
        ]);
        const back = diffDocuments(other, one).map(({ path, before, after }) => [
          path,
          after,
          before,
        ]);
        expect(back).toEqual(there);
      }),
    );
  });
});

test('every field of an offer has its step', () => {
  const steps = Object.keys(BASE.offer).map((field) => [field, stepOf(`offer.${field}`)]);
  expect(Object.fromEntries(steps)).toMatchObject({
    name: 'quoi',
    patterns: 'ou',
    booking: 'reserver',
    fares: 'combien',
    eligibility: 'qui',
    accommodations: 'qui',
    needIds: 'qui',
  });
  expect(stepOf('offer.patterns.0.windows.1.to')).toBe('quand');
  expect(stepOf('offer.patterns.p1.calendar.weekdays')).toBe('quand');
  expect(stepOf('timetable.trips.3')).toBe('quand');
  expect(stepOf('timetable.stops.3')).toBe('quand');
});
