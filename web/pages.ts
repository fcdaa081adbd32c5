// Every page and its address. Order matters only where two patterns could match the same path.

import type { PageEntry } from '#web/lib/page.ts';

export const PAGES: readonly PageEntry[] = [
  {
    id: 'home',
    pattern: '/',
    source: 'features/directory/home-page.tsx',
    load: () => import('#web/features/directory/home-page.tsx').then((module) => module.homePage),
  },
  {
    id: 'results',
    pattern: '/resultats',
    source: 'features/directory/results-page.tsx',
    load: () =>
      import('#web/features/directory/results-page.tsx').then((module) => module.resultsPage),
  },
  {
    id: 'entry',
    pattern: '/fiche/:id',
    source: 'features/directory/entry-page.tsx',
    load: () => import('#web/features/directory/entry-page.tsx').then((module) => module.entryPage),
  },
  {
    id: 'journey',
    pattern: '/trajet/:id',
    source: 'features/journey/journey-page.tsx',
    load: () =>
      import('#web/features/journey/journey-page.tsx').then((module) => module.journeyPage),
  },
  {
    id: 'offers',
    pattern: '/transports',
    source: 'features/transport/offers-page.tsx',
    load: () =>
      import('#web/features/transport/offers-page.tsx').then((module) => module.offersPage),
  },
  {
    id: 'offer',
    pattern: '/transports/:id',
    source: 'features/transport/offer-page.tsx',
    load: () => import('#web/features/transport/offer-page.tsx').then((module) => module.offerPage),
  },
  {
    id: 'guide',
    pattern: '/annuaire',
    source: 'features/guide/guide-page.tsx',
    load: () => import('#web/features/guide/guide-page.tsx').then((module) => module.guidePage),
  },
];

/** Shown by the server when no address matches, or when a page cannot be prepared. */
export const PROBLEM_PAGE: PageEntry = {
  id: 'problem',
  pattern: '/probleme',
  source: 'features/territory/problem-page.tsx',
  load: () =>
    import('#web/features/territory/problem-page.tsx').then((module) => module.problemPage),
};
