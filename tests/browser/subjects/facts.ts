// What is known of the solidarity transport of Sud Charente stands where it counts, with its date.

import { describe, expect, it } from 'vitest';
import type { JourneyPlan } from '#domain/journey/journey.ts';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { plain } from '#tests/browser/words.ts';

/** Each fact as a person looks for it, in the page of the offer. */
const ON_THE_OFFER: readonly [what: string, words: readonly RegExp[]][] = [
  ['membership', [/10 € par an/, /adhésion/i]],
  ['price', [/0,10 €/, /domicile/, /aller et retour/i]],
  ['price of a long wait', [/doubl/i, /90 minutes|1 h 30/]],
  ['extras', [/péage/i, /stationnement/i, /payés par le passager/i]],
  ['notice', [/3 jours/, /7 jours/, /urgent/i]],
  ['hours of the line', [/lundi/i, /vendredi/i, /9 h (à|–|-) 12 h/, /14 h (à|–|-) 17 h 30/]],
  ['number', [/07 82 32 76 33/]],
  ['residence', [/89 communes du Sud Charente/]],
  ['conditions', [/permis/i, /véhicule/i, /revenus/i, /autre (transport|solution)/i]],
  ['purposes admitted', [/santé|soin/i, /courses/i, /démarches/i]],
  ['purposes excluded', [/travail/i, /école/i, /Assurance Maladie/i]],
  ['age of the rules', [/octobre 2019/, /4 novembre 2019/, /à confirmer/i]],
];

const ON_THE_JOURNEY: readonly RegExp[] = [
  /10 €/,
  /0,10 €/,
  /Doublés si l’attente dépasse 90 minutes/,
  /stationnement et péage/i,
  /4 novembre 2019/,
  /octobre 2019, à confirmer/,
  /Assurance maladie/i,
  /89 communes du Sud Charente/,
];

export function describeFacts({ site, open }: Visit): void {
  describe('the solidarity transport', () => {
    it.each(ON_THE_OFFER)('says its %s on its own page', async (_what, facts) => {
      site().setNow(FRIDAY);
      const { page, close } = await open();
      await page.goto('/transports/mosc-transport-solidaire');
      const words = plain(await page.locator('main').textContent());
      for (const fact of facts) expect(words).toMatch(fact);
      await close();
    });

    it('says its price, its conditions and their age on a journey', async () => {
      site().setNow(FRIDAY);
      const { page, close } = await open();
      await page.goto(
        '/trajet/demo-16073-gp-0?depart=16020&jour=2026-12-01&heure=10:00&deplacement=sans-voiture',
      );
      const way = page.getByRole('article').filter({
        has: page.getByRole('heading', { name: 'Transport solidaire du Sud Charente' }),
      });
      const words = plain(await way.first().textContent());
      for (const fact of ON_THE_JOURNEY) expect(words).toMatch(fact);
      await close();
    });

    it('counts the way from home and back, twice at most when the driver waits beyond 90 minutes', async () => {
      site().setNow(FRIDAY);
      const short = await priceFor(60);
      const long = await priceFor(180);
      const homeLoopKm = (2 * short.driveMeters) / 1000;
      expect(homeLoopKm).toBeGreaterThan(20);
      expect([short.minCents, short.maxCents]).toEqual([
        Math.round(homeLoopKm * 10),
        Math.round(homeLoopKm * 10),
      ]);
      expect([long.minCents, long.maxCents]).toEqual([short.minCents, 2 * short.maxCents]);
    });
  });

  /** What the trip costs for so long on site, the yearly membership apart. */
  async function priceFor(durationMinutes: number) {
    const answer = await fetch(`${site().url}/api/journeys`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: site().url },
      body: JSON.stringify({
        from: { insee: '16020' },
        to: { entryId: 'demo-16073-gp-0' },
        appointment: { date: '2026-12-01', minute: 600, durationMinutes },
        mode: 'no_car',
        profile: {},
        needs: [],
      }),
    });
    const plan = (await answer.json()) as JourneyPlan;
    const way = [...plan.options, ...plan.almost].find(
      ({ offerIds }) => offerIds.join() === 'mosc-transport-solidaire',
    );
    if (way === undefined) throw new Error('Expected the solidarity transport among the ways');
    const { minCents, maxCents } = way.price;
    if (minCents === null || maxCents === null) throw new Error('Expected a price that is known');
    return { minCents, maxCents, driveMeters: plan.drive.meters };
  }
}
