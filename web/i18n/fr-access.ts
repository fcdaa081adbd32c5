// The observatory, in French: where care is out of reach, for whom, how it is known.

import type { ValueState } from '#domain/access/figures.ts';
import type { IndicatorGroup, IndicatorUnit } from '#domain/access/indicators.ts';
import type { SupplyKind } from '#domain/access/supply.ts';
import { FR_ACCESS_COMPARE } from '#web/i18n/fr-access-compare.ts';
import { FR_INDICATORS } from '#web/i18n/fr-access-indicators.ts';
import { FR_METHOD } from '#web/i18n/fr-access-method.ts';
import { FR_ACCESS_PARTS } from '#web/i18n/fr-access-parts.ts';
import { FR_ACCESS_WEEK } from '#web/i18n/fr-access-week.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

const plural = (count: number, one: string, many: string) => (Math.abs(count) < 2 ? one : many);
const fixed = (value: number, decimals: number): string =>
  new Intl.NumberFormat('fr-FR', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
const people = (count: number): string =>
  `${fixed(count, 0)} ${plural(count, 'habitant', 'habitants')}`;

const UNITS: Readonly<Record<IndicatorUnit, (count: number) => string>> = {
  acts_a_year: (count) => plural(count, 'consultation par an', 'consultations par an'),
  full_time_100k: () => 'pour 100 000 habitants',
  minutes: () => 'min',
  professions: (count) => plural(count, 'métier', 'métiers'),
  days_a_week: (count) => plural(count, 'jour par semaine', 'jours par semaine'),
  people: (count) => plural(count, 'personne', 'personnes'),
  percent: () => '% des habitants',
};

export const frAccess = {
  title: 'L’observatoire de l’accès aux soins',
  nav: 'Observatoire',
  lead: 'Où les soins sont-ils hors de portée, et pour qui ?',
  indicators: FR_INDICATORS,
  method: FR_METHOD,
  pick: {
    label: 'Ce que l’on regarde',
    territory: 'Territoire',
    indicator: 'Question',
    submit: 'Afficher',
    groups: {
      access: 'Trouver un soignant',
      nearest: 'Le temps en voiture',
      basket: 'Ce qui manque',
      without_car: 'Sans voiture',
      on_foot: 'À pied',
    } satisfies Record<IndicatorGroup, string>,
    failed: 'Ces chiffres n’ont pas pu venir. Ceux d’avant restent affichés ; essayez de nouveau.',
  },
  value: (unit: IndicatorUnit, value: number, decimals: number): string =>
    `${fixed(value, decimals)} ${UNITS[unit](Number(value.toFixed(decimals)))}`,
  bare: (value: number, decimals: number): string => fixed(value, decimals),
  unitOf: (unit: IndicatorUnit): string => UNITS[unit](2),
  states: {
    value: '',
    none_in_reach: 'aucun à portée',
    unknown: 'pas connu',
    suppressed: 'non dit : moins de 5 habitants',
  } satisfies Record<ValueState, string>,
  statesLong: {
    none_in_reach: 'Aucune offre à portée',
    unknown: 'Pas connu',
    suppressed: 'Moins de 5 habitants : rien n’est dit',
    fragile: 'Résultat fragile',
  },
  fragile: 'fragile',
  fragileHint: 'Rayé : une petite erreur sur les temps ou l’offre ferait passer le seuil.',
  classes: {
    below: (to: string): string => `moins de ${to}`,
    between: (from: string, to: string): string => `de ${from} à ${to}`,
    above: (from: string): string => `${from} et plus`,
  },
  hinge: {
    threshold: (value: string): string => `seuil : ${value}`,
    nationalMean: (value: string): string => `moyenne du pays : ${value}`,
  },
  who: (count: number, older: number | null): string =>
    older === null ? people(count) : `${people(count)}, dont ${fixed(older, 0)} de 75 ans et plus,`,
  mean: {
    territory: 'Le territoire',
    departement: 'Le département, selon le ministère',
    national: 'La France',
  },
  share: (percent: number, communes: number): string =>
    `C’est ${fixed(percent, 0)} % des habitants, dans ${communes} ${plural(communes, 'commune', 'communes')}`,
  depth: (percent: number): string =>
    `Sous le seuil, il manque en moyenne ${fixed(percent, 0)} % de ce qu’il faudrait pour l’atteindre.`,
  print: 'Imprimer cette page',
  map: {
    title: (indicator: string): string => `Carte : ${indicator}`,
    show: 'Afficher la carte',
    loading: 'La carte arrive…',
    worst: 'Les numéros 1, 2 et 3 : les communes les moins bien servies.',
    mark: (rank: number, name: string, value: string): string =>
      `Numéro ${rank} : ${name}, ${value}`,
    reading: (name: string, value: string, count: number): string =>
      `${name} : ${value} (${people(count)})`,
    press: 'Touchez une commune pour lire sa fiche.',
  },
  legend: {
    squares:
      'De près, la carte montre chaque carré de 200 mètres habité, dans les mêmes couleurs ; en gris, moins de 5 personnes y vivent et rien n’est dit. Ces comptes et le tableau restent par commune.',
    title: 'Les couleurs, et combien d’habitants',
    people: (count: number, communes: number): string =>
      `${people(count)}, ${communes} ${plural(communes, 'commune', 'communes')}`,
  },
  table: {
    title: 'De la moins bien servie à la mieux servie',
    scroll: 'Tableau des communes',
    rank: 'N°',
    name: 'Commune',
    people: 'Habitants',
    older: '75 ans et plus',
    unranked: '–',
    showAll: (count: number): string => `Voir les ${count} communes`,
    showFew: 'Voir moins de communes',
    below: (people: string, older: string | null): string =>
      older === null ? `${people} hab.` : `${people} hab. (75 ans et + : ${older})`,
    table: 'Le tableau (CSV)',
    shapes: 'La carte (GeoJSON)',
  },
  plot: {
    title: 'Du moins bien au mieux servi',
    hint: 'Tous les habitants, rangés du moins bien au mieux servi. Chaque bande est une commune, aussi large qu’elle a d’habitants.',
    axis: 'habitants',
    summary: (lowest: string, highest: string, count: number): string =>
      `${count} communes, de ${lowest} à ${highest}. Chaque valeur est dans le tableau.`,
    threshold: 'seuil',
    national: 'France',
    territory: 'territoire',
    without: (count: number): string =>
      `${count} ${plural(count, 'commune sans valeur n’est pas dessinée', 'communes sans valeur ne sont pas dessinées')}.`,
    failed: 'Le dessin n’a pas pu venir. Toutes les valeurs sont dans le tableau.',
  },
  how: {
    summary: 'Comment c’est calculé',
    all: 'Toute la méthode, avec ses limites',
  },
  sources: {
    title: 'D’où viennent ces chiffres',
    computed: (date: string): string => `Calculés ${f.onDate(date)}.`,
    dated: (date: string): string => `données : ${f.factDate(date)}`,
    undated: 'sans date',
    toConfirm: 'à confirmer',
    estimateName: 'Temps de route estimés',
    weekName: 'Une semaine ordinaire des horaires connus',
    estimated: 'Temps estimés : sans carte des routes, ils sont déduits de la distance.',
    haloFull: (count: number): string =>
      `Les ${count} communes à moins de 38 km à vol d’oiseau autour sont comptées : qui vient d’à côté partage les mêmes soignants.`,
    haloTitle: 'Des chiffres manquent autour du territoire',
    haloWhy: (communes: number, all: number): string =>
      communes === 0
        ? 'Près des limites du territoire, les chiffres peuvent être trop bons ou trop mauvais.'
        : `Dans ${fixed(communes, 0)} ${plural(communes, 'commune', 'communes')} du territoire ou d’autour (${fixed(all, 0)} autour, à moins de 38 km à vol d’oiseau), tout n’a pas été compté : près des limites du territoire, les chiffres peuvent être trop bons ou trop mauvais.`,
    haloWhich: 'Ce qui manque, et où',
    haloPeople: (communes: string, count: number): string =>
      `Habitants non comptés dans ${count} ${plural(count, 'commune voisine', 'communes voisines')} : ${communes}.`,
    haloSupply: (kinds: readonly string[], communes: string, count: number): string =>
      `Offre non comptée (${f.list(kinds)}) dans ${count} ${plural(count, 'commune', 'communes')} du territoire ou d’autour : ${communes}.`,
    haloGround:
      'Dans certaines directions, aucune commune voisine n’est connue : la mer, ou rien de chargé.',
    others: (count: number): string => `et ${count} ${plural(count, 'autre', 'autres')}`,
  },
  kinds: {
    gp: 'Médecin généraliste',
    nurse: 'Infirmière ou infirmier',
    physio: 'Kinésithérapeute',
    dentist: 'Dentiste',
    midwife: 'Sage-femme',
    pharmacy: 'Pharmacie',
    hospital: 'Hôpital',
    emergency: 'Urgences',
  } satisfies Record<SupplyKind, string>,
  ...FR_ACCESS_PARTS,
  compare: FR_ACCESS_COMPARE,
  week: FR_ACCESS_WEEK,
};
