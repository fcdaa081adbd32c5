// Are answers kept in the tab counted in every card of the results, said to be, and forgotten on demand?

import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ANSWER_DATA, CARD_IDS, placeLine } from '#tests/web/results-data.ts';
import { ResultsAnswer } from '#web/features/directory/results-answer.tsx';
import { loadDictionary } from '#web/i18n/dictionaries.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { keepAnswers, readKeptAnswers } from '#web/lib/kept-answers.ts';
import { PageContext } from '#web/lib/page-context.ts';
import { type Answers, NO_ANSWERS } from '#web/lib/personal-answers.ts';

const fr = await loadDictionary('fr');
const ANSWERS: Answers = { profile: { ageYears: 78, hasLicence: false }, needs: ['wheelchair'] };
const WORDS = fr.journey.ownWays;

type Asked = { path: string; body: Record<string, unknown> };

/** The page, whose API answers these lines for people with answers, and « Pour tous » for everybody. */
function show(ownLines: () => Promise<Response>): Asked[] {
  const asked: Asked[] = [];
  const api = createApi(async (path, init) => {
    const body = JSON.parse(String(init?.body ?? 'null'));
    asked.push({ path, body });
    if (path === '/api/journeys/visits') return Response.json({ services: [] });
    return 'profile' in body ? ownLines() : lines('Pour tous');
  });
  const state = {
    locale: 'fr' as const,
    path: '/resultats',
    search: '',
    nowMs: Date.UTC(2026, 10, 20),
    api,
    text: fr,
    format: createFormat(fr.conventions),
    site: null,
    baseMap: null,
  };
  render(() => (
    <PageContext.Provider value={state}>
      <ResultsAnswer data={ANSWER_DATA} />
    </PageContext.Provider>
  ));
  return asked;
}

const lines = (title: string, ids: readonly string[] = CARD_IDS) =>
  Promise.resolve(new Response(ids.map((id) => placeLine(id, title)).join('')));
const shown = (id: string) => {
  const parts = [...(document.querySelector(`#reponse-${id} .ways`)?.children ?? [])];
  return parts.map((part) => (part.closest('[hidden]') === null ? part.textContent : '')).join('');
};
const line = () => document.querySelector('.results-own [role="status"]');

// A phone: the map waits to be asked for.
beforeAll(() => vi.stubGlobal('matchMedia', () => ({ matches: false })));
afterAll(() => vi.unstubAllGlobals());
afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

describe('the ways of the cards, for somebody who answered questions', () => {
  it('are asked with the answers in the body alone, and said to count them', async () => {
    keepAnswers(ANSWERS);
    const asked = show(() => lines('Pour vous'));
    await vi.waitFor(() => expect(line()?.textContent).toBe(WORDS.counted));
    for (const id of CARD_IDS) {
      expect(shown(id)).toContain('Pour vous');
      expect(shown(id)).not.toContain('Pour tous');
    }
    const places = CARD_IDS.map((entryId) => ({ entryId }));
    expect(asked.map(({ path }) => path).toSorted()).toEqual([
      '/api/journeys',
      '/api/journeys/visits',
    ]);
    expect(asked.find(({ path }) => path === '/api/journeys')?.body).toMatchObject({
      places,
      ...ANSWERS,
    });
    expect(asked.find(({ path }) => path.endsWith('visits'))?.body).toMatchObject(ANSWERS);
  });

  it('are those of everybody again once the answers are forgotten', async () => {
    keepAnswers(ANSWERS);
    show(() => lines('Pour vous'));
    await vi.waitFor(() => expect(line()?.textContent).toBe(WORDS.counted));
    fireEvent.click(screen.getByRole('button', { name: fr.journey.questions.forget }));
    expect(readKeptAnswers()).toEqual(NO_ANSWERS);
    expect(line()?.textContent).toBe(WORDS.forgotten);
    expect(document.activeElement).toBe(line());
    await vi.waitFor(() => expect(shown('far')).toContain('Pour tous'));
    expect(document.body.textContent).not.toContain('Pour vous');
    expect(screen.queryByRole('button', { name: fr.journey.questions.forget })).toBeNull();
  });

  it('are said to be those of everybody when none comes', async () => {
    keepAnswers(ANSWERS);
    show(() => Promise.reject(new Error('offline')));
    await vi.waitFor(() => expect(line()?.textContent).toBe(WORDS.failed));
    await vi.waitFor(() => expect(shown('near')).toContain('Pour tous'));
    expect(readKeptAnswers(), 'the answers are still there').toEqual(ANSWERS);
  });

  it('say of a card without an answer that it has none, never the ways of everybody', async () => {
    keepAnswers(ANSWERS);
    show(() => lines('Pour vous', ['near']));
    await vi.waitFor(() => expect(line()?.textContent).toBe(WORDS.counted));
    expect(shown('near')).toContain('Pour vous');
    expect(shown('far')).toContain(fr.results.goFailed);
    expect(shown('far')).not.toContain('Pour tous');
  });

  it('are asked again when one comes back to the page with answers given meanwhile', async () => {
    const asked = show(() => lines('Pour vous'));
    await vi.waitFor(() => expect(shown('near')).toContain('Pour tous'));
    expect(asked.some(({ body }) => 'profile' in body)).toBe(false);
    expect(line()).toBeNull();
    keepAnswers(ANSWERS);
    dispatchEvent(new Event('pageshow'));
    await vi.waitFor(() => expect(shown('near')).toContain('Pour vous'));
    dispatchEvent(new Event('pagehide'));
    keepAnswers(NO_ANSWERS);
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await vi.waitFor(() => expect(line()?.textContent).toBe(WORDS.forgotten));
    expect(shown('near')).toContain('Pour tous');
  });
});
