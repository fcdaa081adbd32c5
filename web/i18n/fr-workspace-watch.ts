// How French says what is watched over in a workspace: reports, freshness, trips, searches without a way.

import type { DemandCategory, HalfDay } from '#domain/journey/unmet-demand.ts';
import type { OfferStatus } from '#domain/transport/offer.ts';
import type { TripCounts, TripNotice } from '#domain/transport/trip-counts.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';
import { frNotices } from '#web/i18n/fr-notices.ts';

const s = (number: number) => (number < 2 ? '' : 's');

const STATES: Readonly<Record<OfferStatus, string>> = {
  active: 'en service',
  to_confirm: 'lue « à confirmer »',
  to_document: 'à documenter',
  suspended: 'interrompue',
  historic: 'historique',
};

const TRIP_NOTICES: Readonly<Record<TripNotice['code'], (values: TripNotice['values']) => string>> =
  {
    mean_distance: ({ meanKm = 0, limit = 0 }) =>
      `En moyenne ${f.number(meanKm)} km par trajet : le transport d’utilité sociale s’arrête à ${limit} km.`,
    no_kilometres: () => 'Des trajets sans kilomètre : vérifiez le nombre de kilomètres.',
    no_drivers: () => 'Des trajets sans conducteur : vérifiez le nombre de conducteurs.',
    too_many_drivers: () => 'Plus de conducteurs que de trajets : vérifiez les deux nombres.',
    no_beneficiaries: () =>
      'Des trajets sans personne transportée : comptez chaque personne, par sa résidence ou par ses ressources.',
  };

const FIELDS: Readonly<Record<keyof TripCounts, { label: string; hint: string }>> = {
  trips: { label: 'Trajets réalisés', hint: 'Un aller et retour compte pour deux.' },
  kilometres: { label: 'Kilomètres', hint: 'Avec la personne à bord.' },
  drivers: { label: 'Conducteurs bénévoles', hint: 'Combien ont roulé ce mois-ci.' },
  beneficiariesByResidence: {
    label: 'Personnes, par leur résidence',
    hint: 'Elles y ont droit parce qu’elles vivent en zone rurale.',
  },
  beneficiariesByMeans: {
    label: 'Personnes, par leurs ressources',
    hint: 'Elles y ont droit parce qu’elles ont de petits revenus.',
  },
  refused: { label: 'Demandes non satisfaites', hint: 'Faute de conducteur, par exemple.' },
};

const CATEGORIES: Readonly<Record<DemandCategory, string>> = {
  doctor: 'médecin',
  daily_care: 'soins de tous les jours',
  teeth_eyes: 'dents, yeux',
  women_children: 'femmes, enfants',
  mind: 'moral, addictions',
  home: 'aide à domicile',
  rights: 'droits',
  hospital: 'hôpital',
  unknown: 'soin non précisé',
};

const HALF_DAYS: Readonly<Record<HalfDay, string>> = {
  morning: 'matin',
  afternoon: 'après-midi',
};

const monthOf = (month: string): string => f.factDate(month);

export const frWorkspaceWatch = {
  reports: {
    title: 'Les signalements',
    lead: 'Des habitants vous disent ce qui ne va pas. Regardez, corrigez s’il le faut, puis répondez.',
    leadTerritory: 'Ce que des habitants signalent, sur les offres et les fiches du territoire.',
    waiting: (number: number): string => (number === 0 ? 'Rien n’attend' : `${number} à regarder`),
    none: 'Rien à regarder : tout est à jour.',
    reviewed: 'Déjà vus',
    noText: 'Sans autre précision.',
    about: { offer: 'Offre', entry: 'Fiche' },
    gone: 'Elle n’est plus dans l’annuaire',
    received: (date: string, minute: number): string =>
      `Reçu le ${f.factDate(date)} à ${f.hour(minute)}`,
    edit: 'Ouvrir l’offre pour corriger',
    see: 'Voir ce que lisent les habitants',
    note: 'Votre note',
    noteHint: 'Pour vos collègues. Les habitants ne la lisent pas.',
    optional: 'facultatif',
    accept: 'C’est juste : corrigé',
    refuse: 'Rien à changer',
    actOf: (action: string, name: string): string => `${action} : ${name}`,
    status: { new: 'à regarder', accepted: 'corrigé', refused: 'rien à changer' },
    by: (date: string, name: string | null): string =>
      `le ${f.factDate(date)}${name === null ? '' : `, par ${name}`}`,
    older: 'Voir les plus anciens',
    newest: 'Revenir aux plus récents',
    done: { accepted: 'Merci. C’est noté : corrigé.', refused: 'C’est noté : rien à changer.' },
    failure: {
      stale: 'Quelqu’un a répondu entre-temps. Voici les signalements tels qu’ils sont.',
      refused: 'Ce geste n’a pas abouti. Rien n’a changé.',
    },
  },
  freshness: {
    title: 'La fraîcheur des offres',
    lead: 'Quand chaque offre a été vérifiée, et jusqu’à quand on peut s’y fier.',
    none: 'Aucune offre publiée pour le moment.',
    groups: {
      due: 'À vérifier',
      soon: 'À vérifier dans le mois',
      fine: 'À jour',
      nobody: 'Personne ne les vérifie ici',
    },
    confirmThere: 'Les relire et les confirmer, dans « Offres »',
    nobodyWhy: 'Ces offres viennent de documents publics. Invitez leur organisme à les tenir.',
    verified: (date: string | null): string =>
      date === null ? 'jamais vérifiée' : `vérifiée : ${f.factDate(date)}`,
    known: (date: string | null): string =>
      date === null ? 'date non connue' : `document de : ${f.factDate(date)}`,
    due: (date: string): string => `valable jusqu’au ${f.factDate(date)}`,
    wasDue: (date: string): string => `à revoir depuis le ${f.factDate(date)}`,
    state: (state: OfferStatus): string => STATES[state],
    noOwner: 'organisme non connu',
  },
  trips: {
    title: 'Les trajets des bénévoles',
    lead: 'Comptez chaque mois. Des nombres seulement : ne notez jamais de nom.',
    none: 'Cet espace n’a pas de service de conducteurs bénévoles.',
    year: (year: number): string => `Année ${year}`,
    before: (year: number): string => `Voir ${year}`,
    caption: (name: string, year: number): string => `${name}, mois par mois, ${year}`,
    month: 'Mois',
    monthName: monthOf,
    fields: FIELDS,
    short: {
      trips: 'Trajets',
      kilometres: 'Km',
      drivers: 'Conducteurs',
      people: 'Personnes',
      refused: 'Refusés',
    },
    big: {
      trips: (number: number): string => `trajet${s(number)}`,
      kilometres: 'km',
      meanKm: 'km en moyenne',
      drivers: (number: number): string => `conducteur${s(number)} au plus`,
      people: (number: number): string => `personne${s(number)} au plus`,
    },
    bigHint:
      'Sans noms, on ne peut pas additionner les personnes : c’est le mois où il y en eut le plus.',
    count: 'Compter',
    countOf: (month: string): string => `Compter ${monthOf(month)}`,
    change: 'Corriger',
    changeOf: (month: string): string => `Corriger ${monthOf(month)}`,
    formTitle: (name: string, month: string): string => `${name}, ${monthOf(month)}`,
    save: 'Enregistrer le mois',
    cancel: 'Ne rien changer',
    wrong: 'Écrivez un nombre entier, 0 s’il n’y en a pas.',
    saved: (month: string): string => `C’est noté pour ${monthOf(month)}.`,
    failure: {
      stale:
        'Quelqu’un a compté ce mois entre-temps. Voici ses nombres : vérifiez, puis enregistrez.',
      refused: 'Ce mois n’a pas pu être enregistré. Rien n’a changé.',
    },
    notice: ({ code, values }: TripNotice): string => TRIP_NOTICES[code](values),
    offerNotice: frNotices.sentence,
    legal: frNotices.legal,
    look: 'À regarder',
    report: (year: number): string => `Rapport annuel ${year} (tableur)`,
    reportWhen: (year: number): string => `À envoyer au préfet avant le 1er mars ${year + 1}.`,
  },
  demand: {
    title: 'Les recherches sans solution',
    lead: 'Des trajets cherchés, et qu’aucune offre ne permet. Personne n’est reconnaissable : on ne garde que des nombres.',
    none: (least: number): string =>
      `Rien à montrer pour le moment : en dessous de ${least} recherches, un nombre reste caché.`,
    standsOut: (commune: string, when: string, category: string, number: number): string =>
      `Ce qui ressort : au départ de ${commune}, le ${when} (${category}), ${number} recherches n’ont rien trouvé.`,
    caption: 'Recherches sans solution, par commune de départ et demi-journée du rendez-vous',
    commune: 'Commune',
    halfDays: { morning: 'Matin', afternoon: 'Après-midi' },
    total: 'Total montré',
    when: (weekday: number, halfDay: HalfDay): string =>
      `${f.weekday(weekday)} ${HALF_DAYS[halfDay]}`,
    cell: (weekday: number, category: DemandCategory, number: number): string =>
      `${f.weekday(weekday)}, ${CATEGORIES[category]} :\u00a0${number}`,
    category: (category: DemandCategory): string => CATEGORIES[category],
    fewer: (least: number): string => `moins de ${least}`,
    fewerWhy: (least: number): string =>
      `Ce qui n’est pas écrit : moins de ${least} recherches, ou aucune. Les totaux ne comptent que les nombres montrés.`,
    table: 'Ouvrir dans un tableur',
  },
};
