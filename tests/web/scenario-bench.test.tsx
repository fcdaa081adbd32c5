// What comes by the address, what is chosen afterwards and what was kept: does the page say which figures are whose?

import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeptScenario } from '#domain/access/kept-scenario.ts';
import type { Scenario } from '#domain/access/scenario-change.ts';
import { readScenarioLink, scenarioLink, scenarioOn } from '#domain/access/scenario-link.ts';
import { VALLEY } from '#tests/support/access-model.ts';
import { createAnswers } from '#web/features/access/scenario-answer.ts';
import { type Bench, createBench } from '#web/features/access/scenario-bench.ts';
import { ScenarioBest } from '#web/features/access/scenario-best.tsx';
import { ScenarioContent } from '#web/features/access/scenario-content.tsx';
import type { DeskQuestion } from '#web/features/access/scenario-messages.ts';
import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';
import { type Answer, workspacePage } from './workspace-page.ts';

const RETIRE = { kind: 'retire', site: 'maison-aval', profession: 'gp', fullTime: 1 } as const;
const PAGE = '/observatoire/scenario?territoire=vallee';
const linkOf = (scenario: Scenario) => `#a=${scenarioLink(scenario)}`;
const plain = (text: string) => text.replace(/\s+/g, ' ');
const kept = fr.scenario.kept;

/** The worker's answers, without a thread; the fingerprint depends on the profession, as the true one does. */
class NearDesk extends EventTarget {
  #answer = createAnswers(
    async ({ profession }) => ({ ...VALLEY, profession, fingerprint: `data-${profession}` }),
    () => 0,
  );
  postMessage({ id, question }: { id: number; question: DeskQuestion }) {
    const reply = (data: unknown) => this.dispatchEvent(new MessageEvent('message', { data }));
    void this.#answer(question).then(
      (answer) => reply({ id, kind: 'done', answer }),
      () => reply({ id, kind: 'failed', failure: 'failed' }),
    );
  }
  terminate() {}
}

beforeEach(() => {
  vi.stubGlobal('Worker', NearDesk);
  history.replaceState(null, '', PAGE);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(answers: Readonly<Record<string, Answer>> = {}, isCoordination = false) {
  const space = isCoordination ? { id: 'cls', name: 'CLS' } : null;
  const { state, asked } = workspacePage(answers);
  const territory = { code: 'vallee', name: 'Vallée' };
  const data = {
    path: '/observatoire/scenario',
    ...{ territory, territories: [territory, { code: 'plaine', name: 'Plaine' }] },
    ...{ profession: 'gp', space, isSignedIn: isCoordination },
  } as unknown as Parameters<typeof ScenarioContent>[0]['data'];
  render(() => (
    <PageContext.Provider value={state}>
      <ScenarioContent data={data} />
    </PageContext.Provider>
  ));
  return asked;
}
const inAddress = () => readScenarioLink(location.hash.replace('#a=', ''));
const choose = (profession: string) =>
  fireEvent.change(screen.getByLabelText(fr.scenario.profession), {
    target: { value: profession },
  });
const opened = () => screen.findByRole('heading', { name: fr.scenario.changesTitle });

describe('the address', () => {
  it('follows the profession that is chosen', async () => {
    history.replaceState(null, '', PAGE + linkOf(scenarioOn(VALLEY, [RETIRE])));
    show();
    await opened();
    expect(inAddress().parameters['profession']).toBe('gp');
    choose('nurse');
    await waitFor(() => expect(inAddress().parameters['profession']).toBe('nurse'));
    expect(inAddress().changes).toEqual([RETIRE]);
  });

  it('of another territory is not tried here, and leads there whole', async () => {
    const hash = linkOf(scenarioOn({ ...VALLEY, territory: 'plaine' }, [RETIRE]));
    history.replaceState(null, '', PAGE + hash);
    show();
    await opened();
    expect(screen.getByRole('alert').textContent).toContain('Plaine');
    screen.getByText(fr.scenario.noChange);
    const there = screen.getByRole('link', { name: kept.goThere('Plaine') });
    expect(there.getAttribute('href')).toContain(`territoire=plaine${hash}`);
  });

  it('tells of the same figures until something is changed', async () => {
    const same = { ...VALLEY, fingerprint: 'data-gp' };
    history.replaceState(null, '', PAGE + linkOf(scenarioOn(same, [RETIRE])));
    show();
    await screen.findByText(plain(kept.sameData));
    fireEvent.click(screen.getByRole('button', { name: /^Retirer : / }));
    expect(screen.queryByText(plain(kept.sameData))).toBeNull();
  });
});

describe('the method', () => {
  it('names the data in words, with their dates', async () => {
    show();
    await opened();
    expect(document.body.textContent).toContain(`${kept.sources['population']} (2023)`);
    expect(document.body.textContent).not.toContain('supply (');
  });
});

describe('scenarios that are kept', () => {
  const one = (change: Partial<KeptScenario>): KeptScenario => ({
    id: 'k1',
    name: 'Départ au bourg',
    territoryCode: 'vallee',
    changes: [RETIRE],
    vintage: 'gp:data-gp',
    updatedAt: '2026-11-20T10:00:00.000Z',
    etag: '"1"',
    ...change,
  });
  const list = (...all: KeptScenario[]) => ({ 'GET /scenarios': { status: 200, body: all } });
  const line = async (name: string) => {
    const item = (await screen.findByText(name)).closest('li');
    if (item === null) throw new Error('Expected a list');
    return within(item);
  };

  it('open for their profession, and are called older for newer data alone', async () => {
    show(
      list(
        one({}),
        one({ id: 'k2', name: 'Vieux', vintage: 'gp:data-of-may' }),
        one({ id: 'k3', name: 'Pour les infirmiers', vintage: 'nurse:data-nurse' }),
      ),
      true,
    );
    await opened();
    expect((await line('Départ au bourg')).queryByText(plain(kept.otherData))).toBeNull();
    (await line('Vieux')).getByText(plain(kept.otherData));
    const nurses = await line('Pour les infirmiers');
    expect(nurses.queryByText(plain(kept.otherData))).toBeNull();
    fireEvent.click(
      nurses.getByRole('button', { name: kept.save.openOf('Pour les infirmiers', 1) }),
    );
    await waitFor(() => expect(inAddress().parameters['profession']).toBe('nurse'));
    expect((await line('Départ au bourg')).queryByText(plain(kept.otherData))).toBeNull();
  });

  it('are kept with the profession they were tried for', async () => {
    const asked = show({ ...list(), 'POST /scenarios': { status: 201, body: one({}) } }, true);
    await opened();
    choose('nurse');
    await waitFor(async () => {
      fireEvent.input(screen.getByLabelText(kept.save.name), { target: { value: 'Essai' } });
      fireEvent.click(screen.getByRole('button', { name: kept.save.save(1) }));
      const sent = asked.filter(({ method }) => method === 'POST').at(-1);
      expect(sent?.body).toMatchObject({ vintage: 'nurse:data-nurse' });
    });
  });
});

describe('the ranking of where to open', () => {
  function showBest(ask?: Bench['ask']) {
    let bench: Bench | undefined;
    render(() => {
      bench = createBench({ territory: 'vallee', profession: 'gp', space: null });
      const own = ask === undefined ? bench : { ...bench, ask };
      return (
        <PageContext.Provider value={workspacePage({}).state}>
          <ScenarioBest bench={own} />
        </PageContext.Provider>
      );
    });
    if (bench === undefined) throw new Error('Expected a bench');
    return bench;
  }
  const words = fr.scenario.best;
  const rank = () => fireEvent.click(screen.getByRole('button', { name: words.rank }));

  it('tells the share of all that lacks, and goes once something else is tried', async () => {
    const bench = showBest();
    await waitFor(() => expect(bench.result()).not.toBeNull());
    bench.add({ ...RETIRE, site: 'cabinet-amont', fullTime: null });
    rank();
    const meters = await screen.findAllByRole('meter', { name: words.gain });
    expect(meters.map((each) => each.getAttribute('max'))).toEqual(meters.map(() => '1'));
    bench.add(RETIRE);
    expect(screen.queryAllByRole('meter')).toEqual([]);
  });

  it('says so when it fails', async () => {
    showBest(() => Promise.reject(new Error('cut')));
    rank();
    await screen.findByText(words.failed);
  });
});
