// What the page of scenarios says in French: what one tries, what comes of it, what is kept.

import type { LeftOut } from '#domain/access/apply-scenario.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';
import { frScenarioDays } from './fr-scenario-days.ts';
import { frScenarioForm } from './fr-scenario-form.ts';
import { frScenarioKept } from './fr-scenario-kept.ts';
import { frScenarioReport } from './fr-scenario-report.ts';

const people = (count: number): string =>
  count < 2 ? `${f.number(count)} habitant` : `${f.number(count)} habitants`;
const whole = (count: number): string => f.number(Math.round(count));

const PROFESSIONS: Record<AccessProfession, string> = {
  gp: 'médecins généralistes',
  nurse: 'infirmiers',
  physio: 'kinésithérapeutes',
  dentist: 'dentistes',
  midwife: 'sages-femmes',
  pharmacy: 'pharmacies',
};

const LEFT_OUT: Record<LeftOut['reason'], string> = {
  unknown_site:
    'l’annuaire ne connaît pas, ou plus, ce lieu pour la profession affichée : ce changement n’est pas compté.',
  id_taken: 'deux lieux portent le même nom : ce changement n’est pas compté.',
  times_not_reckoned:
    'les temps de trajet vers ce lieu ne sont pas calculés : ce changement n’est pas compté.',
  no_destination: 'ce transport ne mène à aucun lieu de soin : ce changement n’est pas compté.',
  other_profession: 'ne concerne pas la profession affichée.',
  no_home:
    'ce transport ne part d’aucune commune du territoire, ou d’aucun arrêt à portée de marche : il n’est pas compté.',
  no_way_back: 'cette ligne ne ramène personne : elle ne rend aucun jour utile.',
  unknown_line: 'cette ligne n’est pas dans les horaires d’ici : ce changement n’est pas compté.',
  not_weekly:
    'un arrêt qui ne revient pas chaque semaine ne compte pas dans les jours utiles sans voiture.',
  days_unknown:
    'les jours utiles sans voiture ne sont pas calculés ici : ce changement n’est pas compté.',
};

export const frScenario = {
  title: 'Essayer un scénario',
  lead: 'Un départ, une ouverture, des jours de plus, un transport : voyez tout de suite qui y gagne et qui y perd, en voiture et sans voiture.',
  head: (territory: string): string => `Essayer un scénario, ${territory}`,
  backToMap: 'L’observatoire',
  needsScript:
    'Les scénarios se calculent dans votre navigateur : cette page demande JavaScript. L’observatoire et le rapport se lisent sans.',
  territory: 'Territoire',
  profession: 'Profession',
  professions: PROFESSIONS,
  loading: 'Nous préparons les calculs…',
  failed: 'Les calculs n’ont pas pu être préparés. Vérifiez la connexion, puis essayez de nouveau.',
  notReady:
    'Les temps de trajet de ce territoire ne sont pas encore calculés. Revenez dans quelques minutes.',
  nothing: (profession: string): string =>
    `Nous ne connaissons pas de ${profession} dans ce territoire ni autour : rien ne peut être essayé.`,
  retry: 'Essayer de nouveau',
  estimated:
    'Temps de trajet en voiture estimés d’après la distance : une estimation, à quelques minutes près.',
  scenarios: 'Scénarios',
  scenario: (number: number): string => `Scénario ${number}`,
  addSecond: 'Comparer avec un deuxième scénario',
  copySecond: 'Il part du premier : changez ce que vous voulez comparer.',
  removeSecond: 'Retirer le scénario 2',
  changesTitle: 'Ce que vous essayez',
  noChange: 'Rien encore : ajoutez un premier changement. La carte montrera ce qu’il fait.',
  remove: 'Retirer',
  removeOf: (change: string): string => `Retirer : ${change}`,
  clear: 'Tout retirer',
  leftOut: (reason: LeftOut['reason']): string => LEFT_OUT[reason],
  form: frScenarioForm,
  days: frScenarioDays,
  kept: frScenarioKept,
  result: {
    title: 'Ce que cela change',
    calm: 'Sans changement, personne n’y gagne et personne n’y perd.',
    dropped: (count: number): string => `${people(count)} de plus sous le seuil`,
    lifted: (count: number): string => `${people(count)} repassent au-dessus`,
    sentence: (dropped: number, lifted: number): string => {
      if (dropped === 0 && lifted === 0)
        return 'Personne ne passe le seuil, ni dans un sens ni dans l’autre.';
      const down =
        dropped === 0
          ? 'Personne ne passe sous le seuil'
          : `${people(dropped)} ${dropped < 2 ? 'passe' : 'passent'} sous le seuil`;
      const up =
        lifted === 0
          ? 'personne n’en sort'
          : `${people(lifted)} ${lifted < 2 ? 'en sort' : 'en sortent'}`;
      return `${down}, ${up}.`;
    },
    losing: (count: number, communes: number): string =>
      count === 0
        ? 'Aucune commune n’y perd.'
        : `${people(count)} de ${f.number(communes)} ${communes < 2 ? 'commune y perdent' : 'communes y perdent'}.`,
    hinge: {
      threshold: (value: string, unit: string): string =>
        `Seuil : ${value} ${unit}, celui des textes officiels.`,
      national_mean: (value: string, unit: string): string =>
        `Repère : ${value} ${unit}, la moyenne du pays. Aucun texte ne fixe de seuil pour cette profession.`,
      territory_mean: (value: string, unit: string): string =>
        `Repère : ${value} ${unit}, la moyenne du territoire aujourd’hui. Aucun seuil ni moyenne du pays n’est connu pour cette profession.`,
    },
    acts: 'consultations par an et par habitant',
    posts: 'temps plein pour 100 000 habitants',
    reckonedIn: (milliseconds: number): string =>
      `Calculé dans votre navigateur en ${f.number(Math.max(1, Math.round(milliseconds)))} ms.`,
  },
  table: {
    title: 'Avec et sans',
    caption: 'Le territoire aujourd’hui, et avec chaque scénario',
    what: 'Pour le territoire',
    today: 'Aujourd’hui',
    fullTime: 'Temps plein dans le territoire',
    mean: 'Accès moyen d’un habitant',
    below: 'Habitants sous le seuil',
    dropped: 'Passent sous le seuil',
    lifted: 'En sortent',
    nothing: 'Habitants sans rien à moins de 20 minutes',
    nothing75Plus: 'dont 75 ans et plus',
    day: (weekday: number): string =>
      `Ont un lieu ouvert le ${f.weekday(weekday)} à moins de 20 minutes`,
    days: 'Jour par jour',
    daysHint: 'Seuls les lieux dont les jours sont connus sont comptés.',
    people,
    whole,
    signed: (text: string, isMore: boolean): string => `${isMore ? '+' : '−'}${text}`,
  },
  map: {
    title: (scenario: string): string => `Carte des différences, ${scenario}`,
    described:
      'Chaque commune est colorée selon ce qu’elle gagne ou perd. Le tableau « Qui y perd, qui y gagne » dit la même chose, commune par commune.',
    failed:
      'Le dessin des communes n’a pas pu venir : la carte ne peut être ni montrée ni téléchargée. Tout le reste est là.',
    legend: 'Différence d’accès',
    classes: {
      lose3: (bound: string): string => `perd ${bound} ou plus`,
      lose2: (from: string, to: string): string => `perd de ${from} à ${to}`,
      lose1: (from: string, to: string): string => `perd de ${from} à ${to}`,
      small: (bound: string): string => `change de moins de ${bound}`,
      none: 'ne change pas',
      gain1: (from: string, to: string): string => `gagne de ${from} à ${to}`,
      gain2: (from: string, to: string): string => `gagne de ${from} à ${to}`,
      gain3: (bound: string): string => `gagne ${bound} ou plus`,
    },
    crossing: 'contour épais : passe le seuil',
    downMark: '▼ passe sous le seuil',
    upMark: '▲ repasse au-dessus',
    north: 'Nord',
    scale: (km: number): string => `${km} km`,
  },
  losers: {
    title: 'Qui y perd, qui y gagne',
    losersTitle: 'Ceux qui y perdent d’abord',
    gainersTitle: 'Ceux qui y gagnent',
    none: 'Aucune commune.',
    commune: 'Commune',
    population: 'Habitants',
    before: 'Avant',
    after: 'Après',
    change: 'Différence',
    crossing: 'Seuil',
    down: 'passe dessous',
    up: 'repasse dessus',
    nothingLeft: 'plus rien à 20 min',
    all: (count: number): string => `Voir les ${f.number(count)} communes`,
  },
  loads: {
    title: 'Ceux qui restent, ceux qui arrivent',
    lead: 'Où iraient les habitants, chacun pesé selon les soins que l’on prend à son âge, s’ils se répartissent selon la proximité et la place disponible (modèle de Huff). Un ordre de grandeur, pas une prévision.',
    site: 'Lieu',
    before: 'Habitants pesés, avant',
    after: 'Habitants pesés, après',
    change: 'Différence',
    closed: 'ne reçoit plus',
    none: 'La charge des autres lieux ne change pas.',
  },
  best: {
    title: 'Où ouvrir aiderait le plus',
    lead: 'Les communes du territoire, classées selon ce qu’y apporterait un lieu de plus, avec ce que vous essayez déjà.',
    fullTime: 'Temps plein à installer',
    objective: 'Objectif',
    total: 'Le plus d’habitants repassés au-dessus du seuil',
    equity: 'D’abord les plus démunis',
    rank: 'Classer les communes',
    place: 'Commune',
    lifted: 'Habitants repassés au-dessus',
    gain: 'Manque comblé',
    share: (value: number): string =>
      value < 0.005 ? 'moins de 1 %' : `${f.number(Math.round(value * 100))} %`,
    failed: 'Le classement n’a pas pu être calculé. Essayez de nouveau.',
    gainHint: 'Part du manque total du territoire, les plus démunis comptant le plus.',
    open: 'Ouvrir ici',
    openAt: (place: string): string => `Ouvrir un lieu ${f.to(place)}`,
    opened: (place: string): string => `Lieu ajouté ${f.to(place)}.`,
    none: 'Aucune commune n’y gagnerait.',
  },
  report: frScenarioReport,
  method: {
    title: 'Comment c’est calculé',
    text: [
      'L’accès est celui de l’indicateur français d’accessibilité potentielle localisée : l’offre de chaque lieu est partagée entre ceux qui peuvent y venir, puis chacun additionne les parts qu’il atteint. À moins de 10 minutes un lieu compte en entier, jusqu’à 15 minutes pour deux tiers, jusqu’à 20 minutes pour un tiers.',
      'Les habitants des communes voisines comptent parmi ceux qui se partagent les soins, pas dans les totaux : ceux-ci sont ceux du territoire.',
      'Un temps plein représente dix demi-journées. Une consultation avancée, une unité mobile ou une cabine comptent pour leurs demi-journées.',
      ...frScenarioDays.method,
    ],
    data: 'Données',
  },
};
