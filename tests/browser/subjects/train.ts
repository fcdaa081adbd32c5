// From Montmoreau to the hospital of Angoulême by train, there and back, at the times that are printed.

import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Visit } from '#tests/browser/visit.ts';
import { fr, plain } from '#tests/browser/words.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';

const HOSPITAL =
  '/trajet/finess-160000253?depart=16230&heure=10:00&duree=60&deplacement=sans-voiture';

/** As printed for line 13. The train of the way back stands at Montmoreau from 12:59 to 13:00. */
const OUT = { from: 'Montmoreau', leaves: '07:56', to: 'Angoulême', arrives: '08:17' };
const BACK = {
  from: 'Angoulême',
  leaves: '12:39',
  to: 'Montmoreau',
  arrives: '12:59',
  goesOn: '13:00',
};

export function describeTrain({ site, open }: Visit): void {
  describe('from Montmoreau to the hospital of Angoulême by train', () => {
    it('shows the printed times there and back on a day of the timetable', async () => {
      site().setNow({ date: '2025-01-30', minute: 600 });
      const { page, faults, close } = await open();
      const train = await openTrain(page, `${HOSPITAL}&jour=2025-02-11`);
      await expectPrintedTimes(train);
      expect(plain(await train.innerText())).not.toContain('Horaires de référence');
      expect(faults).toEqual([]);
      await close();
    });

    it('shows the same times as those of a past timetable, to be checked, on a day after it', async () => {
      site().setNow({ date: '2026-11-20', minute: 600 });
      const { page, faults, close } = await open();
      const train = await openTrain(page, `${HOSPITAL}&jour=2026-12-01`);
      await expectPrintedTimes(train);
      const words = plain(await train.innerText());
      expect(words).toContain('Horaires de référence');
      expect(words).toContain('du 22 janvier 2025 au 22 avril 2025');
      expect(words).toContain('vérifiez avant de partir');
      expect(faults).toEqual([]);
      await close();
    });

    const file = sharedFile('facts/ter-l13-timetable.json', 'the printed TER L13');
    it.runIf(file !== null)('agrees with the sheet the railway publishes', () => {
      const sheet = JSON.parse(readFileSync(file ?? '', 'utf8')) as Sheet;
      expect(printed(sheet, OUT.from, OUT.to)).toContain(`${OUT.leaves} ${OUT.arrives}`);
      expect(printed(sheet, BACK.from, BACK.to)).toContain(`${BACK.leaves} ${BACK.goesOn}`);
    });
  });
}

type Sheet = {
  trips: {
    days: string[];
    firstDate: string;
    lastDate: string;
    stops: { stop: string; time: string }[];
  }[];
};

/** « 07:56 08:17 » for each run between two stations on Tuesday 11 February 2025. */
function printed(sheet: Sheet, from: string, to: string): string[] {
  return sheet.trips
    .filter((trip) => trip.days.includes('mar'))
    .filter((trip) => trip.firstDate <= '20250211' && trip.lastDate >= '20250211')
    .flatMap(({ stops }) => {
      const start = stops.findIndex(({ stop }) => stop === from);
      const end = stops.findIndex(({ stop }) => stop === to);
      return start === -1 || end < start ? [] : [`${stops[start]?.time} ${stops[end]?.time}`];
    });
}

/** The way that takes the train, its steps unfolded. */
async function openTrain(page: Page, path: string): Promise<Locator> {
  await page.goto(path);
  const train = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { level: 3, name: /TER.*13/ }) })
    .first();
  await train.waitFor();
  const fold = train.locator('details', { has: page.locator('.thread') });
  if ((await fold.count()) > 0) await fold.locator('summary').first().click();
  await train.locator('.thread').first().waitFor();
  return train;
}

async function expectPrintedTimes(train: Locator): Promise<void> {
  const [there, back] = await train.locator('.thread').all();
  if (there === undefined || back === undefined) throw new Error('Expected two ways in the steps');
  expect(await stepsOf(there)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^7 h 56 .*Train.*13.*Angoulême \(21 min\)/),
      expect.stringMatching(/^8 h 17 /),
    ]),
  );
  expect(await stepsOf(back)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^12 h 39 .*Train.*13.*Montmoreau \(20 min\)/),
      expect.stringMatching(/^12 h 59 /),
    ]),
  );
  expect(plain(await there.locator('.thread-heading').innerText())).toBe(fr.journey.outbound);
  expect(plain(await back.locator('.thread-heading').innerText())).toBe(fr.journey.back);
}

async function stepsOf(thread: Locator): Promise<string[]> {
  return (await thread.getByRole('listitem').allInnerTexts()).map(plain);
}
