// Departures a coordination was told of: noted, refused with a reason, tried once on the map, taken out.

import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { createRoot, createSignal } from 'solid-js';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { KeptDeparture } from '#domain/access/kept-scenario.ts';
import type { ScenarioChange } from '#domain/access/scenario-change.ts';
import { type Bench, createBench } from '#web/features/access/scenario-bench.ts';
import { ScenarioDepartures } from '#web/features/access/scenario-departures.tsx';
import { ScenarioKeep } from '#web/features/access/scenario-keep.tsx';
import { loadDictionary } from '#web/i18n/dictionaries.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';
import { type Answer, type Asked, workspacePage } from './workspace-page.ts';

let text: Dictionary;
beforeAll(async () => {
  text = await loadDictionary('fr');
});
afterEach(cleanup);

const words = () => text.scenario.kept.departures;
const noted = (change: Partial<KeptDeparture> = {}): KeptDeparture => ({
  entryId: 'e1',
  entryName: 'Dr Anne Exemple',
  communeName: 'Chalais',
  leavesOn: '2027',
  note: null,
  notedAt: '2026-11-20T10:00:00.000Z',
  notedBy: null,
  etag: '"a"',
  ...change,
});
const site = (id: string, communeName: string, entryId: string, name: string) => ({
  id,
  communeName,
  isInside: true,
  practitioners: [{ entryId, name, fullTime: 1 }],
});
const MODEL = {
  profession: 'gp',
  sites: [
    site('s1', 'Chalais', 'e1', 'Dr Anne Exemple'),
    site('s2', 'Brossac', 'e2', 'Dr Paul Modèle'),
  ],
  places: [{ id: '16001', name: 'Bessac', isInside: true }],
};
const RESULT = {
  before: Float64Array.of(4),
  after: Float64Array.of(3),
  sides: { before: { mean: 4 }, after: { mean: 3 } },
};

function show(
  told: readonly KeptDeparture[],
  answers: Readonly<Record<string, Answer | ((asked: Asked) => Answer)>> = {},
  sites: readonly unknown[] = MODEL.sites,
) {
  const [changes, setChanges] = createSignal<readonly ScenarioChange[]>([]);
  /** Places told to the bench, each time. */
  const places: string[][] = [];
  const { state, asked } = workspacePage(
    { 'GET /departures': { status: 200, body: told }, ...answers },
    { text },
  );
  const bench = {
    model: () => ({ ...MODEL, sites }),
    changes,
    ask: async () => RESULT,
    setNotedSites: (sites: ReadonlySet<string>) => places.push([...sites]),
    addAll: (added: readonly ScenarioChange[]) => setChanges((all) => [...all, ...added]),
  } as unknown as Bench;
  render(() => (
    <PageContext.Provider value={state}>
      <ScenarioDepartures bench={bench} space={{ id: 'cls', name: 'CLS' }} />
    </PageContext.Provider>
  ));
  return { asked, changes, places };
}

const fill = (name: string | RegExp, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const choose = (entryId: string) =>
  fireEvent.change(screen.getByRole('combobox', { name: words().who }), {
    target: { value: entryId },
  });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('departures announced', () => {
  it('say that none is noted, and name those who may leave', async () => {
    show([]);
    await screen.findByText(words().none);
    const people = within(screen.getByRole('combobox', { name: words().who }));
    expect(people.getAllByRole('option').map((each) => each.textContent)).toEqual([
      '—',
      'Dr Anne Exemple, Chalais',
      'Dr Paul Modèle, Brossac',
    ]);
  });

  it('say so where the directory names nobody', async () => {
    show([], {}, []);
    await screen.findByText(words().nobody.replace(/\s+/g, ' '));
  });

  it('tell at each field what lacks, go to the first, and send nothing', async () => {
    const { asked } = show([]);
    await screen.findByText(words().none);
    fill(words().when, 'bientôt');
    press(words().add);
    const who = screen.getByRole('combobox', { name: words().who });
    expect(who.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(who);
    screen.getByText(words().whoMissing);
    screen.getByText(words().whenWrong.replace(/\s+/g, ' '));
    expect(asked.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('are sent as a date, whatever the way it was written', async () => {
    const { asked } = show([], {
      'PUT /departures/e2': { status: 200, body: [noted({ entryId: 'e2' })] },
    });
    await screen.findByText(words().none);
    choose('e2');
    fill(words().when, 'juin 2027');
    fill(/^Note/, ' Dit en réunion ');
    press(words().add);
    await screen.findByText(words().noted('Dr Paul Modèle, Brossac').replace(/\s+/g, ' '));
    expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({
      body: { leavesOn: '2027-06', note: 'Dit en réunion' },
      etag: '"0"',
    });
  });

  it('are written again from what is known, and say when somebody else did meanwhile', async () => {
    const { asked } = show([noted({ note: 'Dit en mai' })], {
      'PUT /departures/e1': { status: 412, body: {} },
    });
    await screen.findByText('Dr Anne Exemple');
    choose('e1');
    const when = screen.getByRole<HTMLInputElement>('textbox', { name: words().when });
    expect(when.value).toBe('2027');
    fill(words().when, '2028');
    press(words().add);
    await screen.findByText(words().stale.replace(/\s+/g, ' '));
    expect(asked.find(({ method }) => method === 'PUT')?.etag).toBe('"a"');
    expect(asked.filter(({ method }) => method === 'GET')).toHaveLength(2);
  });

  it('are tried up to a year, and once however often one asks', async () => {
    const { changes } = show([
      noted({ leavesOn: '2027' }),
      noted({ entryId: 'e2', entryName: 'Dr Paul Modèle', leavesOn: '2030-03' }),
    ]);
    await screen.findByText('Dr Anne Exemple');
    fireEvent.change(screen.getByRole('combobox', { name: words().year }), {
      target: { value: '2028' },
    });
    press(words().apply);
    expect(changes()).toEqual([{ kind: 'retire', site: 's1', profession: 'gp', fullTime: 1 }]);
    const apply = screen.getByRole<HTMLButtonElement>('button', { name: words().apply });
    expect(apply.disabled).toBe(true);
    fireEvent.change(screen.getByRole('combobox', { name: words().year }), {
      target: { value: '2030' },
    });
    await waitFor(() => expect(apply.disabled).toBe(false));
    press(words().apply);
    expect(changes()).toHaveLength(2);
    await screen.findByText(words().share('25').replace(/\s+/g, ' '));
  });

  it('are taken out, and the keyboard is led back to the title', async () => {
    show([noted()], { 'DELETE /departures/e1': { status: 204, body: null } });
    await screen.findByText('Dr Anne Exemple');
    press(words().removeOf('Dr Anne Exemple'));
    await screen.findByText(words().removed);
    const title = screen.getByRole('heading', { name: words().title });
    await waitFor(() => expect(document.activeElement).toBe(title));
  });

  it('say, before they are tried, that others will read their place, and tell the bench which', async () => {
    const { places } = show([noted({ leavesOn: '2060' })]);
    await screen.findByText('Dr Anne Exemple');
    const caution = screen.getByText(words().caution.replace(/\s+/g, ' '));
    const apply = screen.getByRole('button', { name: words().apply });
    expect(caution.compareDocumentPosition(apply)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(places.at(-1)).toEqual(['s1']);
  });

  it('are warned of beside the link, whenever what is tried has one of them', async () => {
    const leaves: ScenarioChange = { kind: 'retire', site: 's1', profession: 'gp', fullTime: 1 };
    const { state } = workspacePage({}, { text });
    const bench = createRoot(() =>
      createBench({ territory: 'vallee', profession: 'gp', space: 'cls' }),
    );
    const shown = { ...bench, model: () => null, link: () => '#a=1' };
    const shapes = {
      answer: () => null,
      sheet: () => null,
      hasFailed: () => false,
      retry: () => undefined,
    };
    render(() => (
      <PageContext.Provider value={state}>
        <ScenarioKeep bench={shown} shapes={shapes} path="/observatoire/scenario" />
      </PageContext.Provider>
    ));
    bench.put(0, [leaves]);
    expect(screen.queryByRole('alert')).toBeNull();
    bench.setNotedSites(new Set(['s1']));
    expect(screen.getByRole('alert').textContent?.replace(/\s+/g, ' ')).toContain(
      text.scenario.kept.holdsNoted.replace(/\s+/g, ' '),
    );
    bench.clear();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
