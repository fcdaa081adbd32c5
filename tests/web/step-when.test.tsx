// Can certain days be given other hours, and market days be set, each in one gesture?

import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import { readOfferDocument } from '#api/features/workspace/read-offer-document.ts';
import { diffDocuments } from '#domain/transport/diff-documents.ts';
import type { TravelPattern } from '#domain/transport/offer.ts';
import { areaKey, blankDocument, type OfferDocument } from '#domain/transport/offer-document.ts';
import { workspacePage } from '#tests/web/workspace-page.ts';
import { blankPattern } from '#web/features/workspace/blank-pattern.ts';
import { changeWords, tellable } from '#web/features/workspace/change-words.ts';
import { createDraftStore } from '#web/features/workspace/draft-store.ts';
import type { EditorData } from '#web/features/workspace/editor-data.ts';
import { mergeDocuments } from '#web/features/workspace/merge-documents.ts';
import { StepWhen } from '#web/features/workspace/step-when.tsx';
import { en } from '#web/i18n/en.ts';
import { fr } from '#web/i18n/fr.ts';
import { whenWords } from '#web/lib/offer-words.ts';
import { PageContext } from '#web/lib/page-context.ts';

const AREA = { kind: 'communes', insees: ['16001'], label: 'Aigne' } as const;
const RECIPE = { parts: [{ kind: 'communes', insees: ['16001'] }], minus: [] } as const;
const words = fr.editor.when;

/** One way of working, Monday to Friday; the clock says 24 November 2026. */
function written(change: Partial<TravelPattern> = {}): OfferDocument {
  const blank = blankDocument({
    id: 'essai',
    kind: 'volunteer',
    territoryCodes: [],
    provider: null,
    sourceId: 'workspace:mosc',
  });
  const pattern = { ...blankPattern('essai', []), origin: AREA, ...change };
  return {
    ...blank,
    areas: { [areaKey(pattern.id, 'origin')]: RECIPE },
    offer: { ...blank.offer, patterns: [pattern] },
  };
}

function show(document: OfferDocument) {
  const draft = createDraftStore({
    initial: { document, revision: 1 },
    keep: { read: () => null, write: () => {} },
    save: async (_, revision) => ({ kind: 'saved', revision: revision + 1 }),
    schedule: () => () => {},
  });
  const data: EditorData = {
    workspaceId: 'mosc',
    offerId: 'essai',
    step: 'quand',
    draft: { document, revision: 1 },
    ground: {
      workspace: { id: 'mosc', name: 'MOSC' },
      role: 'editor',
      communes: [],
      epcis: [],
      needs: [],
    },
  };
  render(() => (
    <PageContext.Provider value={workspacePage({}).state}>
      <StepWhen draft={draft} data={data} />
    </PageContext.Provider>
  ));
  return { draft, patterns: () => draft.document().offer.patterns };
}

function open(summary: string): HTMLElement {
  const details = screen.getByText(summary).closest('details');
  if (details === null) throw new Error(`No box ${summary}`);
  details.open = true;
  return details;
}

function tick(box: HTMLElement, name: string): void {
  fireEvent.click(within(box).getByRole('checkbox', { name }));
}

afterEach(cleanup);

describe('other hours on certain days', () => {
  const DOCUMENT = written({
    windows: [{ from: 480, to: 1080 }],
    calendar: {
      ...blankPattern('essai', []).calendar,
      exceptions: [
        { date: '2026-12-24', runs: false, label: 'congés' },
        { date: '2026-12-22', runs: true, label: 'mardi' },
      ],
    },
  });

  function setTuesdayApart(document = DOCUMENT) {
    const shown = show(document);
    const box = open(words.otherHours);
    tick(box, 'Mardi');
    fireEvent.click(within(box).getByRole('button', { name: words.otherHoursGo }));
    return shown;
  }

  test('leave their way of working for one of their own, zone and rules with them', () => {
    const { draft, patterns } = setTuesdayApart();
    const [first, second] = patterns();
    expect(first?.calendar.weekdays).toEqual([1, 3, 4, 5]);
    expect(second?.calendar.weekdays).toEqual([2]);
    expect({ ...second, id: first?.id, calendar: first?.calendar }).toEqual(first);
    expect(draft.document().areas[areaKey(second?.id ?? '', 'origin')]).toEqual(RECIPE);
    expect(readOfferDocument(draft.document(), 'essai')).toEqual(draft.document());
  });

  test('run once a day set apart: what it is closed on closes both', () => {
    const { patterns } = setTuesdayApart();
    const days = patterns().map(({ calendar }) => calendar.exceptions.map(({ date }) => date));
    expect(days).toEqual([['2026-12-24'], ['2026-12-24', '2026-12-22']]);
  });

  test('are where one goes on writing, under a name that tells them apart', () => {
    setTuesdayApart();
    const apart = screen.getByRole('group', { name: words.patternOn('Aigne', 'le mardi') });
    expect(document.activeElement).toBe(apart);
    const from = within(apart).getByLabelText(fr.editor.hours.from(words.hoursOf, 1));
    fireEvent.input(from, { target: { value: '14:00' } });
    expect(screen.getByText(/de 14 h à 18 h\.$/)).toBeTruthy();
  });

  test('are undone by one press', () => {
    const { draft } = setTuesdayApart();
    draft.undo();
    expect(draft.document()).toEqual(DOCUMENT);
  });

  test('are not asked for where a single day would leave nothing', () => {
    show(written({ calendar: { ...blankPattern('essai', []).calendar, weekdays: [2] } }));
    expect(screen.queryByText(words.otherHours)).toBeNull();
  });

  test('cannot be all of the days', () => {
    show(DOCUMENT);
    const box = open(words.otherHours);
    const go = within(box).getByRole<HTMLButtonElement>('button', { name: words.otherHoursGo });
    for (const day of ['Lundi', 'Mardi', 'Mercredi', 'Jeudi']) tick(box, day);
    expect(go.disabled).toBe(false);
    tick(box, 'Vendredi');
    expect(go.disabled).toBe(true);
  });

  test('are read in one sentence, what is the same for all said once', () => {
    const { draft } = setTuesdayApart();
    const { offer } = draft.document();
    const [first, second] = offer.patterns;
    if (first === undefined || second === undefined) throw new Error('There are two');
    const two = { ...offer, patterns: [{ ...first, windows: [] }, second] };
    const plain = (said: string) => said.replaceAll(/\s/g, ' ');
    expect(plain(whenWords(two, fr))).toBe(
      'Le lundi, le mercredi, le jeudi et le vendredi, à l’heure convenue en réservant ; le mardi, de 8 h à 18 h ; sauf jours fériés.',
    );
    expect(plain(whenWords(two, en))).toContain('at the time agreed when booking');
    expect(plain(whenWords({ ...offer, patterns: [second] }, fr))).toBe(
      'Le mardi, sauf jours fériés, de 8 h à 18 h.',
    );
  });

  test('are compared as days that go and a way of working that comes with its hours', () => {
    const { draft } = setTuesdayApart();
    const changes = tellable(diffDocuments(DOCUMENT, draft.document()));
    const told = changes
      .map((change) => changeWords(change, { text: fr, communeName: (insee) => insee }))
      .map(({ field, before, after }) => `${field} : ${before} > ${after}`.replaceAll(/\s/g, ' '));
    expect(told).toContain(
      'Jours de la semaine : du lundi au vendredi > le lundi, le mercredi, le jeudi et le vendredi',
    );
    // The zone that comes along is said with it, not as a change of its own.
    expect(changes.map(({ label }) => label)).not.toContain('areas');
    expect(told.find((each) => each.startsWith('Façon de fonctionner'))).toContain(
      'Aigne, le mardi, sauf jours fériés, de 8 h à 18 h',
    );
  });

  test('join what somebody else wrote meanwhile without a question', () => {
    const { draft } = setTuesdayApart();
    const theirs = { ...DOCUMENT, offer: { ...DOCUMENT.offer, phone: '05 45 00 00 09' } };
    const merge = mergeDocuments({ base: DOCUMENT, mine: draft.document(), theirs });
    expect(merge.conflicts).toEqual([]);
    expect(merge.document.offer.phone).toBe('05 45 00 00 09');
    expect(merge.document.offer.patterns).toEqual(draft.document().offer.patterns);
    expect(merge.document.areas).toEqual(draft.document().areas);
  });
});

describe('market days', () => {
  function set(document: OfferDocument, days: string[], ranks: number[], also = false) {
    const shown = show(document);
    const box = open(words.market.title);
    for (const day of days) tick(box, day);
    for (const rank of ranks) tick(box, words.rank(rank));
    if (also) fireEvent.click(within(box).getByRole('radio', { name: words.market.ways.also }));
    fireEvent.click(within(box).getByRole('button', { name: words.market.go }));
    return { ...shown, box };
  }

  test('are the only days it runs, by their rank in the month, the fifth and the last too', () => {
    const { patterns, box } = set(written(), ['Samedi'], [-1, 1, 5]);
    expect(patterns()[0]?.calendar).toMatchObject({ weekdays: [6], nthOfMonth: [1, 5, -1] });
    expect(within(box).getByRole('status').textContent).toContain('jours de marché');
  });

  test('without a rank are those of every week', () => {
    const { patterns } = set(written(), ['Samedi', 'Mardi'], []);
    expect(patterns()[0]?.calendar).toMatchObject({ weekdays: [2, 6], nthOfMonth: null });
  });

  test('join the other days for a year, under their name, holidays and days off left alone', () => {
    const calendar = {
      ...blankPattern('essai', []).calendar,
      exceptions: [{ date: '2027-01-02', runs: false, label: 'congés' }],
    };
    const { draft, patterns, box } = set(written({ calendar }), ['Samedi'], [1], true);
    const { exceptions, weekdays } = patterns()[0]?.calendar ?? { exceptions: [], weekdays: [] };
    expect(weekdays).toEqual([1, 2, 3, 4, 5]);
    const dates = exceptions.map(({ date }) => date);
    // The first Saturday of May 2027 is the 1st, a holiday.
    expect(dates).toEqual([
      '2026-12-05',
      '2027-01-02',
      '2027-02-06',
      '2027-03-06',
      '2027-04-03',
      '2027-06-05',
      '2027-07-03',
      '2027-08-07',
      '2027-09-04',
      '2027-10-02',
      '2027-11-06',
    ]);
    expect(exceptions[1]).toEqual({ date: '2027-01-02', runs: false, label: 'congés' });
    expect(exceptions[0]).toEqual({ date: '2026-12-05', runs: true, label: words.market.label });
    expect(within(box).getByRole('status').textContent).toBe(words.market.added(10));
    expect(readOfferDocument(draft.document(), 'essai')).toEqual(draft.document());
  });

  test('add nothing on days it runs already', () => {
    const { patterns, box } = set(written(), ['Mardi'], [], true);
    expect(patterns()[0]?.calendar.exceptions).toEqual([]);
    expect(within(box).getByRole('status').textContent).toBe(words.market.added(0));
  });
});
