// Can one go to another territory with a keyboard, keeping the question; is it told when it has no answer there?

import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { ObservatoryContent } from '#web/features/access/observatory-content.tsx';
import type { ObservatoryData } from '#web/features/access/observatory-data.ts';
import { loadDictionary } from '#web/i18n/dictionaries.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';
import { DATA, SHEET } from './access-fixture.ts';

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

const plain = (said: string) => said.replace(/\s+/g, ' ');

function show(
  data: ObservatoryData,
  search = '',
  answers: Readonly<Record<string, unknown>> = {},
): void {
  const api = createApi(async (path) => {
    const found = answers[path];
    return found === undefined ? Response.json({}, { status: 503 }) : Response.json(found);
  });
  const state = {
    ...{ locale: 'fr' as const, path: '/observatoire', search, nowMs: 0, api, text },
    ...{ format: createFormat(text.conventions), site: null, baseMap: null },
  };
  render(() => (
    <PageContext.Provider value={state}>
      <ObservatoryContent data={data} base="/observatoire" />
    </PageContext.Provider>
  ));
}

const form = () => screen.getByRole<HTMLFormElement>('form', { name: text.access.pick.label });
const sent = () => Object.fromEntries(new FormData(form()));

it('does not leave the page while one goes through the list; a button then says where it goes', () => {
  show(DATA);
  const before = location.href;
  const territory = screen.getByRole('combobox', { name: text.access.pick.territory });
  expect(within(form()).queryByRole('button', { name: text.access.compare.other.go })).toBeNull();
  fireEvent.change(territory, { target: { value: 'autre' } });
  expect(location.href).toBe(before);
  expect(
    within(form()).getByRole('button', { name: text.access.compare.other.go }).className,
  ).not.toContain('observatory-submit');
  expect(sent()).toEqual({ territoire: 'autre', indicateur: 'gp_access' });
});

it('keeps the question through a territory that has no figures yet', () => {
  const overview = { ...DATA.overview, indicators: [], computedAt: null };
  show({ ...DATA, places: null, overview }, '?territoire=essai&indicateur=pharmacy_nearest');
  expect(sent()).toEqual({ territoire: 'essai', indicateur: 'pharmacy_nearest' });
  expect(screen.getByText(plain(text.access.compare.other.meanwhile))).toBeTruthy();
});

it('says when the question asked has no answer here, and no more once another is asked', () => {
  const { question } = text.access.indicators.dentist_access;
  const said = plain(text.access.compare.other.noAnswer(question));
  show(DATA, '?territoire=essai&indicateur=dentist_access');
  expect(screen.getByText(said)).toBeTruthy();
  cleanup();
  show(DATA, '?territoire=essai&indicateur=gp_access');
  expect(screen.queryByText(said)).toBeNull();
});

it('says what crossed the threshold since the data were other, and when times are not the same', () => {
  const change = {
    ...{ since: '2026-10-02T08:00:00.000Z', peopleBefore: 200, peopleNow: 560 },
    fell: [{ insee: '16002', name: 'Creux' }],
    ...{ rose: [], hasOtherTimes: true, hasOtherMethod: false },
  };
  const words = text.access.compare.changes;
  show({ ...DATA, overview: { ...DATA.overview, change } });
  const block = screen.getByRole('region', { name: words.title });
  expect(plain(block.textContent ?? '')).toContain(plain(`${words.fell(1)} Creux.`));
  expect(plain(block.textContent ?? '')).toContain(plain(words.people(200, 560)));
  expect(within(block).getByText(plain(words.otherTimes))).toBeTruthy();
  expect(within(block).queryByText(plain(words.otherMethod))).toBeNull();
  cleanup();
  show(DATA);
  expect(screen.queryByRole('region', { name: words.title })).toBeNull();
});

it('lists the communes like the one of the sheet, with their value, and warns of other times', async () => {
  const commune = {
    ...{ insee: '17001', name: 'Jumelle', territory: { code: 'autre', name: 'Autre' } },
    ...{ population: 210, olderShare: 0.12, value: 3.1, state: 'value', hasOtherTimes: true },
  };
  show({ ...DATA, sheet: SHEET }, '', {
    '/api/access/essai/communes/16004/alike?indicator=gp_access': {
      ...{ densityClass: { from: 25, to: 50 }, isSchematic: false, communes: [commune] },
    },
  });
  const link = await waitFor(() => screen.getByRole('link', { name: 'Jumelle' }));
  expect(link.getAttribute('href')).toBe(
    '/observatoire?territoire=autre&indicateur=gp_access&commune=17001#fiche-commune',
  );
  const line = plain(link.closest('tr')?.textContent ?? '');
  expect(line).toContain('Autre, 210 habitants, 12 % de 75 ans et plus');
  expect(line).toContain('3,1 consultations par an');
  expect(line).toContain(plain(text.access.compare.communes.otherTimes));
  expect(screen.getByText(plain(text.access.compare.communes.intro('25', '50')))).toBeTruthy();
});
