// Care near a commune, in French: where, how long, on which half-days, for whom, by whom it is known.

import type { NearCare } from '#domain/access/near-care.ts';
import type { HalfDayState } from '#domain/access/no-car-week.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

const plural = (count: number, one: string, many: string) => (Math.abs(count) < 2 ? one : many);
const days = (count: number): string =>
  count === 0 ? 'aucun jour' : `${f.number(count)} ${plural(count, 'jour', 'jours')} par semaine`;

const HEADS: Readonly<Record<AccessProfession, readonly [one: string, many: string]>> = {
  gp: ['médecin généraliste', 'médecins généralistes'],
  nurse: ['infirmière ou infirmier', 'infirmières et infirmiers'],
  physio: ['kinésithérapeute', 'kinésithérapeutes'],
  dentist: ['dentiste', 'dentistes'],
  midwife: ['sage-femme', 'sages-femmes'],
  pharmacy: ['pharmacie', 'pharmacies'],
};
const heads = (count: number, profession: AccessProfession): string =>
  `${f.number(count)} ${plural(count, ...HEADS[profession])}`;

const PARTS = { both: 'matin et après-midi', morning: 'matin', afternoon: 'après-midi' };

export const FR_ACCESS_WEEK = {
  title: 'Où aller, comment, quand',
  pick: 'Pour quel soin ?',
  submit: 'Afficher',
  failed: 'Les lieux et les jours n’ont pas pu venir.',
  retry: 'Essayer de nouveau',
  sites: {
    title: 'Les lieux les plus proches',
    none: 'Aucun lieu connu à portée pour ce soin.',
    car: 'En voiture',
    walk: 'À pied',
    noCar: 'Sans voiture',
    opening: 'Ouvert',
    known: 'Connu par',
    carFar: 'pas parmi les trois plus proches en voiture',
    carUnknown: 'pas encore calculé',
    others: (count: number): string =>
      `${f.number(count)} ${plural(count, 'autre lieu', 'autres lieux')}, plus loin`,
    notTried: 'pas calculé pour ce lieu',
    never: 'aucun jour',
    daysForAll: (count: number): string => `${days(count)}, ouvert à tous`,
    daysIfAllowed: (count: number): string => `${days(count)}, sous conditions`,
    daysMore: (forAll: number, possible: number): string =>
      `${days(forAll)} pour tous, ${f.number(possible)} en comptant les transports sous conditions`,
    trip: (minutes: string): string => `${minutes} de porte à porte`,
    tripIfAllowed: (minutes: string): string => `${minutes} de porte à porte, sous conditions`,
    announced: 'horaires annoncés',
    usual: 'horaires habituels, à confirmer',
    hoursUnknown: 'horaires pas connus',
    onDays: (from: string, to: string | null, parts: keyof typeof PARTS): string =>
      `${to === null ? from : `du ${from} au ${to}`} ${PARTS[parts]}`,
    who: (known: NonNullable<NearCare['known']>, profession: AccessProfession): string =>
      ({
        practice: `${heads(known.heads, profession)}, par leur nom dans l’annuaire`,
        place: `${heads(known.heads, profession)}, par son nom dans l’annuaire`,
        count: `${heads(known.heads, profession)} dans la commune (un compte, sans les noms)`,
      })[known.basis],
    source: (known: NonNullable<NearCare['known']>): string =>
      known.sourceName.includes(known.publisher)
        ? known.sourceName
        : `${known.sourceName} (${known.publisher})`,
    toConfirm: 'à confirmer',
    undated: 'sans date',
    unknown: 'pas connu',
  },
  whom: {
    title: 'Sans voiture, pour qui, quels jours',
    none: 'Aucun jour : aucun transport connu ne va à l’un de ces lieux et n’en ramène le même jour.',
    forAll: (forAll: number, sure: number): string =>
      sure === forAll
        ? `Pour tous : ${days(forAll)}.`
        : `Pour tous : ${days(forAll)}, dont ${f.number(forAll - sure)} à confirmer.`,
    nobodyForAll: 'Pour tous : aucun jour.',
    possible: (possible: number): string =>
      `En comptant les transports qui ont des conditions : ${days(possible)}.`,
  },
  fromTo: (from: string, to: string): string => `du ${from} au ${to}`,
  columns: { day: 'Jour', morning: 'Matin', afternoon: 'Après-midi' },
  loading: 'La semaine arrive…',
  states: {
    yes: 'oui',
    to_confirm: 'à confirmer',
    no: 'non',
    closed: 'fermé',
  } satisfies Record<HalfDayState, string>,
  onFoot: 'à pied',
  to: (place: string): string => `, vers ${place}`,
  times: (leave: number, home: number): string =>
    `partir à ${f.hour(leave)}, rentrer à ${f.hour(home)}`,
  conditions: 'sous conditions',
  note: (monday: string): string =>
    `Exemple de la semaine du ${monday}, sans jour férié. On part du centre de la commune. Une demi-heure sur place, 90 minutes de trajet au plus à l’aller et au retour, en réservant à temps.`,
  computed: (date: string): string => `Semaine calculée ${f.onDate(date)}.`,
  usual: 'Là où les horaires d’ouverture ne sont pas connus, des horaires habituels sont supposés.',
  conditional:
    '« Sous conditions » : adhésion, revenus, pas d’autre solution… La page du transport dit lesquelles.',
  unknown:
    'Pas connu : aucun horaire de ligne n’est chargé pour ce territoire. Cela ne veut pas dire « jamais ».',
  notComputed: 'Pas encore calculé.',
  sources: 'D’où vient cette fiche, et de quand',
};
