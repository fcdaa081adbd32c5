// An organization describes a transport from nothing and publishes it, with nothing but a keyboard.

import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createKeyboard, type Keyboard } from '#tests/browser/keyboard.ts';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { waitUntilAlive } from '#tests/browser/wait-until-alive.ts';
import { fr, plain } from '#tests/browser/words.ts';
import type { Step } from '#web/features/workspace/editor-steps.ts';

const NAME = 'La navette d’Aubeterre';
const SUMMARY = 'Un minibus vient chez vous, sur appel.';
const COMMUNES = 'Chalais, Montmoreau, Aubeterre-sur-Dronne';
const PHONE = '05 36 49 10 20';
const SAID = [
  SUMMARY,
  PHONE,
  'Ouvert à tous',
  '2,50 € par trajet',
  'la veille, avant 17 h',
  'Tous les jours, sauf jours fériés. De 8 h à 18 h.',
  'Aubeterre-sur-Dronne, Chalais et Montmoreau',
];
/** A Tuesday, eleven days later, at ten. */
const TRIP =
  '/trajet/demo-16073-gp-0?depart=16020&deplacement=sans-voiture&jour=2026-12-01&heure=10:00';
const MOST_PRESSES = 165;

type Desk = { page: Page; keys: Keyboard };

const { editor, workspace, account } = fr;

export function describeWorkspaceKeyboard({ site, open }: Visit): void {
  describe('an offer begun from nothing by keyboard only', () => {
    it('is named, placed, timed, priced and published, then proposed to residents', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      const keys = createKeyboard(page);
      const desk = { page, keys };
      await page.goto('/connexion?suite=%2Fespace%2Fmosc');
      await signIn(desk);
      await begin(desk);
      await tellWhat(desk);
      await tellWhere(desk);
      await tellWhen(desk);
      await tellWho(desk);
      await tellBooking(desk);
      await tellPrice(desk);
      const publicPath = await publish(desk);
      expect(keys.moves(), 'keys from signing in to the page residents read').toBeLessThanOrEqual(
        MOST_PRESSES,
      );
      const told = plain(await page.getByRole('main').innerText());
      for (const fact of SAID) expect(told, publicPath).toContain(fact);

      await page.goto(TRIP);
      const card = page.locator('article', { hasText: NAME }).first();
      await card.waitFor();
      const proposed = plain(await card.innerText());
      // There and back.
      expect(proposed).toContain('5,00 €');
      expect(proposed).toContain(`${NAME} vous prend et vous conduit`);
      expect(faults).toEqual([]);
      await close();
    });
  });
}

async function signIn({ page, keys }: Desk): Promise<void> {
  await keys.skipToContent();
  await keys.tabTo(page.getByLabel(account.signIn.email));
  await keys.type('publication@mosc.example');
  await keys.tabTo(page.getByLabel(account.signIn.password, { exact: true }));
  await keys.type('trois cafés en terrasse');
  await keys.press('Enter');
  await page.waitForURL('**/espace/mosc');
}

async function begin({ page, keys }: Desk): Promise<void> {
  const words = workspace.offers.create;
  await keys.skipToContent();
  // Before the offers, however many they are.
  await press({ page, keys }, page.getByRole('link', { name: words.title, exact: true }));
  const kind = page.getByLabel(words.kind);
  await hasFocus(kind);
  expect(await kind.inputValue()).toBe('on_demand');
  await keys.tabTo(page.getByLabel(words.name));
  await keys.type(NAME);
  await keys.press('Enter');
  await page.waitForURL('**/espace/mosc/offres/**');
  expect(plain(await page.getByRole('heading', { level: 1 }).innerText())).toBe(NAME);
  await hasFocus(page.getByRole('heading', { level: 2, name: editor.steps.quoi.question }));
  await waitUntilAlive(page);
}

async function tellWhat(desk: Desk): Promise<void> {
  await rewrite(desk, desk.page.getByLabel(editor.what.summary), SUMMARY);
  await goOn(desk, 'ou');
}

async function tellWhere(desk: Desk): Promise<void> {
  const { page, keys } = desk;
  const words = editor.where;
  await press(desk, page.getByRole('button', { name: words.addPattern }));
  const card = page.getByRole('group', { name: words.pattern(1), exact: true });
  await hasFocus(card);
  await press(desk, card.locator('summary', { hasText: words.communes.paste }).first());
  const list = card.getByLabel(words.communes.pasteLabel);
  await list.waitFor();
  await keys.tabTo(list);
  await keys.type(COMMUNES);
  await press(desk, card.getByRole('button', { name: words.communes.pasteAdd }));
  await card.getByText(plain(words.communes.pasted(3))).waitFor();
  await card.getByText(/habitants dont/).waitFor();
  await goOn(desk, 'quand');
}

async function tellWhen(desk: Desk): Promise<void> {
  const { page, keys } = desk;
  const { hours, when } = editor;
  for (const day of ['Samedi', 'Dimanche']) {
    const box = page.getByRole('checkbox', { name: day, exact: true });
    await keys.tabTo(box);
    await keys.press('Space');
    expect(await box.isChecked()).toBe(true);
  }
  await press(desk, page.getByRole('button', { name: hours.addTo(when.hoursOf) }));
  const from = page.getByLabel(hours.from(when.hoursOf, 1));
  await hasFocus(from);
  await keys.typeTime(from, '08:00');
  const to = page.getByLabel(hours.to(when.hoursOf, 1));
  await keys.tabTo(to);
  await keys.typeTime(to, '18:00');
  await goOn(desk, 'qui');
}

async function tellWho(desk: Desk): Promise<void> {
  const everybody = desk.page.getByRole('radio', { name: editor.who.everybodyAnswers.yes });
  await desk.keys.tabTo(everybody);
  await desk.keys.press('Space');
  expect(await everybody.isChecked()).toBe(true);
  await goOn(desk, 'reserver');
}

async function tellBooking(desk: Desk): Promise<void> {
  const { page, keys } = desk;
  const words = editor.booking;
  await keys.tabTo(page.getByRole('radio', { name: words.neededAnswers.unknown }));
  await keys.press('ArrowUp', 'ArrowUp');
  expect(
    await page.getByRole('radio', { name: words.neededAnswers.yes, exact: true }).isChecked(),
  ).toBe(true);
  await rewrite(desk, page.getByLabel(words.phone), PHONE);
  await rewrite(desk, page.getByLabel(words.daysBefore, { exact: true }), '1');
  const hour = page.getByLabel(words.atHour);
  await keys.tabTo(hour);
  await keys.typeTime(hour, '17:00');
  await goOn(desk, 'combien');
}

async function tellPrice(desk: Desk): Promise<void> {
  const { page } = desk;
  const words = editor.fares;
  await press(desk, page.getByRole('button', { name: words.add, exact: true }));
  await rewrite(desk, page.getByLabel(words.amount), '2,50');
  expect(await page.getByLabel(words.amount).inputValue()).toBe('2,50');
  await goOn(desk, 'essayer');
}

/** Returns the address of the page residents read, and is there. */
async function publish(desk: Desk): Promise<string> {
  const { page } = desk;
  const words = editor.publish;
  await goOn(desk, 'publier');
  const send = page.getByRole('button', { name: words.publish });
  await send.waitFor();
  await press(desk, send);
  await page.getByText(words.published).waitFor();
  await hasFocus(page.getByRole('heading', { level: 2, name: editor.steps.publier.question }));
  await press(desk, page.getByRole('link', { name: words.seePublic }));
  await page.waitForURL('**/transports/**');
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
  return new URL(page.url()).pathname;
}

async function press({ keys }: Desk, thing: Locator): Promise<void> {
  await keys.tabTo(thing);
  await keys.press('Enter');
}

/** Writes over what the field holds. */
async function rewrite({ keys }: Desk, field: Locator, said: string): Promise<void> {
  await keys.tabTo(field);
  await keys.press('ControlOrMeta+a');
  await keys.type(said);
  expect(await field.inputValue()).toBe(said);
}

/** « Continuer », at the end of a step: its question then has the focus. */
async function goOn(desk: Desk, to: Step): Promise<void> {
  const { page } = desk;
  const { name, question } = editor.steps[to];
  await press(desk, page.getByRole('link', { name: editor.nextStep(name) }));
  await page.waitForURL(`**?etape=${to}`);
  await hasFocus(page.getByRole('heading', { level: 2, name: question }));
}

/** The page brought the keyboard there. */
async function hasFocus(thing: Locator): Promise<void> {
  await expect
    .poll(() => thing.evaluate((node) => node === document.activeElement), { timeout: 5_000 })
    .toBe(true);
}
