// On an English page, is every name and text of the directory said to be French, for those who listen?

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { fr } from '#tests/browser/words.ts';

const GP = 'demo-16073-gp-0';
const WHEN = 'deplacement=sans-voiture&jour=2026-12-01&heure=10%3A00';
const PAGES = [
  '/en/resultats?besoin=medecin-generaliste&depart=16020&deplacement=sans-voiture',
  '/en/resultats?besoin=demarches-droits&depart=17008',
  `/en/fiche/${GP}?depart=16020`,
  '/en/fiche/france-services-2355',
  `/en/trajet/${GP}?depart=16020&${WHEN}`,
  `/en/trajet/${GP}?depart=16230&${WHEN}`,
  `/en/creneaux/${GP}?depart=16020`,
  '/en/creneaux/france-services-2355?depart=17008&besoin=demarches-droits',
  '/en/transports',
  '/en/transports?territoire=tous&sorte=rental',
];

/** Fields of the API whose words are those of the directory. */
const FRENCH_FIELDS: ReadonlySet<string> = new Set([
  ...['name', 'offerName', 'communeName', 'placeName', 'organizationName', 'operatorName'],
  ...['headsign', 'label', 'title', 'note', 'text', 'description', 'street', 'complement', 'city'],
  ...['proof', 'toHave', 'toSay', 'sector'],
  ...['summary', 'statusNote', 'conditions', 'address', 'organizer', 'publisher'],
]);

/** Shorter words may also be English. */
const SHORTEST = 5;

export function describeEnglish({ site, open }: Visit): void {
  describe('an English page', () => {
    it('says of every French name and text that it is French', async () => {
      site().setNow(FRIDAY);
      const known = await frenchWords(site().url);
      const offers = await offerPaths(site().url);
      expect(offers.length).toBeGreaterThan(10);
      expect(known.size).toBeGreaterThan(100);
      const { page, faults, close } = await open();
      const met = new Set<string>();
      for (const path of [...PAGES, ...offers]) {
        await page.goto(path);
        if (path.startsWith('/en/resultats')) await listCame(page);
        const { marked, bare } = await readTexts(page, [...known]);
        expect(bare, path).toEqual([]);
        expect(marked.length, `French words on ${path}`).toBeGreaterThan(3);
        for (const text of marked) met.add(text);
      }
      expect(met.size).toBeGreaterThan(60);
      await page.goto(`/trajet/${GP}?depart=16020&${WHEN}`);
      expect(await page.locator('main [lang]').count(), 'a French page marks nothing').toBe(0);
      expect(faults).toEqual([]);
      await close();
    });
  });
}

/** What follows the list on a desk: the ways that took longer, and the map. */
async function listCame(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.result .skeleton').count()).toBe(0);
  await page.locator('.map-panel canvas').first().waitFor();
}

/** Texts of the page that hold words of the directory, by whether they are said to be French. */
async function readTexts(page: Page, known: readonly string[]) {
  return page.evaluate((words) => {
    const found = { marked: [] as string[], bare: [] as string[] };
    const main = document.querySelector('main') ?? document.body;
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      if (!words.some((word) => text.includes(word))) continue;
      const language = node.parentElement?.closest('[lang]')?.getAttribute('lang');
      found[language === 'fr' ? 'marked' : 'bare'].push(text);
    }
    return found;
  }, known);
}

/** The page of each offer: no two are written alike. */
async function offerPaths(url: string): Promise<string[]> {
  const response = await fetch(`${url}/api/transport/offers`);
  const offers = (await response.json()) as { id: string }[];
  return offers.map(({ id }) => `/en/transports/${encodeURIComponent(id)}`);
}

async function frenchWords(url: string): Promise<Set<string>> {
  const words = new Set<string>();
  const person = { mode: 'no_car', profile: {}, needs: [] };
  const appointment = { date: '2026-12-01', minute: 600, durationMinutes: null };
  const plan = (insee: string) => ({
    ...person,
    from: { insee },
    to: { entryId: GP },
    appointment,
  });
  const answers = await Promise.all([
    read('/api/directory?need=medecin-generaliste&lon=0.171&lat=45.27&radius=30000&limit=10'),
    read(`/api/directory/${GP}`),
    read('/api/directory/france-services-2355'),
    read('/api/sources'),
    read('/api/transport/offers'),
    read('/api/journeys', plan('16020')),
    read('/api/journeys', plan('16230')),
  ]);
  for (const answer of answers) gather(answer, '', words);
  // What Voisoin made names it as its publisher, and its name is said the same in both languages.
  words.delete(fr.common.product);
  return words;

  async function read(path: string, body?: object): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : {};
    const response = await fetch(url + path, init);
    expect(response.status, path).toBe(200);
    return response.json();
  }
}

function gather(value: unknown, field: string, words: Set<string>): void {
  if (typeof value === 'string') {
    if (FRENCH_FIELDS.has(field) && value.length >= SHORTEST) words.add(value);
  } else if (Array.isArray(value)) {
    for (const item of value) gather(item, field, words);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) gather(item, name, words);
  }
}
