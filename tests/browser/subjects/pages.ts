// Every page, in both languages, on a phone and on a desk: whole, calm, readable, usable by all.

import { describe, expect, it } from 'vitest';
import { examine, settle } from '#tests/browser/examine.ts';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { STEPS } from '#web/features/workspace/editor-steps.ts';
import { LOCALES } from '#web/i18n/dictionaries.ts';
import { localePath } from '#web/lib/locale.ts';
import { PAGES } from '#web/pages.ts';

const WHEN = 'depart=16020&jour=2026-12-01&heure=10:00&deplacement=sans-voiture';

/** One address at least for each page of the registry. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  home: ['/'],
  results: [
    `/resultats?besoin=medecin-generaliste&${WHEN}`,
    '/resultats?besoin=demarches-droits&depart=17008',
    '/resultats?lieu=Saint&besoin=dentiste',
    '/resultats?quoi=zzzzzz&lieu=nulle-part',
  ],
  entry: ['/fiche/demo-16073-gp-0?depart=16020', '/fiche/finess-160000253'],
  journey: [
    `/trajet/demo-16073-gp-0?${WHEN}`,
    `/trajet/finess-160000253?${WHEN}`,
    '/trajet/france-services-2355?depart=17008',
  ],
  slots: [`/creneaux/demo-16073-gp-0?depart=16020&jour=2026-12-01`, '/creneaux/demo-16073-gp-0'],
  medical: ['/transport-sur-prescription', '/transport-sur-prescription?km=60'],
  offers: ['/transports'],
  offer: [
    '/transports/mosc-transport-solidaire',
    '/transports/ter-13',
    '/transports/bus-france-services-pictons',
  ],
  flyer: ['/transports/mosc-transport-solidaire/affiche'],
  embed: ['/integrer/transports?territoire=sud-charente'],
  guide: ['/annuaire', '/annuaire?imprimer=oui'],
  sources: ['/a-propos/sources'],
  ranking: ['/a-propos/classement'],
  accessibility: ['/a-propos/accessibilite'],
  privacy: ['/a-propos/donnees-personnelles'],
  report: ['/signaler?fiche=finess-160000253', '/signaler'],
  observatory: ['/observatoire?territoire=sud-charente&commune=16073'],
  method: ['/observatoire/methode'],
  compare: [
    '/observatoire/comparer?territoire=sud-charente',
    '/observatoire/comparer?territoire=sud-charente&avec=royan-atlantique&avec=haut-languedoc-et-vignobles',
  ],
  scenario: ['/observatoire/scenario?territoire=sud-charente'],
  'access-report': ['/observatoire/rapport?territoire=sud-charente'],
  'sign-in': ['/connexion'],
  problem: ['/une-page-qui-n-existe-pas'],
};

const VISITS = LOCALES.flatMap((locale) =>
  Object.values(ADDRESSES)
    .flat()
    .map((path) => localePath(locale, path)),
);

/** Without header nor footer: what they print is all they are. */
function isBare(path: string): boolean {
  return path.endsWith('/affiche') || path.startsWith('/integrer/');
}

const DESK = '/espace/mosc/offres/mosc-transport-solidaire';
/** What somebody who keeps offers sees, signed in. */
const OF_ONE_S_OWN = [
  '/compte',
  '/espace/mosc',
  '/espace/mosc/equipe',
  '/espace/mosc/fichiers',
  '/espace/mosc/historique',
  '/espace/mosc/signalements',
  '/espace/mosc/fraicheur',
  '/espace/mosc/trajets',
  '/espace/mosc/demandes',
  '/espace/mosc/observatoire',
  '/espace/mosc/lignes?mot=',
  '/espace/mosc/lignes?reseau=ter-demo&ligne=ter-13',
  `${DESK}/versions`,
  ...STEPS.map((step) => `${DESK}?etape=${step}`),
];

export function describePages({ site, open }: Visit): void {
  describe('every page', () => {
    it('is visited here', () => {
      // Pages of one’s own space are visited by who is signed in.
      const open = PAGES.filter(
        ({ pattern }) => !/^\/(espace|compte|invitation|mot-de-passe)/.test(pattern),
      );
      const known = open.map(({ id }) => id);
      expect(Object.keys(ADDRESSES).filter((id) => id !== 'problem')).toEqual(known);
    });

    it.each(VISITS)('%s has no barrier, no error, no stranger, and fits', async (path) => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      const answer = await page.goto(path, { waitUntil: 'load' });
      const refused = (answer?.status() ?? 0) >= 400;
      const found = await examine(page);

      // The browser says on its console that an answer was 400 or 404: that is the answer wanted.
      const asked =
        /^console: Failed to load resource: the server responded with a status of 40[04]/;
      found.push(...faults.filter((fault) => !(refused && asked.test(fault))));
      expect(found).toEqual([]);
      await close();
    });

    it.each(OF_ONE_S_OWN)(
      '%s, signed in, has no barrier, no error, no stranger, and fits',
      async (path) => {
        site().setNow(FRIDAY);
        const { page, faults, close } = await open();
        await page.goto(`/connexion?suite=${encodeURIComponent(path)}`);
        await page.getByRole('button', { name: 'Mona Direction' }).click();
        await page.waitForURL((url) => url.pathname === path.split('?')[0]);
        expect([...(await examine(page)), ...faults]).toEqual([]);
        await close();
      },
    );

    it.each(VISITS.filter((path) => !path.startsWith('/en') && !isBare(path)))(
      '%s prints: what is said on paper, without what is pressed',
      async (path) => {
        site().setNow(FRIDAY);
        const { page, close } = await open();
        await page.goto(path, { waitUntil: 'load' });
        await settle(page);
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('.print-header').isVisible()).toBe(true);
        expect(await page.locator('.site-nav').isVisible()).toBe(false);
        for (const hidden of await page.locator('.no-print').all()) {
          expect(await hidden.isVisible()).toBe(false);
        }
        const [width, wide] = await page.evaluate(() => [
          document.documentElement.clientWidth,
          document.documentElement.scrollWidth,
        ]);
        expect(wide).toBeLessThanOrEqual(width ?? 0);
        expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
        await close();
      },
    );
  });
}
