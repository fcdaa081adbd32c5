// The pages of a workspace that watch over what it keeps, and their addresses.

import type { PageEntry } from '#web/lib/page.ts';

export const WATCH_PAGES: readonly PageEntry[] = [
  {
    id: 'reports',
    pattern: '/espace/:espace/signalements',
    still: true,
    source: 'features/workspace/reports-page.tsx',
    words: ['workspace', 'report'],
    load: () =>
      import('#web/features/workspace/reports-page.tsx').then((module) => module.reportsPage),
  },
  {
    id: 'freshness',
    pattern: '/espace/:espace/fraicheur',
    still: true,
    source: 'features/workspace/freshness-page.tsx',
    words: ['workspace'],
    load: () =>
      import('#web/features/workspace/freshness-page.tsx').then((module) => module.freshnessPage),
  },
  {
    id: 'trips',
    pattern: '/espace/:espace/trajets',
    still: true,
    source: 'features/workspace/trips-page.tsx',
    words: ['workspace'],
    load: () => import('#web/features/workspace/trips-page.tsx').then((module) => module.tripsPage),
  },
  {
    id: 'line-marks',
    pattern: '/espace/:espace/lignes',
    still: true,
    source: 'features/workspace/line-mark-page.tsx',
    words: ['workspace'],
    load: () =>
      import('#web/features/workspace/line-mark-page.tsx').then((module) => module.lineMarksPage),
  },
  {
    id: 'demand',
    pattern: '/espace/:espace/demandes',
    still: true,
    source: 'features/workspace/demand-page.tsx',
    words: ['workspace'],
    load: () =>
      import('#web/features/workspace/demand-page.tsx').then((module) => module.demandPage),
  },
];
