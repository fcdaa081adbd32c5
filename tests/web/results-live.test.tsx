// Do the cards of an open page of results follow the offers their ways are made of?

import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { FakeSource } from '#tests/support/fake-source.ts';
import { ANSWER_DATA, CARD_IDS, placeLine } from '#tests/web/results-data.ts';
import { ResultsAnswer } from '#web/features/directory/results-answer.tsx';
import { loadDictionary } from '#web/i18n/dictionaries.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { keepAnswers } from '#web/lib/kept-answers.ts';
import { PageContext } from '#web/lib/page-context.ts';

const fr = await loadDictionary('fr');

// A phone: the map waits to be asked for.
beforeAll(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('scrollTo', () => {});
});
afterAll(() => vi.unstubAllGlobals());
afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

type Body = Record<string, unknown>;

/** The page of these data; what it asked, the source it listens to, and what ends it. */
async function show(data: typeof ANSWER_DATA, title: () => string) {
  const asked: Body[] = [];
  const api = createApi(async (path, init) => {
    if (path.endsWith('/visits')) return Response.json({ services: [] });
    asked.push(JSON.parse(String(init?.body)));
    return new Response(CARD_IDS.map((id) => placeLine(id, title())).join(''));
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
  FakeSource.last = null;
  const page = render(() => (
    <PageContext.Provider value={state}>
      <ResultsAnswer data={data} />
    </PageContext.Provider>
  ));
  const source = await waitFor(() => {
    if (FakeSource.last === null) throw new Error('Nobody listens yet');
    return FakeSource.last;
  });
  source.say('open', { number: 1 });
  return { asked, source, page };
}

const shownNear = () => document.querySelector('#reponse-near .ways')?.textContent;

it('look for their ways again when one of these offers changed, and say so once', async () => {
  const data = { ...ANSWER_DATA, waiting: [], wayIds: ['volunteer-mosc-1'] };
  const { asked, source, page } = await show(data, () => 'Nouveau tarif');
  source.say('offers', { number: 2, offerIds: ['taxi'] });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(asked).toEqual([]);
  source.say('offers', { number: 3, offerIds: ['mosc'] });
  await waitFor(() => expect(shownNear()).toContain('Nouveau tarif'));
  expect(asked).toHaveLength(1);
  expect(asked[0]).not.toHaveProperty('profile');
  const said = [...document.querySelectorAll('[role="status"]')].map((each) => each.textContent);
  expect(said.filter((words) => words === fr.results.goChanged)).toHaveLength(1);
  page.unmount();
  expect(source.readyState).toBe(FakeSource.CLOSED);
});

it('look for them again with the answers kept in the tab, and without once these are forgotten', async () => {
  keepAnswers({ profile: { ageYears: 78 }, needs: ['wheelchair'] });
  let title = 'Pour vous';
  const data = { ...ANSWER_DATA, waiting: [], wayIds: ['volunteer-mosc-1'] };
  const { asked, source } = await show(data, () => title);
  await waitFor(() => expect(shownNear()).toContain('Pour vous'));
  title = 'Pour vous, nouveau tarif';
  source.say('offers', { number: 2, offerIds: ['mosc'] });
  await waitFor(() => expect(shownNear()).toContain('Pour vous, nouveau tarif'));
  expect(asked).toHaveLength(2);
  for (const body of asked) {
    expect(body).toMatchObject({ profile: { ageYears: 78 }, needs: ['wheelchair'] });
  }
  title = 'Pour tous';
  fireEvent.click(screen.getByRole('button', { name: fr.journey.questions.forget }));
  source.say('offers', { number: 3, offerIds: ['mosc'] });
  await waitFor(() => expect(shownNear()).toContain('Pour tous'));
  expect(asked.at(-1)).not.toHaveProperty('profile');
});
