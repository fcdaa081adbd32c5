// What the pages of transport offers say in French.

import type { Moment } from '#domain/journey/journey.ts';
import type { Provider } from '#domain/transport/offer.ts';
import { frEmbed, frFeed, frFlyer } from '#web/i18n/fr-flyer.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

const PROVIDERS: Record<Provider['kind'], string> = {
  association: 'Association',
  region: 'Région',
  epci: 'Communauté de communes',
  commune: 'Commune',
  operator: 'Transporteur',
  health_insurance: 'Assurance maladie',
  pension_fund: 'Caisse de retraite',
  company: 'Entreprise',
  state: 'État',
};

function moment(at: Moment): string {
  return `${f.date(at.date)}, ${f.hour(at.minute)}`;
}

export const frTransport = {
  prescribed: 'Transport sur prescription : que demander au médecin ?',
  title: 'Tous les transports',
  intro:
    'Trains, cars, voisins bénévoles, transport médical, aides : tout ce qui peut vous emmener, ou venir à vous.',
  filterKind: 'Quelle sorte de transport ?',
  filterTerritory: 'Sur quel territoire ?',
  allKinds: 'Toutes les sortes',
  allTerritories: 'Tous les territoires',
  filter: 'Afficher',
  count: (count: number): string => (count === 1 ? '1 transport' : `${count} transports`),
  empty: 'Aucun transport de cette sorte ici.',
  emptyNext: 'Regardez les autres sortes, ou appelez un conseiller en mobilité.',
  showAll: 'Voir tous les transports',
  groups: {
    rides: 'On vient vous chercher',
    lines: 'Trains, cars et bus',
    medical: 'Transport médical',
    near: 'Le service vient à vous',
    means: 'Se déplacer autrement',
    help: 'Aides et conseils',
  },
  moreFacts: 'Où, quand, comment réserver',
  detail: 'Voir tout',
  detailOf: (name: string): string => `Voir tout : ${name}`,

  forWhom: 'Pour qui',
  forEveryone: 'Ouvert à tous.',
  forWhomUnknown: 'Conditions non connues : demandez en appelant.',
  where: 'Où',
  when: 'Quand',
  underConditions: 'Sous conditions : lisez-les avant d’appeler.',
  whereUnknown: 'Zone non connue : demandez en appelant.',
  byTimetable: 'Les heures sont celles de l’horaire.',
  exception: (date: string, runs: boolean, label: string): string =>
    `${runs ? 'Circule' : 'Ne circule pas'} le ${f.date(date)}${label === '' ? '' : ` (${label})`}.`,
  hoursAgreed: 'L’heure se décide en réservant.',
  daysUnknown: 'Jours et heures non connus : demandez en appelant.',
  howToBook: 'Réserver',
  noBooking: 'Pas de réservation.',
  bookingUnknown: 'Façon de réserver non connue : appelez.',
  price: 'Prix',
  priceUnknown: 'Prix non connu : demandez-le en appelant.',
  provider: 'Qui s’en occupe',
  providerKinds: PROVIDERS,
  organizer: (name: string): string => `Pour le compte de : ${name}`,
  channels: (words: readonly string[]): string => `Réservez ${f.either(words)}.`,
  lineHours: 'Quand quelqu’un vous répond',
  lineHoursUnknown: 'Les heures où quelqu’un répond ne sont pas connues.',
  lineClosedOnHolidays: 'Personne ne répond les jours fériés.',
  toSay: 'À préparer avant d’appeler',
  patterns: 'Comment cela marche',
  pickup: {
    door: 'On vient vous prendre devant chez vous.',
    stop: 'Vous rejoignez un arrêt.',
  },
  roundTrip: {
    required: 'L’aller et le retour se réservent ensemble.',
    allowed: 'Aller seul, ou aller et retour.',
    forbidden: 'Aller seul.',
  },
  waits: (minutes: number): string =>
    `Le conducteur vous attend pendant le rendez-vous, ${f.duration(minutes)} au plus.`,
  maxKm: (km: number): string => `Pas plus de ${f.number(km)} km.`,
  feeder: {
    yes: 'Peut aussi vous conduire à une gare ou à un arrêt de car.',
    no: '',
    only: 'Vous conduit seulement à une gare ou à un arrêt de car.',
  },
  zone: 'La zone',
  zoneCommunes: (count: number): string =>
    count === 1 ? '1 commune' : `${f.number(count)} communes`,
  zoneList: 'Voir la liste des communes',
  zoneMap: 'Voir la zone sur la carte',
  zonePoints: 'Lieux desservis',
  zoneTo: 'Vers :',
  places: 'Arrêts et guichets',
  conditions: 'À savoir avant de réserver',
  purposesAllowed: 'Accepté pour :',
  purposesDenied: 'Pas pour :',
  accommodations: 'Aides possibles',
  accommodationsUnknown: 'Rien n’est renseigné : demandez en appelant.',

  examples: 'Par exemple',
  deadlineExample: {
    heading: 'Quand appeler ?',
    intro: (ride: Moment): string => `Pour un rendez-vous ${moment(ride)} :`,
    before: (limit: Moment): string => `appelez avant ${moment(limit)}.`,
    opens: (at: Moment): string => `Vous pouvez appeler à partir du ${moment(at)}.`,
    register: (limit: Moment): string =>
      `Pour un tout premier trajet, inscrivez-vous avant ${moment(limit)}.`,
    registerClosed: (nextDate: string | null): string =>
      `Pour un tout premier trajet, il est trop tard pour s’inscrire ce jour-là.${nextDate === null ? '' : ` Un premier trajet est possible à partir de ${f.date(nextDate)}.`}`,
    rule: (limit: Moment): string =>
      `La règle dit ${moment(limit)}, mais le téléphone ferme avant.`,
  },
  priceExample: {
    heading: 'Combien cela coûte ?',
    intro: (km: number, waitMinutes: number): string =>
      `Pour un lieu à ${km} km de chez vous, aller et retour, avec ${f.duration(waitMinutes)} sur place :`,
    longWait: (waitMinutes: number): string => `Avec ${f.duration(waitMinutes)} sur place :`,
  },
  call: (phone: string): string => `Appeler le ${phone}`,
  email: 'Écrire un courriel',
  website: 'Voir le site',
  facts: 'D’où vient cette information ?',
  toConfirm: 'à confirmer',
  changed: 'Cette offre vient de changer : voici ce qui vaut maintenant.',
  back: 'Tous les transports',
  print: 'Imprimer cette fiche',
  flyer: frFlyer,
  embed: frEmbed,
  feed: frFeed,
};
