// « Le service qui vient à vous »: found from the results, read whole, and reached by keyboard only.

import { describe, expect, it } from 'vitest';
import { createKeyboard } from '#tests/browser/keyboard.ts';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { fr, plain } from '#tests/browser/words.ts';

const RESULTS = '/resultats?besoin=demarches-droits&depart=17008&deplacement=sans-voiture';
const BUS = 'Bus France services Les Pictons';

export function describeVisits({ site, open }: Visit): void {
  describe('the service that comes', () => {
    it('is named above the results and described on its page, without JavaScript', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open({ javaScriptEnabled: false });
      await page.goto(RESULTS);
      const band = page.getByRole('region', { name: fr.journey.visiting.line(1) });
      // The Thursday after Friday 20 November, in the commune of departure.
      expect(plain(await band.innerText())).toContain(
        'Andilly, dans votre commune · jeudi 26 novembre de 9 h 30 à 12 h',
      );
      await band.getByRole('link', { name: BUS }).click();
      await page.waitForURL('**/transports/bus-france-services-pictons');
      const rules = page.getByRole('region', { name: fr.transport.patterns });
      expect(plain(await rules.innerText())).toContain('Andilly : le jeudi, sauf jours fériés');
      expect(faults).toEqual([]);
      await close();
    });

    it('stands on the page of the journey with its days, its places and its number', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      await page.goto(RESULTS);
      const card = page.locator('#reponse-france-services-2355');
      await card.locator('a[href*="/trajet/"]').first().click();
      await page.waitForURL('**/trajet/france-services-2355?**besoin=demarches-droits**');
      const section = page.getByRole('region', { name: fr.journey.visiting.heading });
      const said = plain(await section.innerText());
      expect(said).toContain('Andilly, dans votre commune');
      expect(said).toMatch(/Lundi 23 novembre .* Marans, à 6,1 km/);
      const keys = createKeyboard(page);
      await keys.skipToContent();
      await keys.tabTo(section.getByRole('link', { name: /^Voir ce service/ }));
      await page.keyboard.press('Enter');
      await page.waitForURL('**/transports/bus-france-services-pictons');
      expect(faults).toEqual([]);
      await close();
    });

    it('of another need is not shown', async () => {
      site().setNow(FRIDAY);
      const { page, close } = await open({ javaScriptEnabled: false });
      await page.goto('/resultats?besoin=medecin-generaliste&depart=16020');
      expect(await page.locator('.card-list > li').count()).toBeGreaterThan(0);
      expect(await page.locator('.results-visits').count()).toBe(0);
      await close();
    });
  });
}
