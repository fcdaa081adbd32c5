// Does what two people chose, field by field, make the document they agreed on?

import { describe, expect, test } from 'vitest';
import { diffDocuments } from '#domain/transport/diff-documents.ts';
import {
  addStop,
  addTrip,
  blankTimetable,
  changeTrip,
  removeStop,
} from '#domain/transport/line-grid.ts';
import type { Offer } from '#domain/transport/offer.ts';
import {
  blankDocument,
  type LineTimetable,
  type OfferDocument,
} from '#domain/transport/offer-document.ts';
import {
  bookingRule,
  communes,
  provenance,
  serviceCalendar,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';
import {
  broughtByOthers,
  mergeDocuments,
  type Side,
  type Writings,
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
    origin: { ...communes(...insees), label: 'la vallée' },
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

/** What both began from, in the tests where each changed something. */
const BASE = written({
  name: 'Voitures',
  summary: 'Un voisin vous conduit.',
  phone: '05 00 00 00 00',
  patterns: [pattern('p1', [1, 2], ['16020']), pattern('p2', [3], ['16230'])],
  fares: [perKm(10), membership],
  conditions: ['Prévenez.', 'Soyez prêt.'],
});
const edit = (change: Partial<Offer>) => written({ ...BASE.offer, ...change });
const withPattern = (id: string, change: Partial<Offer['patterns'][number]>) =>
  BASE.offer.patterns.map((each) => (each.id === id ? { ...each, ...change } : each));
const keysOf = (writings: Writings) => mergeDocuments(writings).conflicts.map(({ key }) => key);
const differ = (a: OfferDocument, b: OfferDocument) => diffDocuments(a, b).map(({ path }) => path);

describe('two writings of one offer, and what both began from', () => {
  test('keep without a question what only one of them changed', () => {
    const mine = edit({ name: 'Transport solidaire', fares: [perKm(25), membership] });
    const theirs = edit({
      phone: '05 00 00 00 09',
      conditions: ['Prévenez la veille.', 'Soyez prêt.'],
    });
    const { document, conflicts } = mergeDocuments({ base: BASE, mine, theirs });
    expect(conflicts).toEqual([]);
    expect(document.offer).toEqual({
      ...mine.offer,
      phone: '05 00 00 00 09',
      conditions: theirs.offer.conditions,
    });
    const brought = broughtByOthers({ base: BASE, mine, theirs }).map(({ label }) => label);
    expect(brought).toEqual(['offer.phone', 'offer.conditions']);
  });

  test('ask only for what both changed, with what it was', () => {
    const mine = edit({ name: 'Transport solidaire', summary: 'Mienne.' });
    const theirs = edit({ name: 'Voitures solidaires', phone: '05 00 00 00 09' });
    const { conflicts } = mergeDocuments({ base: BASE, mine, theirs });
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]).toMatchObject({
      key: 'offer.name',
      base: 'Voitures',
      mine: 'Transport solidaire',
      theirs: 'Voitures solidaires',
    });
    const chosen = mergeDocuments(
      { base: BASE, mine, theirs },
      new Map([['offer.name', 'theirs']]),
    );
    expect(chosen.document.offer).toMatchObject({
      name: 'Voitures solidaires',
      summary: 'Mienne.',
      phone: '05 00 00 00 09',
    });
  });

  test('say nothing of what both changed alike', () => {
    const mine = edit({ name: 'Le même' });
    expect(keysOf({ base: BASE, mine, theirs: edit({ name: 'Le même' }) })).toEqual([]);
  });

  test('hold the days and the communes each added, and not those one took away', () => {
    const mine = edit({
      patterns: [pattern('p1', [1, 2, 5], ['16020', '16030']), pattern('p2', [3], [])],
    });
    const theirs = edit({
      patterns: [pattern('p1', [2, 6], ['16010', '16020']), pattern('p2', [3], ['16230', '16240'])],
    });
    const { document, conflicts } = mergeDocuments({ base: BASE, mine, theirs });
    expect(conflicts).toEqual([]);
    const [first, second] = document.offer.patterns;
    expect(first?.calendar.weekdays).toEqual([2, 5, 6]);
    expect(first?.origin).toMatchObject({ insees: ['16010', '16020', '16030'] });
    expect(second?.origin).toMatchObject({ insees: ['16240'] });
  });

  test('change two ways of working, each its own, without a question', () => {
    const mine = edit({ patterns: withPattern('p1', { maxKm: 30 }) });
    const theirs = edit({ patterns: withPattern('p2', { maxKm: 50 }).toReversed() });
    const { document, conflicts } = mergeDocuments({ base: BASE, mine, theirs });
    expect(conflicts).toEqual([]);
    expect(document.offer.patterns.map(({ id, maxKm }) => [id, maxKm])).toEqual([
      ['p2', 50],
      ['p1', 30],
    ]);
  });

  test('ask about what one removed and the other changed', () => {
    const mine = edit({ patterns: BASE.offer.patterns.slice(0, 1) });
    const theirs = edit({ patterns: withPattern('p2', { maxKm: 50 }) });
    const writings = { base: BASE, mine, theirs };
    expect(mergeDocuments(writings).conflicts[0]).toMatchObject({
      key: 'offer.patterns.p2',
      change: 'removed',
      mine: null,
    });
    const kept = mergeDocuments(writings, new Map([['offer.patterns.p2', 'theirs']]));
    expect(kept.document.offer.patterns).toHaveLength(2);
    expect(mergeDocuments(writings).document.offer.patterns).toHaveLength(1);
  });

  test('lose without a question what one removed and the other left alone', () => {
    const mine = edit({ fares: [perKm(10)] });
    const { document, conflicts } = mergeDocuments({
      base: BASE,
      mine,
      theirs: edit({ name: 'X' }),
    });
    expect(conflicts).toEqual([]);
    expect(document.offer.fares).toEqual([perKm(10)]);
  });

  test('tell apart two prices of one kind when the first is removed', () => {
    const two = [perKm(10), perKm(20)];
    const base = edit({ fares: two });
    const mine = edit({ fares: [perKm(20)] });
    const theirs = edit({ fares: [perKm(10), perKm(25)] });
    const { document, conflicts } = mergeDocuments({ base, mine, theirs });
    expect(conflicts).toEqual([]);
    expect(document.offer.fares).toEqual([perKm(25)]);
  });

  test('may keep both of two prices each added', () => {
    const base = edit({ fares: [] });
    const writings = {
      base,
      mine: edit({ fares: [perKm(10)] }),
      theirs: edit({ fares: [perKm(20)] }),
    };
    const [conflict] = mergeDocuments(writings).conflicts;
    expect(conflict).toMatchObject({ key: 'offer.fares.per_km', canBoth: true });
    const fares = (side: Side) =>
      mergeDocuments(writings, new Map([['offer.fares.per_km', side]])).document.offer.fares;
    expect(fares('both')).toEqual([perKm(20), perKm(10)]);
    expect(fares('mine')).toEqual([perKm(10)]);
    expect(fares('theirs')).toEqual([perKm(20)]);
  });

  test('hold both ways of working each added under one id, with their recipes', () => {
    const recipe = (insee: string) => ({
      parts: [{ kind: 'communes' as const, insees: [insee] }],
      minus: [],
    });
    const added = (insee: string): OfferDocument => ({
      ...edit({ patterns: [...BASE.offer.patterns, pattern('p3', [4], [insee])] }),
      areas: { 'p3/origin': recipe(insee) },
    });
    const { document, conflicts } = mergeDocuments({
      base: BASE,
      mine: added('16001'),
      theirs: added('16002'),
    });
    expect(conflicts).toEqual([]);
    const ids = document.offer.patterns.map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(['p1', 'p2', 'p3', 'p3-2']));
    expect(document.areas).toEqual({
      'p3/origin': recipe('16002'),
      'p3-2/origin': recipe('16001'),
    });
  });

  test('never part a zone from the recipe it is made by', () => {
    const made = (insee: string): OfferDocument => ({
      ...edit({ patterns: withPattern('p1', { origin: communes('16020', insee) }) }),
      areas: { 'p1/origin': { parts: [{ kind: 'communes', insees: [insee] }], minus: [] } },
    });
    const writings = { base: made('16001'), mine: made('16002'), theirs: made('16003') };
    expect(keysOf(writings)).toEqual(['offer.patterns.p1.origin']);
    for (const [side, whole] of [
      ['mine', writings.mine],
      ['theirs', writings.theirs],
    ] as const) {
      const choices = new Map([['offer.patterns.p1.origin', side]]);
      expect(differ(mergeDocuments(writings, choices).document, whole)).toEqual([]);
    }
  });

  test('ask which order when both moved things otherwise', () => {
    const three = ['p1', 'p2', 'p3'].map((id) => pattern(id, [1], ['16020']));
    const base = edit({ patterns: three });
    const mine = edit({ patterns: three.toReversed() });
    const theirs = edit({ patterns: [1, 0, 2].map((rank) => three[rank] ?? pattern('', [], [])) });
    const writings = { base, mine, theirs };
    expect(keysOf(writings)).toEqual(['offer.patterns#order']);
    const ids = (side: Side) =>
      mergeDocuments(
        writings,
        new Map([['offer.patterns#order', side]]),
      ).document.offer.patterns.map(({ id }) => id);
    expect(ids('mine')).toEqual(['p3', 'p2', 'p1']);
    expect(ids('theirs')).toEqual(['p2', 'p1', 'p3']);
  });

  test('ask for everything that differs when what they began from is not known', () => {
    const writings = { base: null, mine: MINE, theirs: THEIRS };
    const paths = mergeDocuments(writings).conflicts.map(({ path }) => path);
    for (const expected of [
      'offer.name',
      'offer.patterns.p2',
      'offer.patterns.p3',
      'offer.booking.phone',
    ]) {
      expect(paths).toContain(expected);
    }
  });

  test('are one or the other whole when one side is chosen everywhere', () => {
    for (const base of [null, BLANK]) {
      const writings = { base, mine: MINE, theirs: THEIRS };
      const keys = keysOf(writings);
      const all = (side: Side) =>
        mergeDocuments(writings, new Map(keys.map((key) => [key, side]))).document;
      if (base === null) {
        expect(differ(all('theirs'), THEIRS)).toEqual([]);
        expect(differ(all('mine'), MINE)).toEqual([]);
      }
      expect(all('mine').offer.name).toBe(MINE.offer.name);
      expect(all('theirs').offer.name).toBe(THEIRS.offer.name);
    }
  });

  test('are left as they are', () => {
    const before = JSON.stringify([BASE, THEIRS, MINE]);
    mergeDocuments({ base: BASE, mine: MINE, theirs: THEIRS });
    expect(JSON.stringify([BASE, THEIRS, MINE])).toBe(before);
  });
});

const stop = (id: string) => ({ id, name: `Arrêt ${id}`, insee: null, point: [0, 45] }) as const;
const CALENDAR = { name: 'semaine', calendar: serviceCalendar({ weekdays: [1] }) };
function line(): LineTimetable {
  const stops = ['a', 'b', 'c'].reduce(
    (grid, id) => addStop(grid, 0, { ...stop(id), point: [0, 45] }),
    blankTimetable(CALENDAR),
  );
  return changeTrip(addTrip(stops, 0), 'course-1', { minutes: [480, 490, 500] });
}
const withLine = (timetable: LineTimetable): OfferDocument => ({ ...BASE, timetable });

describe('two writings of one timetable', () => {
  test('keep each hour at its stop when the other added or removed a stop', () => {
    const mine = withLine(changeTrip(line(), 'course-1', { minutes: [480, 490, 510] }));
    const grown = withLine(addStop(line(), 0, { ...stop('z'), point: [0, 45] }, 1));
    const { document, conflicts } = mergeDocuments({ base: withLine(line()), mine, theirs: grown });
    expect(conflicts).toEqual([]);
    expect(document.timetable?.directions[0].stopIds).toEqual(['a', 'z', 'b', 'c']);
    expect(document.timetable?.trips[0]?.minutes).toEqual([480, null, 490, 510]);
    const cut = mergeDocuments({
      base: withLine(line()),
      mine,
      theirs: withLine(removeStop(line(), 0, 1)),
    });
    expect(cut.conflicts).toEqual([]);
    expect(cut.document.timetable?.trips[0]?.minutes).toEqual([480, 510]);
    expect(cut.document.timetable?.stops.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  test('ask for one hour both changed, and put back the stop it is kept at', () => {
    const mine = withLine(changeTrip(line(), 'course-1', { minutes: [480, 495, 500] }));
    const theirs = withLine(removeStop(line(), 0, 1));
    const { document, conflicts } = mergeDocuments({ base: withLine(line()), mine, theirs });
    expect(conflicts.map(({ path }) => path)).toEqual(['timetable.trips.course-1.calls.b']);
    expect(document.timetable?.trips[0]?.minutes).toEqual([480, 495, 500]);
    expect(document.timetable?.stops.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
  });

  test('hold both trips each added', () => {
    const added = (minutes: number[]) =>
      withLine(changeTrip(addTrip(line(), 0), 'course-2', { minutes }));
    const { document, conflicts } = mergeDocuments({
      base: withLine(line()),
      mine: added([600, 610, 620]),
      theirs: added([700, 710, 720]),
    });
    expect(conflicts).toEqual([]);
    expect(document.timetable?.trips.map(({ minutes }) => minutes[0]).sort()).toEqual([
      480, 600, 700,
    ]);
  });

  test('keep the days a trip of one of them still runs on', () => {
    const renamed = { ...line(), calendars: [{ ...CALENDAR, name: 'école' }] };
    const mine = withLine({
      ...renamed,
      trips: renamed.trips.map((each) => ({ ...each, calendar: 'école' })),
    });
    const theirs = withLine(addTrip(line(), 0));
    const { document } = mergeDocuments({ base: withLine(line()), mine, theirs });
    const names = document.timetable?.calendars.map(({ name }) => name) ?? [];
    for (const { calendar } of document.timetable?.trips ?? []) expect(names).toContain(calendar);
  });

  test('of a line that calls twice at one stop keep both its hours', () => {
    const loop = addStop(line(), 0, { ...stop('a'), point: [0, 45] });
    const base = withLine(changeTrip(loop, 'course-1', { minutes: [480, 490, 500, 510] }));
    const mine = withLine(changeTrip(loop, 'course-1', { minutes: [480, 490, 500, 515] }));
    const theirs = withLine(changeTrip(loop, 'course-1', { minutes: [475, 490, 500, 510] }));
    const { document, conflicts } = mergeDocuments({ base, mine, theirs });
    expect(conflicts).toEqual([]);
    expect(document.timetable?.directions[0].stopIds).toEqual(['a', 'b', 'c', 'a']);
    expect(document.timetable?.trips[0]?.minutes).toEqual([475, 490, 500, 515]);
  });
});
