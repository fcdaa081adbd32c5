// Care near a commune, as it is read: where, how long, for whom, since when; and the week without a car to it.

import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { NearCare } from '#domain/access/near-care.ts';
import {
  type DaysAnswer,
  dayRuns,
  type HalfDay,
  professionOf,
} from '#web/features/access/commune-week.ts';
import { SheetCare, type SheetCareProps } from '#web/features/access/sheet-care.tsx';
import { loadDictionary } from '#web/i18n/dictionaries.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';

let text: Dictionary;
beforeAll(async () => {
  text = await loadDictionary('fr');
});
afterEach(cleanup);

const closed = (weekday: number, part: HalfDay['part']): HalfDay => ({
  ...{ weekday, part, way: null },
  state: 'closed',
});

function half(weekday: number, part: HalfDay['part'], change: Partial<HalfDay>): HalfDay {
  return { ...closed(weekday, part), ...change };
}

const WAY: NonNullable<HalfDay['way']> = {
  ...{ title: 'Transport solidaire', offerIds: ['mosc'], siteName: 'Chalais', isForAll: false },
  ...{ leaveMinute: 505, homeMinute: 605, hours: 'usual' },
};

const WEEK: readonly HalfDay[] = [
  half(1, 'morning', { state: 'to_confirm', way: WAY }),
  half(1, 'afternoon', { state: 'no' }),
  half(2, 'morning', {
    state: 'yes',
    way: { ...WAY, title: '', offerIds: [], isForAll: true, hours: 'known' },
  }),
  closed(2, 'afternoon'),
  closed(7, 'morning'),
  closed(7, 'afternoon'),
];

const CHALAIS: NearCare = {
  ...{
    label: 'Maison de santé',
    communeName: 'Chalais',
    insee: '16073',
    carMinutes: 12,
    walk: null,
  },
  noCar: { minutes: 31, forAllMinutes: 42, days: { forAll: 1, possible: 3 } },
  opening: { known: [0, 1, 2, 3, 10], usual: [] },
  known: {
    ...{ basis: 'practice', heads: 2, sourceName: 'Annuaire Santé', publisher: 'ANS' },
    ...{ date: '2026-11-02', toConfirm: false },
  },
};
const COUNTED: NearCare = {
  ...{ label: 'Montmoreau', communeName: null, insee: '16230', carMinutes: null, walk: null },
  noCar: { minutes: 40, forAllMinutes: null, days: { forAll: 0, possible: 1 } },
  opening: { known: [], usual: [0, 1] },
  known: {
    ...{ basis: 'count', heads: 1, sourceName: 'Base des équipements', publisher: 'Insee' },
    ...{ date: '2025', toConfirm: true },
  },
};

const ANSWER: DaysAnswer = {
  ...{ state: 'done', monday: '2025-04-14', computedAt: '2026-11-27T10:00:00.000Z' },
  near: [
    { profession: 'gp', sites: [CHALAIS, COUNTED] },
    { profession: 'dentist', sites: [] },
  ],
  professions: [
    { profession: 'gp', days: { sure: 0, forAll: 1, possible: 3 }, halfDays: WEEK },
    { profession: 'dentist', days: { sure: 0, forAll: 0, possible: 0 }, halfDays: [] },
  ],
};

function show(
  answer: unknown,
  {
    status = 200,
    again = status,
    ...props
  }: Partial<SheetCareProps> & { status?: number; again?: number } = {},
) {
  const asked: string[] = [];
  const api = createApi(async (path) => {
    asked.push(path);
    return Response.json(answer, { status: asked.length > 1 ? again : status });
  });
  const state = {
    ...{ locale: 'fr' as const, path: '/observatoire', search: '', nowMs: 0 },
    ...{ api, text, format: createFormat(text.conventions), site: null, baseMap: null },
  };
  render(() => (
    <PageContext.Provider value={state}>
      <SheetCare
        {...{ territory: 'sud-charente', insee: '16020', indicator: 'gp_access' }}
        {...{ action: '/observatoire', first: null, ...props }}
      />
    </PageContext.Provider>
  ));
  return asked;
}

const plain = (said: string | null | undefined) => said?.replace(/\s+/g, ' ') ?? '';
const sites = () =>
  [...document.querySelectorAll('.sheet-site')].map((site) => plain(site.textContent));

describe('the care near a commune', () => {
  it('says of each place how long it takes, when it is open, for whom and since when it is known', async () => {
    const asked = show(ANSWER);
    await screen.findByText('Maison de santé');
    expect(asked).toEqual(['/api/access/sud-charente/communes/16020/days']);
    const [named = '', counted = ''] = sites();
    for (const said of [
      '12 min',
      '1 jour par semaine pour tous, 3 en comptant les transports sous conditions',
      '42 min de porte à porte',
      'du lundi au mardi matin et après-midi ; samedi matinhoraires annoncés',
      '2 médecins généralistes, par leur nom dans l’annuaire',
      'Annuaire Santé (ANS), données : 2 novembre 2026',
    ]) {
      expect(named).toContain(said);
    }
    expect(named).not.toContain(text.access.week.sites.toConfirm);
    for (const said of [
      text.access.week.sites.carFar,
      '1 jour par semaine, sous conditions',
      `lundi matin et après-midi${text.access.week.sites.usual}`,
      '1 médecin généraliste dans la commune (un compte, sans les noms)',
      'données : 2025 · à confirmer',
    ]) {
      expect(counted).toContain(said);
    }
  });

  it('shows first the care the page asks about, and another when one is chosen', async () => {
    show(ANSWER, { indicator: 'dentist_access' });
    const pick = screen.getByRole('combobox', { name: text.access.week.pick });
    expect((pick as HTMLSelectElement).value).toBe('dentist');
    expect(await screen.findByText(plain(text.access.week.sites.none))).toBeTruthy();
    expect(screen.getByText(plain(text.access.week.whom.none))).toBeTruthy();
    fireEvent.change(pick, { target: { value: 'gp' } });
    expect(await screen.findByText('Maison de santé')).toBeTruthy();
  });

  it('is there at once, without asking, when the page came with it', () => {
    const asked = show(null, { first: { insee: '16020', care: 'gp', days: ANSWER } });
    expect(sites()).toHaveLength(2);
    expect(asked).toEqual([]);
    expect(document.querySelector('form')?.getAttribute('action')).toBe(
      '/observatoire#fiche-commune',
    );
  });

  it('puts the farther places one press away', async () => {
    const many = ['A', 'B', 'C', 'D', 'E'].map((label) => ({ ...CHALAIS, label }));
    show({ ...ANSWER, near: [{ profession: 'gp', sites: many }] });
    const others = await screen.findByText(plain(text.access.week.sites.others(2)));
    expect(others.closest('details')?.open).toBe(false);
    expect(sites()).toHaveLength(5);
  });

  it('says so when it cannot come', async () => {
    show({ title: 'no' }, { status: 503 });
    expect(await screen.findByText(plain(text.access.week.failed))).toBeTruthy();
  });

  it('is asked again where it did not come, week included', async () => {
    const asked = show(ANSWER, { status: 503, again: 200 });
    fireEvent.click(await screen.findByRole('button', { name: text.access.week.retry }));
    expect(await screen.findByRole('table')).toBeTruthy();
    expect(asked).toHaveLength(2);
    expect(screen.queryByText(plain(text.access.week.failed))).toBeNull();
  });
});

describe('the week without a car', () => {
  it('says who goes and when, half-day by half-day, and what it depends on', async () => {
    show(ANSWER);
    const table = await screen.findByRole('table');
    const cells = [...table.querySelectorAll('td')].map((cell) => plain(cell.textContent));
    expect(cells.slice(0, 4)).toEqual([
      'à confirmerTransport solidaire, vers Chalais, partir à 8 h 25, rentrer à 10 h 05 (sous conditions)',
      'non',
      'ouià pied, vers Chalais, partir à 8 h 25, rentrer à 10 h 05',
      'fermé',
    ]);
    const offer = within(table).getByRole('link', { name: 'Transport solidaire' });
    expect(offer.getAttribute('href')).toBe('/transports/mosc');
    const days = [...table.querySelectorAll('tbody th')].map((cell) => cell.textContent);
    // Days alike are one line; a Sunday on which nobody receives is none.
    expect(days).toEqual(['lundi', 'mardi', 'du mercredi au samedi']);
    expect(screen.getByText(/Pour tous : 1 jour par semaine, dont 1 à confirmer/)).toBeTruthy();
    expect(screen.getByText(/qui ont des conditions : 3 jours/)).toBeTruthy();
    expect(screen.getByText(/14 avril 2025/)).toBeTruthy();
    expect(screen.getByText(plain(text.access.week.usual))).toBeTruthy();
    expect(screen.getByText(plain(text.access.week.conditional))).toBeTruthy();
  });

  it('says that nothing is known without timetables, and does not say « never »', async () => {
    show({ ...ANSWER, state: 'no_timetable', monday: null, professions: [] });
    expect(await screen.findByText(plain(text.access.week.unknown))).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('what a sheet is told of', () => {
  it.each([
    ['gp_access', 'gp'],
    ['gp_nearest_3', 'gp'],
    ['useful_days_pharmacy', 'pharmacy'],
    ['midwife_access', 'midwife'],
    ['emergency_nearest', 'gp'],
    ['basket_missing', 'gp'],
  ] as const)('%s is about %s', (indicator, profession) => {
    expect(professionOf(indicator)).toBe(profession);
  });

  it('tells days that follow one another and are open alike together', () => {
    expect(dayRuns([])).toEqual([]);
    expect(dayRuns([0, 1, 2, 3, 4, 6, 7, 13])).toEqual([
      { from: 1, to: 2, parts: 'both' },
      { from: 3, to: 3, parts: 'morning' },
      { from: 4, to: 4, parts: 'both' },
      { from: 7, to: 7, parts: 'afternoon' },
    ]);
  });
});
