// Every page and its address. Order matters only where two patterns could match the same path.

import type { PageEntry } from '#web/lib/page.ts';
import { ACCESS_PAGES } from './access-pages.ts';
import { WATCH_PAGES } from './watch-pages.ts';

export const PAGES: readonly PageEntry[] = [
  {
    id: 'home',
    pattern: '/',
    source: 'features/directory/home-page.tsx',
    words: ['home'],
    load: () => import('#web/features/directory/home-page.tsx').then((module) => module.homePage),
  },
  {
    id: 'results',
    pattern: '/resultats',
    source: 'features/directory/results-page.tsx',
    words: ['results', 'map'],
    load: () =>
      import('#web/features/directory/results-page.tsx').then((module) => module.resultsPage),
  },
  {
    id: 'entry',
    pattern: '/fiche/:id',
    source: 'features/directory/entry-page.tsx',
    words: ['entry', 'report'],
    load: () => import('#web/features/directory/entry-page.tsx').then((module) => module.entryPage),
  },
  {
    id: 'journey',
    pattern: '/trajet/:id',
    source: 'features/journey/journey-page.tsx',
    words: ['journey', 'rules', 'map'],
    load: () =>
      import('#web/features/journey/journey-page.tsx').then((module) => module.journeyPage),
  },
  {
    id: 'slots',
    pattern: '/creneaux/:id',
    source: 'features/journey/slots-page.tsx',
    words: ['slots', 'journey', 'rules'],
    load: () => import('#web/features/journey/slots-page.tsx').then((module) => module.slotsPage),
  },
  {
    id: 'medical',
    pattern: '/transport-sur-prescription',
    source: 'features/transport/medical-page.tsx',
    words: ['medical'],
    load: () =>
      import('#web/features/transport/medical-page.tsx').then((module) => module.medicalPage),
  },
  {
    id: 'offers',
    pattern: '/transports',
    still: true,
    source: 'features/transport/offers-page.tsx',
    words: ['transport', 'rules', 'entry'],
    load: () =>
      import('#web/features/transport/offers-page.tsx').then((module) => module.offersPage),
  },
  {
    id: 'offer',
    pattern: '/transports/:id',
    source: 'features/transport/offer-page.tsx',
    words: ['transport', 'rules', 'journey', 'map', 'report'],
    load: () => import('#web/features/transport/offer-page.tsx').then((module) => module.offerPage),
  },
  {
    id: 'flyer',
    pattern: '/transports/:id/affiche',
    bare: true,
    source: 'features/transport/flyer-page.tsx',
    words: ['transport', 'rules', 'journey'],
    load: () => import('#web/features/transport/flyer-page.tsx').then((module) => module.flyerPage),
  },
  {
    id: 'embed',
    pattern: '/integrer/transports',
    bare: true,
    still: true,
    source: 'features/transport/embed-page.tsx',
    load: () => import('#web/features/transport/embed-page.tsx').then((module) => module.embedPage),
  },
  {
    id: 'files',
    pattern: '/espace/:espace/fichiers',
    source: 'features/workspace/files-page.tsx',
    words: ['workspace', 'editor', 'transport', 'rules'],
    load: () => import('#web/features/workspace/files-page.tsx').then((module) => module.filesPage),
  },
  {
    id: 'guide',
    pattern: '/annuaire',
    source: 'features/guide/guide-page.tsx',
    words: ['guide'],
    load: () => import('#web/features/guide/guide-page.tsx').then((module) => module.guidePage),
  },
  {
    id: 'sources',
    pattern: '/a-propos/sources',
    still: true,
    source: 'features/about/sources-page.tsx',
    words: ['about'],
    load: () => import('#web/features/about/sources-page.tsx').then((module) => module.sourcesPage),
  },
  {
    id: 'ranking',
    pattern: '/a-propos/classement',
    still: true,
    source: 'features/about/ranking-page.tsx',
    words: ['about'],
    load: () => import('#web/features/about/ranking-page.tsx').then((module) => module.rankingPage),
  },
  {
    id: 'accessibility',
    pattern: '/a-propos/accessibilite',
    still: true,
    source: 'features/about/accessibility-page.tsx',
    words: ['about'],
    load: () =>
      import('#web/features/about/accessibility-page.tsx').then(
        (module) => module.accessibilityPage,
      ),
  },
  {
    id: 'privacy',
    pattern: '/a-propos/donnees-personnelles',
    still: true,
    source: 'features/about/privacy-page.tsx',
    words: ['about'],
    load: () => import('#web/features/about/privacy-page.tsx').then((module) => module.privacyPage),
  },
  {
    id: 'report',
    pattern: '/signaler',
    source: 'features/report/report-page.tsx',
    words: ['report'],
    load: () => import('#web/features/report/report-page.tsx').then((module) => module.reportPage),
  },
  {
    id: 'editor',
    pattern: '/espace/:espace/offres/:id',
    source: 'features/workspace/editor-page.tsx',
    words: ['editor', 'transport', 'rules', 'journey', 'map'],
    load: () =>
      import('#web/features/workspace/editor-page.tsx').then((module) => module.editorPage),
  },
  {
    id: 'kept-offers',
    pattern: '/espace/:espace',
    still: true,
    source: 'features/workspace/offers-page.tsx',
    words: ['workspace'],
    load: () =>
      import('#web/features/workspace/offers-page.tsx').then((module) => module.keptOffersPage),
  },
  {
    id: 'versions',
    pattern: '/espace/:espace/offres/:id/versions',
    still: true,
    source: 'features/workspace/versions-page.tsx',
    words: ['workspace', 'editor', 'transport', 'rules'],
    load: () =>
      import('#web/features/workspace/versions-page.tsx').then((module) => module.versionsPage),
  },
  {
    id: 'history',
    pattern: '/espace/:espace/historique',
    still: true,
    source: 'features/workspace/history-page.tsx',
    words: ['workspace', 'editor', 'transport', 'rules'],
    load: () =>
      import('#web/features/workspace/history-page.tsx').then((module) => module.historyPage),
  },
  ...ACCESS_PAGES,
  ...WATCH_PAGES,
  {
    id: 'sign-in',
    pattern: '/connexion',
    source: 'features/account/sign-in-page.tsx',
    words: ['account'],
    load: () =>
      import('#web/features/account/sign-in-page.tsx').then((module) => module.signInPage),
  },
  {
    id: 'invitation',
    pattern: '/invitation/:jeton',
    source: 'features/account/invitation-page.tsx',
    words: ['account'],
    load: () =>
      import('#web/features/account/invitation-page.tsx').then((module) => module.invitationPage),
  },
  {
    id: 'reset',
    pattern: '/mot-de-passe/:jeton',
    source: 'features/account/reset-page.tsx',
    words: ['account'],
    load: () => import('#web/features/account/reset-page.tsx').then((module) => module.resetPage),
  },
  {
    id: 'account',
    pattern: '/compte',
    source: 'features/account/account-page.tsx',
    words: ['account'],
    load: () =>
      import('#web/features/account/account-page.tsx').then((module) => module.accountPage),
  },
  {
    id: 'spaces',
    pattern: '/espace',
    still: true,
    source: 'features/account/spaces-page.tsx',
    words: ['account'],
    load: () => import('#web/features/account/spaces-page.tsx').then((module) => module.spacesPage),
  },
  {
    id: 'organizations',
    pattern: '/espace/:espace/organismes',
    source: 'features/account/organizations-page.tsx',
    words: ['account', 'workspace'],
    load: () =>
      import('#web/features/account/organizations-page.tsx').then(
        (module) => module.organizationsPage,
      ),
  },
  {
    id: 'team',
    pattern: '/espace/:espace/equipe',
    source: 'features/account/team-page.tsx',
    words: ['account', 'workspace'],
    load: () => import('#web/features/account/team-page.tsx').then((module) => module.teamPage),
  },
];

/** Shown by the server when no address matches, or when a page cannot be prepared. */
export const PROBLEM_PAGE: PageEntry = {
  id: 'problem',
  still: true,
  pattern: '/probleme',
  source: 'features/territory/problem-page.tsx',
  words: [],
  load: () =>
    import('#web/features/territory/problem-page.tsx').then((module) => module.problemPage),
};
