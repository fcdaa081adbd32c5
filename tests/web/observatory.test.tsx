// The observatory as it is read and used: the sentence, the ranking, the sheet, another question.

import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ObservatoryContent } from '#web/features/access/observatory-content.tsx';
import type { ObservatoryData } from '#web/features/access/observatory-data.ts';
import { loadDictionary } from '#web/i18n/dictionaries.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';
import { DATA, FIGURES, indicatorOf, place, SHEET } from './access-fixture.ts';

let text: Dictionary;

beforeAll(async () => {
  text = await loadDictionary('fr');
  HTMLCanvasElement.prototype.getContext = () => null;
  window.matchMedia = (media: string) =>
    Object.assign(new EventTarget(), { media, matches: false }) as never;
  Element.prototype.scrollIntoView = () => {};
  class Seen {
    observe() {}
    disconnect() {}
  }
  Object.assign(globalThis, { IntersectionObserver: Seen, ResizeObserver: Seen });
});
afterEach(cleanup);

/** Answers by path; what is not there is refused. */
function show(data: ObservatoryData, answers: Readonly<Record<string, unknown>> = {}) {
  const api = createApi(async (path) => {
    const found = answers[path];
    return found === undefined
      ? Response.json({ title: 'no' }, { status: 503 })
      : Response.json(found);
  });
  const state = {
    locale: 'fr' as const,
    path: '/observatoire',
    search: '',
    nowMs: 0,
    api,
    text,
    format: createFormat(text.conventions),
    site: null,
    baseMap: null,
  };
  render(() => (
    <PageContext.Provider value={state}>
      <ObservatoryContent data={data} base="/observatoire" />
    </PageContext.Provider>
  ));
}

/** As the page is searched: any space is one. */
const plain = (said: string) => said.replace(/\s+/g, ' ');

const rows = () =>
  within(screen.getByRole('region', { name: text.access.table.scroll }))
    .getAllByRole('rowheader')
    .map((cell) => within(cell).getByRole('link').textContent);

describe('the observatory', () => {
  it('says first how many people are concerned, and that nothing is sure around', () => {
    show(DATA);
    expect(
      screen.getByText(/560 habitants, dont 40 de 75 ans et plus, disposent de moins de 2,5/),
    ).toBeTruthy();
    expect(screen.getByText(plain(text.access.sources.haloTitle))).toBeTruthy();
    expect(screen.getByText(/il manque : dentiste/)).toBeTruthy();
  });

  it('puts beside our figure what the ministry publishes, of how much of the département', () => {
    show(DATA);
    const { published } = text.access.compare;
    const beside = (label: string) =>
      plain(screen.getByText(plain(label)).parentElement?.textContent ?? '');
    expect(beside(published.departement('16', 2023))).toContain('3,2 consultations par an');
    expect(beside(published.departement('16', 2023))).toContain('254 de ses 362 communes');
    expect(beside(published.territory(2023))).toContain('notre calcul : 0,5 de plus');
    cleanup();
    const figures = { ...FIGURES, departement: null, territoryPublished: null };
    show({ ...DATA, places: figures });
    expect(beside(published.departementUnknown)).toContain(plain(text.access.states.unknown));
  });

  it('ranks the worst served first, and another press on the head reads backwards', () => {
    show(DATA);
    expect(rows()).toEqual(['Loin', 'Presque', 'Creux', 'Bonneville', 'Vide', 'Secret']);
    const head = screen.getByRole('columnheader', { name: text.access.table.rank });
    expect(head.getAttribute('aria-sort')).toBe('ascending');
    fireEvent.click(within(head).getByRole('button'));
    expect(head.getAttribute('aria-sort')).toBe('descending');
    expect(rows()[0]).toBe('Bonneville');
  });

  it('says nothing in reach, not known and not told in different words', () => {
    show(DATA);
    const table = screen.getByRole('table', { name: /Consultations de généraliste/ });
    for (const state of ['none_in_reach', 'unknown', 'suppressed'] as const) {
      expect(within(table).getAllByText(plain(text.access.states[state])).length).toBeGreaterThan(
        0,
      );
    }
  });

  it('opens the sheet of a commune pressed in the table', async () => {
    show(DATA, { '/api/access/essai/communes/16004': SHEET });
    fireEvent.click(screen.getByRole('link', { name: 'Presque' }));
    await waitFor(() =>
      expect(screen.getByText(plain(text.access.sheet.title('Presque')))).toBeTruthy(),
    );
    expect(plain(document.activeElement?.textContent ?? '')).toBe(
      plain(text.access.sheet.title('Presque')),
    );
    expect(screen.getByText(plain(text.access.sheet.robust))).toBeTruthy();
    expect(screen.getByText(plain(text.access.sheet.daysAWeek(0)))).toBeTruthy();
    expect(screen.getByText(plain(text.access.sheet.daysUnknown))).toBeTruthy();
    expect(screen.getByText(/Le ministère publie 1,4 \(2023\)/)).toBeTruthy();
    expect(location.search).toBe('?territoire=essai&indicateur=gp_access&commune=16004');
  });

  it('keeps the figures of before, and says so, when others do not come', async () => {
    show(DATA);
    const question = screen.getByRole('combobox', { name: text.access.pick.indicator });
    fireEvent.change(question, { target: { value: 'gp_nearest' } });
    await waitFor(() => expect(screen.getByText(plain(text.access.pick.failed))).toBeTruthy());
    expect(rows()[0]).toBe('Loin');
  });

  it('shows another question: its sentence, its order, its method', async () => {
    const places = [
      place('16001', { name: 'Près', value: 4 }),
      place('16002', { name: 'Long', value: 26 }),
    ];
    show(DATA, {
      '/api/access/essai/places?indicator=gp_nearest': {
        ...FIGURES,
        indicator: indicatorOf('gp_nearest'),
        places,
      },
    });
    const question = screen.getByRole('combobox', { name: text.access.pick.indicator });
    fireEvent.change(question, { target: { value: 'gp_nearest' } });
    await waitFor(() => expect(rows()).toEqual(['Long', 'Près']));
    expect(screen.getByText(/100 habitants, dont 10 de 75 ans et plus, n’ont aucun/)).toBeTruthy();
    const method = screen.getByRole('link', { name: text.access.how.all });
    expect(method.getAttribute('href')).toBe('/observatoire/methode#gp_nearest');
  });

  it('says that nothing was computed, and shows the first computation', () => {
    const job = {
      id: 'a',
      territoryCode: 'essai',
      kind: 'indicators' as const,
      state: 'running' as const,
      done: 3,
      total: 10,
      message: null,
      createdAt: FIGURES.computedAt,
      startedAt: null,
      endedAt: null,
    };
    const nothing = { ...DATA.overview, indicators: [], computedAt: null };
    show({ ...DATA, places: null, overview: nothing });
    expect(screen.getByText(new RegExp(text.access.job.nothing))).toBeTruthy();
    cleanup();
    show({ ...DATA, places: null, overview: { ...nothing, job } });
    expect(screen.getByText(plain(text.access.job.first))).toBeTruthy();
    expect(screen.getByRole('progressbar').getAttribute('max')).toBe('10');
  });
});
