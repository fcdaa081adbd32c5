// Can what is said of imported lines be read, changed and taken away, and does the form say what was meant?

import { cleanup, render, screen, within } from '@solidjs/testing-library';
import type { JSX } from 'solid-js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Leg } from '#domain/journey/journey.ts';
import type { LegMark } from '#domain/transport/line-overlay.ts';
import { workspacePage } from '#tests/web/workspace-page.ts';
import { TripThread } from '#web/features/journey/trip-thread.tsx';
import type { LineDetail, Overlay, SaidMark } from '#web/features/workspace/line-mark-data.ts';
import { type LineMarksData, submitLineMarks } from '#web/features/workspace/line-mark-load.ts';
import { lineMarksPage } from '#web/features/workspace/line-mark-page.tsx';
import {
  BLANK,
  type MarkValues,
  readMark,
  valuesOf,
  writtenValues,
} from '#web/features/workspace/line-mark-values.ts';
import { fr } from '#web/i18n/fr.ts';
import { frConventions } from '#web/i18n/fr-format.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';

afterEach(cleanup);

function show(content: () => JSX.Element): HTMLElement {
  const page = {
    locale: 'fr' as const,
    path: '/espace/mosc',
    search: '',
    nowMs: Date.parse('2026-11-27T10:00:00Z'),
    api: createApi(() => Promise.reject(new Error('No page asks here'))),
    text: fr,
    format: createFormat(frConventions),
    site: null,
    baseMap: null,
  };
  return render(() => <PageContext.Provider value={page}>{content()}</PageContext.Provider>)
    .container;
}

const plain = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ');

const OVERLAY: Overlay = {
  id: 'marque-1',
  feedId: 'cars',
  feedName: 'Cars de la Région',
  target: 'route',
  targetId: 'R',
  label: '13 · Montmoreau – Aubeterre',
  lineName: '13 · Montmoreau – Aubeterre',
  routeId: 'R',
  routeType: 200,
  mark: { kind: 'reserved', forWhom: 'abonnés <b>Handibus</b>', condition: null },
  note: 'Appelez la veille.',
  saidOn: '2026-11-24',
  applies: true,
  goneSince: null,
  etag: '"abc"',
};

const LINE: LineDetail = {
  feedId: 'cars',
  feedName: 'Cars de la Région',
  routeId: 'R',
  shortName: '13',
  longName: null,
  agencyName: 'Région',
  routeType: 3,
  trips: [
    {
      tripId: 'r:1',
      headsign: null,
      shortName: null,
      from: 'Montmoreau',
      to: 'Aubeterre',
      departSeconds: 8 * 3600,
      weekdays: [1, 2],
    },
  ],
  stops: [{ stopId: 'MO', name: 'Montmoreau' }],
};

const DATA: LineMarksData = {
  path: '/espace/mosc/lignes',
  workspace: { id: 'mosc', name: 'MOSC', kind: 'carrier', role: 'editor' },
  overlays: [OVERLAY],
  mayEdit: true,
  words: null,
  found: [],
  form: null,
  done: null,
  failure: null,
};

const page = (change: Partial<LineMarksData> = {}) =>
  show(() => <lineMarksPage.Content data={{ ...DATA, ...change }} />);

describe('the page of imported lines', () => {
  it('tells what is said, text as text, with a way to change it and one to take it away', () => {
    const shown = page();
    expect(plain(shown.textContent)).toContain('Réservé à : abonnés <b>Handibus</b>');
    expect(plain(shown.textContent)).toContain('Dit le 24 novembre 2026');
    const card = screen.getByRole('article');
    const change = within(card).getByRole('link', { name: /^Changer ce que vous dites de 13/ });
    expect(change.getAttribute('href')).toContain('marquee=marque-1');
    const form = within(card)
      .getByRole('button', { name: /^Retirer/ })
      .closest('form');
    expect(form?.querySelector('[name="etat"]')?.getAttribute('value')).toBe('"abc"');
  });

  it('says since when a mark is about nothing any more', () => {
    const gone = { applies: false, lineName: null, goneSince: '2026-11-20T08:00:00.000Z' };
    const shown = page({ overlays: [{ ...OVERLAY, ...gone }] });
    expect(plain(shown.textContent)).toContain('Sans objet depuis l’import du 20 novembre 2026');
  });

  it('lets who may only read neither mark, nor change, nor take away', () => {
    page({ mayEdit: false });
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.queryByRole('link', { name: /Changer/ })).toBeNull();
  });

  it('offers the whole line, its trips and its stops', () => {
    const about = { kind: 'line', line: LINE, key: 'k' } as const;
    page({
      form: {
        about,
        etag: '',
        values: { ...BLANK, quoi: 'stop:MO' },
        wrong: ['marque'],
        isBehind: false,
      },
    });
    const what = screen.getByRole<HTMLSelectElement>('combobox', { name: /De quoi/ });
    expect([...what.options].map(({ value, text }) => [value, plain(text)])).toEqual([
      ['route:R', 'Toute la ligne'],
      ['trip:r:1', 'Départ de 8 h, Montmoreau → Aubeterre (lun, mar)'],
      ['stop:MO', 'Arrêt Montmoreau'],
    ]);
    expect(what.value).toBe('stop:MO');
    expect(screen.getByText('Choisissez ce qu’il faut savoir.')).toBeTruthy();
    expect(screen.getAllByRole('radio')).toHaveLength(6);
  });
});

describe('the form of a mark', () => {
  const marks: SaidMark[] = [
    { kind: 'reserved', forWhom: 'élèves', condition: { kind: 'age', min: null, max: 18 } },
    { kind: 'reserved', forWhom: 'élèves', condition: { kind: 'member' } },
    { kind: 'reserved', forWhom: 'élèves', condition: null },
    { kind: 'on_booking', booking: null },
    ...(['real_time', 'elapsed', 'days'] as const).map((kind): SaidMark => {
      const phone = '05 45 00 00 00';
      if (kind === 'real_time') {
        return { kind: 'on_booking', booking: { notice: { kind }, phone, url: null } };
      }
      if (kind === 'elapsed') {
        const notice = { kind, minMinutes: 45, maxMinutes: null };
        return { kind: 'on_booking', booking: { notice, phone, url: 'https://resa.example' } };
      }
      const days = { days: 2, businessDays: true, atMinute: 990, opensDaysBefore: null };
      const notice = { kind: 'days_before', ...days } as const;
      return { kind: 'on_booking', booking: { notice, phone, url: null } };
    }),
    { kind: 'school_open' },
    { kind: 'hidden' },
  ];

  it.each(marks)('shows and says again $kind, whole', (mark) => {
    const values = valuesOf({ mark, note: 'Un mot.' });
    const sent = writtenValues(new URLSearchParams(values));
    expect(readMark(sent, mark)).toEqual({ said: { mark, note: 'Un mot.' }, wrong: [] });
  });

  it('names what is missing', () => {
    const wrong = (change: Partial<MarkValues>) => readMark({ ...BLANK, ...change }, null).wrong;
    expect(wrong({})).toEqual(['marque']);
    expect(wrong({ marque: 'note' })).toEqual(['note']);
    expect(wrong({ marque: 'reserved' })).toEqual(['pour_qui']);
    expect(wrong({ marque: 'reserved', pour_qui: 'x', question: 'age' })).toEqual(['age_min']);
    expect(wrong({ marque: 'reserved', pour_qui: 'x', question: 'age', age_max: '200' })).toEqual([
      'age_max',
    ]);
    expect(wrong({ marque: 'on_booking', delai: 'd1' })).toEqual(['telephone']);
    expect(wrong({ marque: 'on_booking', delai: 'x', telephone: '0545' })).toEqual(['delai']);
    expect(wrong({ marque: 'on_booking' })).toEqual([]);
  });
});

describe('a mark somebody else changed meanwhile', () => {
  it('leaves what was written in the form, beside what is held now, to be sent under its state', async () => {
    const theirs: Overlay = { ...OVERLAY, note: 'Leur mot.', etag: '"def"' };
    const { state, asked } = workspacePage({
      'GET /account/me': { status: 200, body: { workspaces: [DATA.workspace] } },
      'GET /overlays': { status: 200, body: { overlays: [theirs], mayEdit: true } },
      'PUT /overlays/marque-1': { status: 412, body: { current: theirs } },
    });
    const request = {
      ...state,
      path: DATA.path,
      query: new URLSearchParams(),
      params: { espace: 'mosc' },
      origin: 'https://voisoin.example',
      helpNumbers: [],
      colours: null,
    };
    const written = { ...valuesOf(OVERLAY), note: 'Mon mot.' };
    const form = new URLSearchParams({ ...written, marquee: OVERLAY.id, etat: OVERLAY.etag });
    const sent = await submitLineMarks(request, form);
    expect(asked.find(({ method }) => method === 'PUT')?.etag).toBe('"abc"');
    if (sent.kind !== 'page' || typeof sent.data === 'function') throw new Error('It is a page');
    expect(sent.status).toBe(412);
    const { data } = sent;
    const shown = show(() => <lineMarksPage.Content data={data} />);
    expect(screen.getByRole('alert').textContent).toBe(fr.workspace.lines.failure.both);
    const open = shown.querySelector('.line-mark');
    expect(open?.querySelector('article')?.textContent).toContain('Leur mot.');
    expect(open?.querySelector('textarea')?.value).toBe('Mon mot.');
    expect(open?.querySelector('[name="etat"]')?.getAttribute('value')).toBe('"def"');
  });
});

describe('a leg of a journey', () => {
  const point = { name: 'Montmoreau', point: [0.1, 45.4] as const, insee: null };
  const leg = (marks: readonly LegMark[]): Leg => ({
    mode: 'transit',
    from: point,
    to: { ...point, name: 'Aubeterre' },
    departMinute: 480,
    arriveMinute: 510,
    meters: 15_000,
    estimate: false,
    offerId: null,
    offerName: null,
    line: {
      name: '13',
      headsign: null,
      vehicle: 'coach',
      tripName: null,
      bookedPickup: 'phone',
      bookedDropOff: null,
      staysAboard: false,
      operatorName: 'Région',
      operatorPhone: '05 45 11 11 11',
      marks,
    },
    stopCount: 1,
    path: [point.point],
  });

  it('says whom it is for, the number of the mark, who said so and since when', () => {
    const about = { id: 'm', target: 'route', saidBy: 'MOSC', saidOn: '2026-11-24' } as const;
    const booking = { phone: '05 45 99 00 00' } as never;
    const legs = [
      leg([
        { ...about, kind: 'reserved', forWhom: 'abonnés Handibus', condition: null, note: '' },
        { ...about, id: 'n', kind: 'on_booking', booking, note: 'Laissez un message.' },
      ]),
    ];
    const shown = show(() => (
      <TripThread trip={{ departMinute: 480, arriveMinute: 510, legs }} heading="Aller" />
    ));
    const text = plain(shown.textContent);
    expect(text).toContain('Réservé à : abonnés Handibus');
    expect(text).toContain('Montée à réserver par téléphone : 05 45 99 00 00');
    expect(text).not.toContain('05 45 11 11 11');
    expect(text).toContain('Laissez un message.');
    expect(text).toContain('Dit par MOSC, le 24 novembre 2026');
  });
});
