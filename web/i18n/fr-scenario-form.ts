// What the form that adds a change says in French, and how each change is told once added.

import type { AccessProfession } from '#domain/access/professions.ts';
import type { ScenarioChange } from '#domain/access/scenario-change.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';
import { frScenarioDays } from './fr-scenario-days.ts';

type Kind = ScenarioChange['kind'];

const KINDS: Record<Kind, string> = {
  retire: 'Un départ',
  reduce_activity: 'Une activité réduite',
  move: 'Un déménagement',
  extend_hours: 'Des demi-journées de plus',
  open_site: 'Une ouverture',
  advanced_consultation: 'Une consultation avancée',
  mobile_unit: 'Une unité mobile',
  teleconsultation_booth: 'Une cabine de téléconsultation',
  add_on_demand: 'Un transport à la demande (TAD)',
  add_line: 'Une nouvelle ligne',
  retime_line: 'Une ligne à d’autres heures',
};

const POSTS: Record<AccessProfession, string> = {
  gp: 'Médecins généralistes',
  nurse: 'Infirmiers',
  physio: 'Kinésithérapeutes',
  dentist: 'Dentistes',
  midwife: 'Sages-femmes',
  pharmacy: 'Pharmaciens',
};
const POST: Record<AccessProfession, string> = {
  gp: 'médecin généraliste',
  nurse: 'infirmier',
  physio: 'kinésithérapeute',
  dentist: 'dentiste',
  midwife: 'sage-femme',
  pharmacy: 'pharmacien',
};

const PARTS: readonly [morning: string, afternoon: string] = ['matin', 'après-midi'];
const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const halfDay = (each: number): string =>
  `${DAYS[Math.floor(each / 2)] ?? ''} ${PARTS[each % 2] ?? ''}`;
const halfDays = (list: readonly number[]): string =>
  list.length > 3
    ? `${list.length} demi-journées par semaine`
    : f.list(list.toSorted((a, b) => a - b).map(halfDay));

const ONE: Record<AccessProfession, string> = {
  gp: 'un médecin généraliste',
  nurse: 'un infirmier',
  physio: 'un kinésithérapeute',
  dentist: 'un dentiste',
  midwife: 'une sage-femme',
  pharmacy: 'une pharmacie',
};
const MANY: Record<AccessProfession, string> = {
  gp: 'médecins généralistes',
  nurse: 'infirmiers',
  physio: 'kinésithérapeutes',
  dentist: 'dentistes',
  midwife: 'sages-femmes',
  pharmacy: 'pharmacies',
};

export const frScenarioForm = {
  title: 'Ajouter un changement',
  kind: 'Quel changement ?',
  kinds: KINDS,
  hints: {
    retire: 'Quelqu’un s’arrête et personne ne le remplace.',
    reduce_activity: 'Un lieu qui recevra moins.',
    move: 'Un lieu qui s’installe dans une autre commune, avec toute son équipe.',
    extend_hours:
      'Plus de soins sur place : chaque demi-journée compte pour un dixième de temps plein.',
    open_site: 'Une maison de santé (MSP), un cabinet, un centre.',
    advanced_consultation: 'Un praticien d’ailleurs vient certaines demi-journées.',
    mobile_unit: 'Un véhicule équipé qui s’arrête dans plusieurs communes.',
    teleconsultation_booth:
      'Une consultation à distance ne vaut pas toujours une visite : dites combien elle compte.',
    add_on_demand:
      'Pour ceux qui n’ont pas de voiture : réservé, de porte à porte, aller et retour.',
    add_line: 'Pour ceux qui n’ont pas de voiture : des arrêts, des heures, l’aller et le retour.',
    retime_line: 'Toutes ses courses partent plus tôt, ou plus tard : qui y gagne, qui y perd ?',
  } satisfies Record<Kind, string>,
  site: 'Quel lieu ?',
  who: 'Qui part ?',
  leaver: (name: string, places: readonly string[]): string =>
    places.length < 2 ? `${name}, ${places.join()}` : `${name} : ${f.list(places)}`,
  everybody: (label: string, fullTime: string): string =>
    `${label} : tous (${fullTime} temps plein)`,
  someOf: (label: string, profession: AccessProfession, count: number): string =>
    count > 1
      ? `${label} : ${f.number(count)} ${MANY[profession]}`
      : `${label} : ${ONE[profession]} de ce lieu`,
  howMany: 'Combien partent ?',
  allOf: (count: string): string => `${count} (il n’en reste pas)`,
  place: 'Dans quelle commune ?',
  keptPercent: 'Part de l’activité gardée, en %',
  countsPercent: 'Ce que vaut une consultation à distance, en %',
  staff: 'Équipe, en temps plein',
  posts: POSTS,
  halfDays: 'Quelles demi-journées ?',
  halfDaysHint: 'Elles disent quels jours un lieu est ouvert, dans « Jour par jour ».',
  parts: PARTS,
  everyWeeks: 'Une semaine sur',
  stops: 'Arrêts',
  addStop: 'Ajouter cet arrêt',
  stop: (commune: string, list: readonly number[], everyWeeks: number): string =>
    `${commune}, ${halfDays(list)}${everyWeeks > 1 ? `, une semaine sur ${everyWeeks}` : ''}`,
  removeStop: (commune: string): string => `Retirer l’arrêt ${f.to(commune)}`,
  name: 'Nom de ce lieu',
  names: {
    open_site: (commune: string): string => `Maison de santé ${f.to(commune)}`,
    advanced_consultation: (commune: string): string => `Consultation avancée ${f.to(commune)}`,
    mobile_unit: (): string => 'Unité mobile',
    teleconsultation_booth: (commune: string): string => `Cabine ${f.to(commune)}`,
  },
  add: 'Ajouter ce changement',
  added: (change: string): string => `Ajouté : ${change}`,
  see: 'Voir ce que cela change',
  wrong: {
    site: 'Choisissez un lieu.',
    place: 'Choisissez une commune.',
    percent: 'Un nombre de 0 à 100.',
    staff: 'Au moins une profession, de 0,1 à 100 temps plein.',
    halfDays: 'Cochez au moins une demi-journée.',
    stops: 'Ajoutez au moins un arrêt.',
  },
  told: {
    retire: (site: string, profession: AccessProfession, fullTime: number | null): string => {
      if (fullTime === null) return `Départ de tous (${MANY[profession]}) : ${site}`;
      return fullTime > 1
        ? `Départ de ${f.number(fullTime)} ${MANY[profession]} : ${site}`
        : `Départ d’${ONE[profession]} : ${site}`;
    },
    reduce_activity: (site: string, keptPercent: number): string =>
      `${site} : activité ramenée à ${f.number(keptPercent)} %`,
    move: (site: string, place: string): string => `${site} : déménage ${f.to(place)}`,
    extend_hours: (site: string, list: readonly number[]): string =>
      `${site} : ouvre aussi ${halfDays(list)}`,
    open_site: (
      name: string,
      staff: readonly { profession: AccessProfession; fullTime: number }[],
      list: readonly number[],
    ): string =>
      `${name} : ${f.list(staff.map(({ profession, fullTime }) => `${f.number(fullTime)} ${POST[profession]}`))}, ${halfDays(list)}`,
    advanced_consultation: (
      name: string,
      profession: AccessProfession,
      list: readonly number[],
    ): string => `${name} : ${POST[profession]}, ${halfDays(list)}`,
    mobile_unit: (name: string, profession: AccessProfession, places: readonly string[]): string =>
      `${name} : ${POST[profession]}, ${f.list(places)}`,
    teleconsultation_booth: (
      name: string,
      profession: AccessProfession,
      list: readonly number[],
      countsPercent: number,
    ): string =>
      `${name} : ${POST[profession]}, ${halfDays(list)}, comptée à ${f.number(countsPercent)} %`,
    ...frScenarioDays.told,
  },
};
