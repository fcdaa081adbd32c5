// Parts of the observatory in French: the sheet of a commune, a running computation, who signed in.

import { FR_ACCESS_DESK } from '#web/i18n/fr-access-desk.ts';
import { FR_ACCESS_RANK } from '#web/i18n/fr-access-rank.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

const plural = (count: number, one: string, many: string) => (Math.abs(count) < 2 ? one : many);
const fixed = (value: number, decimals: number): string =>
  new Intl.NumberFormat('fr-FR', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
const people = (count: number): string =>
  `${fixed(count, 0)} ${plural(count, 'habitant', 'habitants')}`;

export const FR_ACCESS_PARTS = {
  sheet: {
    title: (name: string): string => `${name} : la fiche`,
    people: (count: number, older: number | null): string =>
      older === null
        ? people(count)
        : `${people(count)}, dont ${fixed(older, 0)} de 75 ans et plus`,
    close: 'Fermer la fiche',
    loading: 'La fiche arrive…',
    failed: 'La fiche n’a pas pu venir. Essayez de nouveau.',
    robust:
      'Désert robuste : quelle que soit la façon de compter, cette commune est sous le seuil.',
    near: 'Ce qui est près',
    nearNone: 'Rien de connu à portée.',
    nearColumns: {
      kind: 'Soin',
      where: 'Le plus proche',
      car: 'En voiture',
      walk: 'À pied',
      days: 'Sans voiture',
    },
    walkFar: 'plus d’une demi-heure',
    walkFrom: 'À pied : depuis le carré de 200 mètres le plus habité de la commune.',
    walkUnknown:
      'À pied : au carroyage seulement. Les carrés de 200 mètres ne sont pas chargés ici.',
    minutes: (minutes: number): string => `${fixed(minutes, 0)} min`,
    daysAWeek: (days: number): string =>
      days === 0 ? 'aucun jour' : `${fixed(days, 0)} ${plural(days, 'jour', 'jours')} par semaine`,
    daysUnknown: 'pas calculé',
    missing: (kinds: readonly string[]): string => `Il manque, près d’ici : ${f.list(kinds)}.`,
    complete: 'Les cinq soins de tous les jours sont à portée.',
    figures: 'Tous les chiffres de la commune',
    columns: {
      indicator: 'Indicateur',
      value: 'Ici',
      territory: 'Territoire',
      departement: 'Département',
    },
    between: (low: string, high: string): string => `entre ${low} et ${high} dans 8 essais sur 10`,
    probability: (percent: number): string =>
      `Sous le seuil dans ${fixed(percent, 0)} % des 200 essais`,
    published: (year: number, value: string, residual: string | null): string =>
      residual === null
        ? `Le ministère publie ${value} (${year})`
        : `Le ministère publie ${value} (${year}) ; écart avec notre calcul : ${residual}`,
    since: 'Depuis quand',
    sinceIntro:
      'Consultations de généraliste par an et par habitant, selon le ministère de la Santé :',
    sinceYear: (year: number, value: string, younger: string | null): string =>
      younger === null
        ? `${year} : ${value}`
        : `${year} : ${value} ; sans les médecins de plus de 65 ans : ${younger}`,
    go: (name: string): string => `Chercher un généraliste depuis ${name}`,
  },
  job: {
    title: 'Calcul en cours',
    first:
      'Les premiers chiffres de ce territoire se calculent. Cette page vous dira quand ils seront prêts.',
    again: 'De nouveaux chiffres se calculent. Ceux d’avant restent affichés.',
    queued: 'En attente de son tour.',
    progress: (done: number, total: number): string => `${fixed(done, 0)} sur ${fixed(total, 0)}`,
    starting: 'Préparation…',
    remaining: (duration: string): string => `encore ${duration} environ`,
    failed: 'Le dernier calcul n’a pas abouti. Il sera repris.',
    nothing: 'Rien n’est encore calculé pour ce territoire.',
    nothingNext: 'Choisissez un autre territoire, ou revenez plus tard.',
    done: 'De nouveaux chiffres sont prêts.',
    reload: 'Les afficher',
  },
  poles: {
    title: 'À un métier près',
    intro:
      'Ces communes ont quatre des cinq soins de tous les jours. Un seul métier en ferait un pôle de proximité complet.',
    lacks: (kind: string): string => `il manque : ${kind}`,
    complete:
      'Dans ces communes, les cinq sont déjà réunis. Chacun vit autour de celle qu’il joint le plus vite par la route.',
    around: (communes: number, count: number): string =>
      `${f.number(communes)} ${communes > 1 ? 'communes' : 'commune'} du territoire, ${people(count)} en tout`,
    joins: (name: string): string => `trop peu d’habitants autour : compté avec ${name}`,
    outside: 'hors du territoire',
    people: (count: number): string => people(count),
  },
  tools: {
    scenario: 'Essayer un scénario',
    report: 'Le rapport à imprimer',
  },
  rank: FR_ACCESS_RANK,
  desk: FR_ACCESS_DESK,
};
