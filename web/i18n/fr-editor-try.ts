// How French says « essayer »: the stored cases, and what a draft changes to their answers.

import type { Moment } from '#domain/journey/journey.ts';
import type { Standing, TriedPrice } from '#domain/journey/plan-differences.ts';
import { frBase } from '#web/i18n/fr-base.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

const STANDINGS: Record<Standing, string> = {
  proposed: 'proposé',
  to_check: 'proposé, à vérifier par téléphone',
  almost: 'presque possible',
  visit: 'vient à la personne',
};

function price({ minCents, maxCents, partial }: TriedPrice): string {
  if (minCents === null) return 'prix à demander';
  if (minCents === 0 && maxCents === 0 && !partial) return 'gratuit';
  if (maxCents === null) return `au moins ${f.euros(minCents)}`;
  const said = minCents === maxCents ? f.euros(minCents) : f.euroRange(minCents, maxCents);
  return partial ? `${said}, une partie à demander` : said;
}

const moment = (at: Moment | null): string =>
  at === null ? 'pas de limite connue' : `avant ${f.date(at.date)}, ${f.hour(at.minute)}`;

const answer = (value: boolean | null): string =>
  value === null ? 'à vérifier' : value ? 'oui' : 'non';

const plural = (count: number, one: string, many: string) => (count < 2 ? one : many);

export const frEditorTry = {
  intro:
    'Des trajets de personnes inventées, rejoués avec les offres d’aujourd’hui, puis avec votre brouillon. Rien n’est publié.',
  run: 'Essayer',
  runAgain: 'Essayer encore',
  running: 'Calcul des trajets, avant et après…',
  busy: 'Trop de recherches en ce moment. Rien n’est perdu : réessayez dans quelques secondes.',
  unsaved: 'Votre brouillon n’est pas encore enregistré. Réessayez quand le réseau revient.',
  none: 'Aucun cas pour le moment. Ajoutez-en un : une personne, un lieu de soin, un jour.',
  tried: (changed: number, all: number): string =>
    changed === 0
      ? `Rien ne change pour ${all === 1 ? 'ce cas' : `ces ${all} cas`}.`
      : `${changed} ${plural(changed, 'cas change', 'cas changent')} sur ${all}.`,
  outdated: 'Vous avez modifié l’offre depuis : essayez encore.',
  same: (count: number): string =>
    count === 1 ? '1 cas sans changement' : `${count} cas sans changement`,
  sameOne: 'La réponse est la même.',
  notTried: 'Pas essayé : le calcul a pris trop de temps.',
  unknownEnd: 'Pas essayé : la commune ou le lieu n’est plus connu. Modifiez ce cas.',
  noWay: 'Aucune façon de s’y rendre.',
  before: 'Aujourd’hui',
  after: 'Avec votre brouillon',
  from: 'passe de',
  to: 'à',
  when: (date: string, minute: number): string => `${f.date(date)}, ${f.hour(minute)}`,
  trip: (home: string | null, care: string | null): string =>
    `${home ?? 'commune inconnue'} → ${care ?? 'lieu inconnu'}`,
  way: (title: string, said: string): string => (said === '' ? title : `${title} : ${said}`),
  standings: STANDINGS,
  price,
  deadline: moment,
  answer,
  state: (state: keyof typeof frBase.codes.bookingStates): string =>
    frBase.codes.bookingStates[state],
  hours: (depart: number | null, back: number | null): string =>
    [
      depart === null ? 'départ à convenir' : `départ ${f.hour(depart)}`,
      back === null ? 'retour à convenir' : `retour ${f.hour(back)}`,
    ].join(', '),
  comesOn: (date: string | null): string =>
    date === null ? 'jour à convenir' : `vient ${f.date(date)}`,
  rank: (rank: number): string => (rank === 1 ? 'en premier' : `en ${rank}e`),
  labels: {
    standing: 'Proposition',
    eligible: 'Y a droit',
    price: 'Prix',
    deadline: 'Appeler',
    state: 'Réservation',
    hours: 'Horaires',
    comesOn: 'Passage',
    rank: 'Place dans la liste',
  },
  appears: (title: string): string => `« ${title} » apparaît.`,
  disappears: (title: string): string => `« ${title} » n’est plus proposé.`,
  cases: (count: number, mayEdit: boolean): string =>
    `${count === 0 ? 'Les' : count} cas à essayer${mayEdit ? ' : voir, changer, ajouter' : ''}`,
  add: 'Ajouter un cas',
  edit: 'Modifier',
  editOf: (label: string): string => `Modifier le cas : ${label}`,
  remove: 'Retirer',
  removeOf: (label: string): string => `Retirer le cas : ${label}`,
  form: {
    title: 'Un cas',
    label: 'Son nom',
    labelHint: 'Une personne inventée : « Mme Martin, kiné le mardi ».',
    home: 'Où elle habite',
    care: 'Où elle se fait soigner',
    careHint: 'Un nom de l’annuaire : une maison de santé, un hôpital.',
    weekday: 'Le jour',
    hour: 'L’heure du rendez-vous',
    length: 'Combien de temps sur place, en minutes',
    lengthHint: 'Vide si on ne sait pas.',
    age: 'Son âge',
    who: 'Ce qu’on sait d’elle',
    facts: {
      hasLicence: 'A le permis',
      hasVehicle: 'A un véhicule',
      lowIncome: 'A de petits revenus',
      member: 'Est adhérente',
      prescription: 'A une prescription de transport',
      disabilityCard: 'A une carte d’invalidité',
    },
    answers: { yes: 'oui', no: 'non', unknown: 'on ne sait pas' },
    needs: 'Ce qu’il lui faut',
    save: 'Enregistrer ce cas',
    cancel: 'Annuler',
    missing: 'Il manque le nom, la commune ou le lieu de soin.',
    stale: 'Ce cas a changé entre-temps. Il est relu : recommencez.',
    refused: 'Ce cas n’a pas été enregistré. Vérifiez les réponses.',
    full: 'Vingt cas au plus : retirez-en un d’abord.',
  },
};
