// Bench: what a first view weighs and how soon it shows, on a phone in the country.

import { createServer } from 'node:net';
import type { Browser } from 'playwright-core';
import { atLeast, atMost, type Figure, percentile, told } from '#tests/bench/bench-result.ts';
import { CATEGORIES, type Judgement, judgePage } from '#tests/bench/web/lighthouse-scores.ts';
import { type Weight, weighPage } from '#tests/bench/web/page-weight.ts';
import { viewSlowly } from '#tests/bench/web/slow-phone.ts';
import { findChromium, launchBrowser } from '#tests/support/browser.ts';
import { startSite } from '#tests/support/site.ts';

type Tell = (line: string) => void;

const PAGES = [
  { name: 'home', path: '/', phone: 'a[href^="tel:"]' },
  {
    name: 'results',
    path: '/resultats?besoin=medecin-generaliste&depart=16020&deplacement=sans-voiture',
    phone: '.result a[href^="tel:"]',
  },
] as const;

const ROUNDS = 3;
const CPU_SLOWDOWN = 4;

export async function bench(tell: Tell): Promise<Figure[]> {
  const chromium = findChromium();
  if (chromium === null) throw new Error('The web bench needs Chromium: set CHROMIUM_PATH.');
  const site = await startSite({ databaseUrl: null, now: { date: '2026-11-20', minute: 600 } });
  const debuggingPort = await freePort();
  const browser = await launchBrowser(chromium, [`--remote-debugging-port=${debuggingPort}`]);
  try {
    const figures: Figure[] = [];
    for (const page of PAGES) {
      const url = site.url + page.path;
      // A first visitor has been there: what is measured is the page, not the start of the server.
      await weighPage(browser, url);
      figures.push(...(await weightFigures(browser, page.name, url, tell)));
      figures.push(...(await slowFigures(browser, page, url)));
      figures.push(...(await lighthouseFigures(page.name, url, debuggingPort, tell)));
    }
    return figures;
  } finally {
    await browser.close();
    await site.stop();
  }
}

async function weightFigures(
  browser: Browser,
  name: string,
  url: string,
  tell: Tell,
): Promise<Figure[]> {
  const weights = await weighPage(browser, url);
  for (const { path, bytes } of weights) tell(`${name}: ${(bytes / 1024).toFixed(1)} KB ${path}`);
  const sum = (bytesOf: (weight: Weight) => number) =>
    weights.reduce((total, weight) => total + bytesOf(weight), 0) / 1024;
  return [
    atMost(
      `${name}, gzip before the map`,
      sum(({ bytes }) => bytes),
      90,
      'KB',
    ),
    told(
      `${name}, headers besides`,
      sum(({ headerBytes }) => headerBytes),
      'KB',
    ),
    told(`${name}, answers fetched`, weights.length, ''),
  ];
}

async function slowFigures(
  browser: Browser,
  page: (typeof PAGES)[number],
  url: string,
): Promise<Figure[]> {
  const paints: number[] = [];
  const phones: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const slow = await viewSlowly(browser, url, { phone: page.phone, cpuSlowdown: CPU_SLOWDOWN });
    paints.push(slow.largestPaintMs / 1000);
    const view = await viewSlowly(browser, url, { phone: page.phone, cpuSlowdown: 1 });
    if (view.firstPhoneMs === null) throw new Error(`No number to call on ${page.path}`);
    phones.push(view.firstPhoneMs / 1000);
  }
  return [
    atMost(
      `${page.name}, largest paint, 400 kbit/s and CPU ÷ ${CPU_SLOWDOWN}`,
      median(paints),
      2.5,
      's',
    ),
    atMost(`${page.name}, first number to call, 400 kbit/s`, median(phones), 2, 's'),
  ];
}

async function lighthouseFigures(
  name: string,
  url: string,
  debuggingPort: number,
  tell: Tell,
): Promise<Figure[]> {
  const rounds: Judgement[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await judgePage(url, debuggingPort));
  for (const lost of new Set(rounds.flatMap((judgement) => judgement.lost))) {
    tell(`${name}: ${lost}`);
  }
  return CATEGORIES.map((category) => {
    const score = median(rounds.map(({ scores }) => scores[category]));
    return atLeast(`${name}, Lighthouse ${category}`, score, 95, '/ 100');
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

const median = (values: readonly number[]): number => percentile(values, 0.5);
