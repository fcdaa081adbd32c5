// The pages of the observatory, and their addresses.

import type { PageEntry } from '#web/lib/page.ts';

export const ACCESS_PAGES: readonly PageEntry[] = [
  {
    id: 'observatory',
    pattern: '/observatoire',
    source: 'features/access/observatory-page.tsx',
    words: ['access', 'map'],
    load: () =>
      import('#web/features/access/observatory-page.tsx').then((module) => module.observatoryPage),
  },
  {
    id: 'method',
    pattern: '/observatoire/methode',
    still: true,
    source: 'features/access/method-page.tsx',
    words: ['access'],
    load: () => import('#web/features/access/method-page.tsx').then((module) => module.methodPage),
  },
  {
    id: 'compare',
    pattern: '/observatoire/comparer',
    source: 'features/access/compare-page.tsx',
    words: ['access'],
    load: () =>
      import('#web/features/access/compare-page.tsx').then((module) => module.comparePage),
  },
  {
    id: 'desk',
    pattern: '/espace/:espace/observatoire',
    source: 'features/access/desk-page.tsx',
    words: ['access', 'map', 'workspace'],
    load: () => import('#web/features/access/desk-page.tsx').then((module) => module.deskPage),
  },
  {
    id: 'scenario',
    pattern: '/observatoire/scenario',
    source: 'features/access/scenario-page.tsx',
    words: ['scenario'],
    load: () =>
      import('#web/features/access/scenario-page.tsx').then((module) => module.scenarioPage),
  },
  {
    id: 'access-report',
    pattern: '/observatoire/rapport',
    source: 'features/access/report-page.tsx',
    words: ['scenario', 'access'],
    load: () => import('#web/features/access/report-page.tsx').then((module) => module.reportPage),
  },
];
