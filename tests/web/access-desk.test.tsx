// What a coordination alone is told in the observatory: searches without a way on its map, care that leaves.

import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import type { JSX } from 'solid-js';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDemandLayer } from '#web/features/access/desk-demand-layer.tsx';
import {
  type Demand,
  DOT_PIXELS,
  demandByCommune,
  demandWithin,
  dotPixels,
  halfDaysOf,
  readWhen,
} from '#web/features/access/desk-demand-model.ts';
import { createLeaving, DeskLeaving, LeavingHere } from '#web/features/access/desk-leaving.tsx';
import { type Leaving, leavingPath, leavingRows } from '#web/features/access/desk-leaving-model.ts';
import { ObservatoryContent } from '#web/features/access/observatory-content.tsx';
import { loadDictionary } from '#web/i18n/dictionaries.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';
import { DATA } from './access-fixture.ts';

let text: Dictionary;

beforeAll(async () => {
  text = await loadDictionary('fr');
  HTMLCanvasElement.prototype.getContext = () => null;
  window.matchMedia = (media: string) =>
    Object.assign(new EventTarget(), { media, matches: false }) as never;
  class Seen {
    observe() {}
    disconnect() {}
  }
  Object.assign(globalThis, { IntersectionObserver: Seen, ResizeObserver: Seen });
});
afterEach(cleanup);

const plain = (said: string | null | undefined) => said?.replace(/\s+/g, ' ') ?? '';

function show(answers: Readonly<Record<string, unknown>>, content: () => JSX.Element) {
  const asked: string[] = [];
  const api = createApi(async (path) => {
    asked.push(path);
    const found = answers[path];
    return found === undefined
      ? Response.json({ title: 'no' }, { status: 503 })
      : Response.json(found);
  });
  const state = {
    ...{ locale: 'fr' as const, path: '/espace/cls/observatoire', search: '' },
    ...{ nowMs: Date.parse('2026-11-27T10:00:00Z'), api, text },
    ...{ format: createFormat(text.conventions), site: null, baseMap: null },
  };
  render(() => <PageContext.Provider value={state}>{content()}</PageContext.Provider>);
  return asked;
}

const cell = (insee: string, weekday: number, halfDay: 'morning' | 'afternoon', count: number) => ({
  ...{ insee, communeName: `Commune ${insee}`, weekday, halfDay, count },
});
const DEMAND: Demand = {
  leastShown: 5,
  cells: [
    cell('16004', 4, 'afternoon', 6),
    cell('16001', 2, 'morning', 9),
    cell('16004', 2, 'morning', 7),
    cell('99999', 2, 'morning', 50),
  ],
};

describe('searches without a way', () => {
  it('are added by commune, of the half-days looked at, in an order that does not change by chance', () => {
    const own = demandWithin(DEMAND, new Set(['16001', '16004']));
    const counts = (when: string | null = null) =>
      demandByCommune(own, when).map(({ insee, count }) => [insee, count]);
    expect(counts()).toEqual([
      ['16004', 13],
      ['16001', 9],
    ]);
    expect(counts('2 morning')).toEqual([
      ['16001', 9],
      ['16004', 7],
    ]);
    expect(halfDaysOf(own).map(({ key }) => key)).toEqual(['2 morning', '4 afternoon']);
  });

  it('are drawn as dots whose surface grows with their number, and which a number fits in', () => {
    expect(dotPixels(40, 40)).toBe(DOT_PIXELS.most);
    expect(dotPixels(5, 400)).toBe(DOT_PIXELS.least);
    const [half = 0, whole = 0] = [dotPixels(20, 40), dotPixels(40, 40)];
    expect((whole / half) ** 2).toBeCloseTo(2, 1);
  });

  it('are a column of the table and a legend once asked for, and never a number under five', async () => {
    show({}, () => {
      const layer = createDemandLayer(demandWithin(DEMAND, new Set(['16001', '16004'])));
      return <ObservatoryContent data={DATA} base="/espace/cls/observatoire" searches={layer} />;
    });
    const words = text.access.desk.layer;
    const head = () => screen.queryByRole('columnheader', { name: words.column });
    expect(head()).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(plain(words.show)) }));
    await waitFor(() => expect(head()).not.toBeNull());
    const shown = () =>
      [...document.querySelectorAll('td.ranked-searches')].map((each) => plain(each.textContent));
    expect(shown().toSorted()).toEqual(['13', '9', ...Array(4).fill('moins de 5')]);
    expect(screen.getByText(plain(words.legend))).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox', { name: words.when }), {
      target: { value: '4 afternoon' },
    });
    await waitFor(() => expect(shown().filter((each) => each !== 'moins de 5')).toEqual(['6']));
    fireEvent.click(within(head() as HTMLElement).getByRole('button'));
    expect(shown()[0]).toBe('6');
  });

  it('are looked at again as the address says, and say in it what is looked at', async () => {
    const within = demandWithin(DEMAND, new Set(['16001', '16004']));
    let layer = createDemandLayer(within);
    show({}, () => {
      layer = createDemandLayer(within, '2-matin');
      return <ObservatoryContent data={DATA} base="/espace/cls/observatoire" searches={layer} />;
    });
    const words = text.access.desk.layer;
    const when = screen.getByRole<HTMLSelectElement>('combobox', { name: words.when });
    expect(when.value).toBe('2 morning');
    const said = () => new URLSearchParams(location.search).get('recherches');
    const form = () => document.querySelector<HTMLInputElement>('form [name="recherches"]')?.value;
    expect(form()).toBe('2-matin');
    fireEvent.change(when, { target: { value: '' } });
    await waitFor(() => expect(said()).toBe('semaine'));
    expect(form()).toBe('semaine');
    layer.setIsOn(false);
    await waitFor(() => expect(said()).toBeNull());
    expect(location.search).toContain('territoire=');
    expect(form()).toBeUndefined();
  });

  it('are read from an address as far as something is shown there', () => {
    const within = demandWithin(DEMAND, new Set(['16001']));
    expect(readWhen(within, null)).toEqual({ isOn: false, when: null });
    expect(readWhen(within, '4-apres-midi')).toEqual({ isOn: true, when: null });
    expect(readWhen(within, '2-matin')).toEqual({ isOn: true, when: '2 morning' });
    expect(readWhen({ leastShown: 5, cells: [] }, 'semaine').isOn).toBe(false);
  });

  it('are said to be none when no count is large enough, and are nothing on the public page', () => {
    show({}, () => (
      <ObservatoryContent
        data={DATA}
        base="/observatoire"
        searches={createDemandLayer({ leastShown: 5, cells: [] })}
      />
    ));
    expect(screen.getByText(plain(text.access.desk.layer.none(5)))).toBeTruthy();
    cleanup();
    show({}, () => <ObservatoryContent data={DATA} base="/observatoire" />);
    expect(screen.queryByText(plain(text.access.desk.layer.none(5)))).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

const LEAVING: Leaving = {
  ...{ year: 2031, noted: 3, counted: 2, elsewhere: 1, notedAt: '2026-11-20T10:00:00.000Z' },
  whole: { value: 0.12, state: 'value' },
  communes: [
    { insee: '16001', name: 'Un', population: 300, value: 0, state: 'value' },
    { insee: '16002', name: 'Deux', population: 80, value: 0.25, state: 'value' },
    { insee: '16003', name: 'Trois', population: 90, value: 0.25, state: 'value' },
    { insee: '16004', name: 'Quatre', population: 40, value: null, state: 'suppressed' },
    { insee: '16005', name: 'Cinq', population: 40, value: null, state: 'none_in_reach' },
  ],
};

describe('the care that leaves', () => {
  it('is listed from the most, who loses nothing left out, who is hidden last', () => {
    expect(leavingRows(LEAVING).map(({ name }) => name)).toEqual(['Trois', 'Deux', 'Quatre']);
    expect(leavingPath('cls', 'sud', '2029')).toBe(
      '/api/workspaces/cls/leaving-share?territory=sud&year=2029',
    );
    expect(leavingPath('cls', 'sud', 'demain')).toBe(
      '/api/workspaces/cls/leaving-share?territory=sud',
    );
  });

  it('says the share of the territory and of each commune, that it is private, and asks for another year', async () => {
    const later = { ...LEAVING, year: 2033, whole: { value: 0.5, state: 'value' } };
    const asked = show({ [leavingPath('cls', 'essai', '2033')]: later }, () => {
      const state = createLeaving(LEAVING, 'cls', 'essai');
      return <DeskLeaving state={state} territory="essai" action="/espace/cls/observatoire" />;
    });
    expect(screen.getByText(/12 % des consultations .* la fin de 2031/)).toBeTruthy();
    expect(screen.getByText(plain(text.access.desk.leaving.private))).toBeTruthy();
    expect(screen.getByText(plain(text.access.desk.leaving.elsewhere(1)))).toBeTruthy();
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows.map((row) => plain(row.textContent))).toEqual([
      'Trois25 %90',
      'Deux25 %80',
      'Quatrenon dit40',
    ]);
    expect(asked).toEqual([]);
    fireEvent.change(screen.getByRole('combobox'), { target: { value: '2033' } });
    expect(await screen.findByText(/50 % des consultations .* la fin de 2033/)).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox'), { target: { value: '2035' } });
    expect((await screen.findByRole('alert')).textContent).toBe(text.access.desk.leaving.failed);
  });

  it('says when nobody leaves, and when the times are not there yet', () => {
    const nobody = { ...LEAVING, noted: 0, counted: 0, elsewhere: 0, communes: [] };
    show({}, () => (
      <DeskLeaving state={createLeaving(nobody, 'cls', 'essai')} territory="essai" action="/" />
    ));
    expect(screen.getByText(plain(text.access.desk.leaving.nobody(2031)))).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
    cleanup();
    show({}, () => (
      <DeskLeaving state={createLeaving(null, 'cls', 'essai')} territory="essai" action="/" />
    ));
    expect(screen.getByText(plain(text.access.desk.leaving.computing))).toBeTruthy();
  });

  it.each([
    ['16002', /25 % des consultations/],
    ['16001', /aucun, d’ici la fin de 2031/],
    ['16004', /moins de trois médecins/],
  ])('says in the sheet of a commune what it is there: %s', (insee, said) => {
    show({}, () => <LeavingHere leaving={LEAVING} insee={insee} />);
    expect(screen.getByText(said)).toBeTruthy();
  });

  it('says nothing in the sheet of who is told nothing', () => {
    show({}, () => <LeavingHere leaving={null} insee="16002" />);
    expect(document.querySelector('.leaving-here')).toBeNull();
  });
});
