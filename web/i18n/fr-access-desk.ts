// What a coordination alone sees of the observatory, in French: searches without a way, care that leaves.

import type { HalfDay } from '#domain/journey/unmet-demand.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

const plural = (count: number, one: string, many: string) => (Math.abs(count) < 2 ? one : many);
const searches = (count: number): string =>
  `${f.number(count)} ${plural(count, 'recherche', 'recherches')}`;
const percent = (share: number): string => `${f.number(Math.round(share * 100))} %`;
const HALF_DAYS: Readonly<Record<HalfDay, string>> = { morning: 'matin', afternoon: 'après-midi' };

export const FR_ACCESS_DESK = {
  title: 'Observatoire : l’espace de coordination',
  lead: 'Ce que seules les personnes de votre organisme voient.',
  public: 'Voir l’observatoire public',
  recompute: 'Recalculer',
  recomputed: 'Le calcul est demandé.',
  recomputeFailed: 'Le calcul n’a pas pu être demandé. Essayez de nouveau.',
  noTerritory: 'Votre organisme n’a pas de territoire : il n’y a rien à montrer ici.',
  demandTitle: 'Les recherches sans solution, par commune',
  demandHint: (least: number): string =>
    `Comptées sans personne dedans, et seulement à partir de ${least}. Les communes les plus touchées d’abord.`,
  demandNone: (least: number): string => `Aucun compte n’atteint ${least} pour l’instant.`,
  demandCount: searches,
  demandAll: 'Tout le tableau des recherches',
  layer: {
    title: 'Recherches sans solution, sur la carte',
    show: 'Montrer sur la carte et dans le tableau les recherches sans solution',
    when: 'Rendez-vous',
    always: 'toute la semaine',
    halfDay: (weekday: number, halfDay: HalfDay): string =>
      `${f.weekday(weekday)} ${HALF_DAYS[halfDay]}`,
    none: (least: number): string =>
      `Recherches sans solution : aucun compte n’atteint ${least} sur ce territoire. La carte n’en montre donc pas.`,
    legend:
      'Un cercle blanc au nombre entouré : les trajets cherchés au départ de la commune, qu’aucune offre ne permet. Plus il est grand, plus il y en a.',
    hidden: (least: number): string =>
      `Sans cercle : moins de ${least} recherches pour une même demi-journée et un même soin, ou aucune. Rien n’est additionné de ce qui est caché.`,
    private: 'Seul votre organisme voit ces nombres.',
    dot: (name: string, count: number): string => `${name} : ${searches(count)} sans solution`,
    column: 'Sans solution',
    fewer: (least: number): string => `moins de ${least}`,
    below: (count: number): string => `${searches(count)} sans solution`,
  },
  leaving: {
    title: 'Les départs annoncés de généralistes',
    until: 'D’ici la fin de',
    submit: 'Afficher',
    whole: (share: number, year: number): string =>
      `${percent(share)} des consultations de généraliste dont dispose le territoire reposent sur des médecins qui ont annoncé leur départ d’ici la fin de ${year}.`,
    nobody: (year: number): string =>
      `Personne n’a annoncé à votre organisme de départ avant la fin de ${year}.`,
    note: 'Noter un départ, et essayer ce qui le compenserait',
    hidden: 'Moins de trois médecins sont à portée : rien n’est dit.',
    elsewhere: (count: number): string =>
      count < 2
        ? 'Un départ noté concerne un médecin que l’annuaire ne place nulle part ici : il n’est dans aucune part.'
        : `${f.number(count)} départs notés concernent des médecins que l’annuaire ne place nulle part ici : ils ne sont dans aucune part.`,
    counted: (count: number, notedOn: string): string =>
      `${f.number(count)} ${plural(count, 'départ compté', 'départs comptés')}, noté${count < 2 ? '' : 's'} par votre organisme (dernière note : ${notedOn}). Rien n’est deviné : ni âge, ni intention.`,
    private:
      'Privé. Ces parts ne paraissent jamais dans l’observatoire public : avec la carte des cabinets, elles diraient qui part. Rien n’est dit là où moins de trois médecins sont à portée, ni d’une commune de moins de 5 habitants.',
    caption: 'Part des consultations qui s’en va, par commune',
    columns: { commune: 'Commune', share: 'Part qui s’en va', people: 'Habitants' },
    none: 'Aucune commune n’en dépend.',
    more: (count: number): string => `Voir les ${f.number(count)} communes`,
    less: 'Voir moins de communes',
    percent,
    states: {
      none_in_reach: 'aucun médecin à portée',
      unknown: 'pas connu',
      suppressed: 'non dit',
    },
    here: (share: number, year: number): string =>
      `Départs annoncés : ${percent(share)} des consultations de généraliste d’ici reposent sur des médecins qui partent avant la fin de ${year}.`,
    hereHidden: 'Départs annoncés : moins de trois médecins sont à portée d’ici. Rien n’est dit.',
    hereNone: (year: number): string =>
      `Départs annoncés : aucun, d’ici la fin de ${year}, parmi les médecins à portée.`,
    mine: 'Vu de votre organisme seulement',
    failed: 'Les départs n’ont pas pu venir. Essayez de nouveau.',
    computing: 'Les temps de trajet se calculent : les parts viendront ensuite.',
  },
};
