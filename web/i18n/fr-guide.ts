// What the partner guide says in French.

import { frFormat as f } from '#web/i18n/fr-format.ts';

export const frGuide = {
  title: 'L’annuaire des partenaires',
  intro: 'Qui peut vous aider, par thème, près de chez vous.',
  byTheme: 'Par thème',
  byCategory: 'Par métier',
  filterTheme: 'Quel thème ?',
  filterCategory: 'Quelle sorte d’aide ?',
  filterCommune: 'Dans quelle commune ?',
  communeHint: 'Commune ou code postal',
  allThemes: 'Tous les thèmes',
  allCategories: 'Toutes les sortes',
  filter: 'Afficher',
  refine: 'Changer de choix, ou préciser la commune',
  clear: 'Tout revoir',
  count: (count: number): string =>
    count === 0 ? 'Aucune fiche' : count === 1 ? '1 fiche' : `${f.number(count)} fiches`,
  around: (commune: string, km: number): string => `autour de ${commune}, à ${km} km au plus`,
  empty: 'Rien dans ce choix.',
  emptyNext: 'Essayez un autre thème, ou enlevez la commune.',
  unknownCommune: (text: string): string =>
    `Nous ne trouvons pas « ${text} ». Écrivez le nom d’une commune ou son code postal.`,
  contents: 'Sommaire',
  index: 'Par commune',
  wholeTitle: (territory: string): string => `Le guide des partenaires de ${territory}`,
  wholeIntro: 'Qui peut vous aider, avec les numéros de téléphone.',
  shownFirst: (shown: number, total: number): string =>
    `Les ${shown} premières fiches sur ${f.number(total)}. Choisissez une commune pour préciser.`,
  noPhone: 'pas de téléphone connu',
  print: 'Imprimer ce guide',
  printAll: 'Imprimer le guide complet',
  printHint: 'En grands caractères, avec les numéros de téléphone.',
  toContents: 'Retour au sommaire',
};
