// How French says the rules of a transport: who may ride, when, how to book, what it costs.

import type { DayHours } from '#domain/directory/opening-hours.ts';
import type { Criterion } from '#domain/transport/eligibility.ts';
import type {
  AccommodationCode,
  AreaRule,
  BookingNotice,
  OfferStatus,
  Purpose,
  ServiceCalendar,
} from '#domain/transport/offer.ts';
import { frFares } from '#web/i18n/fr-fares.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';
import { lowerFirst } from '#web/i18n/lower-first.ts';

const STATUS: Record<OfferStatus, string> = {
  active: 'Disponible',
  to_confirm: 'À confirmer',
  to_document: 'À documenter',
  suspended: 'Suspendu',
  historic: 'Historique',
};

const STATUS_HINTS: Record<OfferStatus, string> = {
  active: 'Vous pouvez le demander dès maintenant.',
  to_confirm: 'Nos informations datent. Demandez confirmation en appelant.',
  to_document:
    'On nous l’a signalé, sans plus de détails. Nous ne le proposons pas pour un trajet.',
  suspended: 'Ce service est arrêté pour le moment.',
  historic: 'Ce service a existé. Rien ne dit qu’il existe encore.',
};

const PURPOSES: Record<Purpose, string> = {
  health: 'santé',
  shopping: 'courses',
  errands: 'démarches',
  work: 'travail',
  school: 'école',
  leisure: 'loisirs',
  social: 'visites',
  connection: 'rejoindre un train ou un car',
};

const ACCOMMODATIONS: Record<AccommodationCode, string> = {
  wheelchair: 'Fauteuil roulant',
  transfer_aid: 'Aide pour monter et descendre',
  door_through_door: 'Accompagnement jusqu’à l’intérieur',
  companion: 'Venir avec un proche',
  luggage_help: 'Aide pour les sacs',
  animal: 'Animal',
  child_seat: 'Siège enfant',
  oxygen: 'Oxygène',
  lying: 'Transport allongé',
};

const AREA_RULES: Record<AreaRule, string> = {
  within: 'Le départ et l’arrivée sont dans la zone',
  from_to: 'Le trajet relie les deux zones',
  starts_in: 'Le départ est dans la zone',
  ends_in: 'L’arrivée est dans la zone',
  starts_or_ends_in: 'Le départ ou l’arrivée est dans la zone',
};

const BENEFITS: Readonly<Record<string, string>> = {
  css: 'la complémentaire santé solidaire (CSS)',
  c2s: 'la complémentaire santé solidaire (C2S)',
  rsa: 'le RSA',
  aspa: 'l’ASPA (minimum vieillesse)',
  aah: 'l’AAH (adulte handicapé)',
  apa: 'l’APA (perte d’autonomie)',
  ald: 'une affection de longue durée (ALD)',
  ass: 'l’ASS (fin de droits au chômage)',
  asi: 'l’ASI (invalidité)',
  pch: 'la PCH (handicap)',
  ame: 'l’AME',
  chomage: 'une allocation chômage',
};

const ORDINALS = ['premier', 'deuxième', 'troisième', 'quatrième', 'cinquième'] as const;

/** A rank in the month, from its end when negative. */
function ordinal(rank: number): string {
  if (rank === -1) return 'dernier';
  if (rank < 0) return `${ORDINALS[-rank - 1] ?? `${-rank}e`} avant la fin`;
  return ORDINALS[rank - 1] ?? `${rank}e`;
}

function opensText(days: number | null, businessDays: boolean, atMinute?: number): string {
  if (days === null) return '';
  const hour = atMinute === undefined ? '' : `, à ${f.hour(atMinute)}`;
  return ` Les réservations ouvrent ${days} jours${businessDays ? ' ouvrés' : ''} avant${hour}.`;
}

function windowsText(windows: readonly DayHours[]): string {
  return f.list(windows.map((w) => `de ${f.hour(w.from)} à ${f.hour(w.to)}`));
}

function weekdaysText(weekdays: readonly number[]): string {
  const days = [...weekdays].sort((a, b) => a - b);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return 'aucun jour connu';
  if (days.length === 7) return 'tous les jours';
  const inRow = last - first === days.length - 1;
  if (inRow && days.length > 2) return `du ${f.weekday(first)} au ${f.weekday(last)}`;
  return f.list(days.map((day) => `le ${f.weekday(day)}`));
}

export const frRules = {
  ...frFares,
  status: STATUS,
  statusHints: STATUS_HINTS,
  purposes: PURPOSES,
  accommodations: ACCOMMODATIONS,
  accommodationValues: {
    yes: 'oui',
    no: 'non',
    unknown: 'non renseigné',
    on_request: 'sur demande',
  },
  areaRules: AREA_RULES,
  channels: {
    phone: 'par téléphone',
    online: 'en ligne',
    email: 'par courriel',
    text: 'par SMS',
    none: 'sans réservation',
  },

  benefit: (code: string): string => BENEFITS[code] ?? code,
  /** One condition, after « Il faut ». */
  criterion: (criterion: Criterion): string => {
    switch (criterion.kind) {
      case 'age':
        if (criterion.min !== null && criterion.max !== null)
          return `avoir entre ${criterion.min} et ${criterion.max} ans`;
        if (criterion.min !== null) return `avoir ${criterion.min} ans ou plus`;
        if (criterion.max !== null) return `avoir ${criterion.max} ans ou moins`;
        return 'une condition d’âge';
      case 'residence':
        return lowerFirst(criterion.label);
      case 'benefit':
        return `recevoir l’une de ces aides : ${f.either(criterion.anyOf.map((code) => BENEFITS[code] ?? code))}`;
      case 'low_income':
        return `avoir de petits revenus (${lowerFirst(criterion.label)})`;
      case 'no_licence':
        return 'ne pas avoir le permis de conduire';
      case 'licence':
        return 'avoir le permis de conduire';
      case 'moped_licence':
        return 'avoir le permis AM (BSR), pour un scooter de 50 cm³';
      case 'no_vehicle':
        return 'ne pas avoir de véhicule';
      case 'no_other_solution':
        return 'ne pas pouvoir prendre un autre transport';
      case 'disability_card':
        return 'avoir une carte d’invalidité ou de mobilité inclusion';
      case 'prescription':
        return 'avoir une prescription de transport de votre médecin';
      case 'member':
        return 'être adhérent';
      case 'referral':
        return `être orienté par ${criterion.by}`;
      case 'pension':
        return `toucher une retraite (${lowerFirst(criterion.label)})`;
      case 'not_covered_by_insurance':
        return 'que le trajet ne soit pas payé par l’Assurance maladie';
      case 'other':
        return lowerFirst(criterion.label);
    }
  },
  proof: (proof: string): string => `à montrer : ${proof}`,
  sentence: (text: string): string => text.charAt(0).toUpperCase() + text.slice(1),
  softCriterion: (text: string): string => `de préférence, ${text}`,
  allOf: 'Il faut à la fois :',
  anyOf: 'Il faut au moins une de ces choses :',
  notOf: 'Ce n’est pas possible dans ce cas :',

  notice: (notice: BookingNotice): string => {
    switch (notice.kind) {
      case 'real_time':
        return 'Appelez au moment de partir.';
      case 'elapsed': {
        const latest = `Réservez au plus tard ${f.duration(notice.minMinutes)} avant le départ`;
        return notice.maxMinutes === null
          ? `${latest}.${opensText(notice.opensDaysBefore ?? null, false, notice.opensAtMinute)}`
          : `${latest}, et pas plus de ${f.duration(notice.maxMinutes)} avant.`;
      }
      case 'days_before': {
        const when =
          notice.days === 0
            ? 'le jour même'
            : notice.days === 1
              ? 'la veille'
              : `${notice.days} jours${notice.businessDays ? ' ouvrés' : ''} avant`;
        const opens = opensText(
          notice.opensDaysBefore,
          notice.opensBusinessDays ?? notice.businessDays,
          notice.opensAtMinute,
        );
        return `Réservez au plus tard ${when}, ${notice.atMinute >= 1439 ? 'jusqu’à minuit' : `avant ${f.hour(notice.atMinute)}`}.${opens}`;
      }
    }
  },
  firstTrip: (days: number): string =>
    `Pour votre tout premier trajet, comptez ${days} jours : il faut d’abord vous inscrire.`,
  asOf: (date: string): string => `Information ${f.ofDate(date)}`,
  urgent: 'Une demande urgente est parfois possible : appelez quand même.',
  cancel: (minutes: number): string =>
    `Un empêchement ? Prévenez au moins ${minutes % 1440 === 0 ? `${minutes / 60} heures` : f.duration(minutes)} avant.`,
  minKm: (km: number): string => `Au moins ${f.number(km)} km.`,
  feederStops: (names: readonly string[]): string => `Correspondance à ${f.list(names)}.`,
  windows: windowsText,
  weekdays: weekdaysText,
  hoursAgreed: 'à l’heure convenue en réservant',
  hoursPrinted: 'aux heures de l’horaire',
  calendar: (calendar: ServiceCalendar): string => {
    const nth = calendar.nthOfMonth;
    const days =
      nth === null || nth.length === 0
        ? weekdaysText(calendar.weekdays)
        : calendar.weekdays
            .map((day) => `le ${f.list(nth.map(ordinal))} ${f.weekday(day)} du mois`)
            .join(', ');
    const parts = [days];
    const zone = calendar.schoolZone === undefined ? '' : ` (zone ${calendar.schoolZone})`;
    if (calendar.school === 'term') parts.push(`en période scolaire${zone}`);
    if (calendar.school === 'vacation') parts.push(`pendant les vacances scolaires${zone}`);
    if (calendar.holidays === 'closed') parts.push('sauf jours fériés');
    if (calendar.holidays === 'as_sunday') parts.push('jours fériés comme le dimanche');
    if (calendar.startsOn !== null) parts.push(`à partir du ${f.factDate(calendar.startsOn)}`);
    if (calendar.endsOn !== null) parts.push(`jusqu’au ${f.factDate(calendar.endsOn)}`);
    return parts.join(', ');
  },
  andMore: (count: number): string =>
    count === 1 ? 'et une autre condition' : `et ${count} autres conditions`,
};
