// How French says the rules of a transport: who may ride, when, how to book, what it costs.

import type { DayHours } from '#domain/directory/opening-hours.ts';
import type { Criterion } from '#domain/transport/eligibility.ts';
import type { FareComponent, KmBand, KmBasis, PriceLine } from '#domain/transport/fare.ts';
import type {
  AccommodationCode,
  AreaRule,
  BookingNotice,
  OfferStatus,
  Purpose,
  ServiceCalendar,
} from '#domain/transport/offer.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

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

const KM_BASES: Record<KmBasis, string> = {
  trip: 'kilomètres faits avec vous à bord',
  home_round_trip: 'depuis votre domicile, aller et retour',
  driver_loop: 'depuis le domicile du conducteur, aller et retour',
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

function bandText(band: KmBand | undefined): string {
  if (band === undefined) return '';
  if (band.fromKm === null) return band.toKm === null ? '' : `, jusqu’à ${f.number(band.toKm)} km`;
  if (band.toKm === null) return `, au-delà de ${f.number(band.fromKm)} km`;
  return `, de ${f.number(band.fromKm)} à ${f.number(band.toKm)} km`;
}

function opensText(days: number | null, businessDays: boolean, atMinute?: number): string {
  if (days === null) return '';
  const hour = atMinute === undefined ? '' : `, à ${f.hour(atMinute)}`;
  return ` Les réservations ouvrent ${days} jours${businessDays ? ' ouvrés' : ''} avant${hour}.`;
}

function limitsText({ minCents, maxCents }: Extract<FareComponent, { kind: 'limits' }>): string {
  if (minCents === null) return maxCents === null ? 'Prix libre' : `${f.euros(maxCents)} au plus`;
  if (maxCents === null) return `${f.euros(minCents)} au moins`;
  return `Entre ${f.euros(minCents)} et ${f.euros(maxCents)}`;
}

/** Labels of seeds are sentences: here they continue one. An acronym keeps its capitals. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
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

function amount(line: PriceLine): string {
  if (line.minCents === null) return line.code === 'extra' ? 'selon le trajet' : 'à demander';
  if (line.maxCents === null) return `au moins ${f.euros(line.minCents)}`;
  return line.minCents === line.maxCents
    ? f.euros(line.minCents)
    : `entre ${f.euros(line.minCents)} et ${f.euros(line.maxCents)}`;
}

export const frRules = {
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

  fare: (fare: FareComponent): string => {
    switch (fare.kind) {
      case 'free':
        return 'Gratuit pour vous.';
      case 'flat':
        return `${fare.maxCents === undefined ? f.euros(fare.cents) : `Entre ${f.euros(fare.cents)} et ${f.euros(fare.maxCents)}`} ${fare.per === 'leg' ? 'par trajet' : 'l’aller-retour'}${bandText(fare.band)}.`;
      case 'per_km': {
        const base = `${f.euros(fare.centsPerKm)} par kilomètre${bandText(fare.band)}, ${KM_BASES[fare.basis]}.`;
        const wait = fare.waitRule;
        if (wait === null) return base;
        const factor =
          wait.kmFactorBeyond === 2 ? 'doublés' : `multipliés par ${f.number(wait.kmFactorBeyond)}`;
        return `${base} Le conducteur vous attend ${f.duration(wait.freeMinutes)}. Au-delà, les kilomètres sont ${factor}, sauf accord.`;
      }
      case 'membership':
        return `${f.euros(fare.cents)} d’adhésion, une fois par an.`;
      case 'extra':
        return `En plus : ${fare.label}.`;
      case 'reimbursed':
        return `L’Assurance maladie rembourse ${fare.ratePercent} %. Il reste une franchise de ${f.euros(fare.franchiseCentsPerTrip)} par trajet (${f.euros(fare.franchiseCentsPerDay)} par jour et ${f.euros(fare.franchiseCentsPerYear)} par an au plus).`;
      case 'allowance':
        return `Une aide de ${f.euros(fare.centsPerYear)} par an au plus.`;
      case 'discount':
        return `${fare.percent} % de réduction.`;
      case 'zone':
        return `${f.list(fare.prices.map((each) => `${f.euros(each.cents)} ${each.from === each.to ? `dans la zone « ${each.from} »` : `entre les zones « ${each.from} » et « ${each.to} »`}`))}, par trajet.`;
      case 'wait':
        return `L’attente du conducteur coûte ${f.euros(fare.centsPerHour)} de l’heure${fare.freeMinutes === 0 ? '' : `, après ${f.duration(fare.freeMinutes)} gratuites`}.`;
      case 'period':
        return `${f.list(fare.options.map((each) => `${f.euros(each.cents)} pour ${f.duration(each.hours * 60)}`))}.`;
      case 'limits':
        return `${limitsText(fare)}${fare.per === 'leg' ? ' par trajet' : ' l’aller-retour'}.`;
      case 'pass':
        return fare.per === 'book'
          ? `Carnet${fare.trips === null ? '' : ` de ${fare.trips} trajets`} : ${f.euros(fare.cents)}.`
          : `Abonnement : ${f.euros(fare.cents)} par ${fare.per === 'month' ? 'mois' : 'an'}.`;
      case 'deposit':
        return `${f.euros(fare.cents)} de caution, rendus à la fin.`;
      case 'subsidy':
        return `${fare.percent} % du prix sont payés par d’autres${fare.maxCents === null ? '' : `, jusqu’à ${f.euros(fare.maxCents)}`}.`;
      case 'quote':
        return 'Prix sur devis : demandez-le avant.';
      case 'unknown':
        return fare.note === null ? 'Prix non connu : demandez-le en appelant.' : 'Prix non connu.';
    }
  },
  priceAmount: amount,
  priceLine: (line: PriceLine): string => {
    switch (line.code) {
      case 'free':
        return 'Gratuit pour vous';
      case 'membership':
        return 'Adhésion, une fois par an';
      case 'per_km':
        return line.km === null || line.centsPerKm === null || line.basis === null
          ? 'Kilomètres'
          : `Environ ${f.number(line.km)} km × ${f.euros(line.centsPerKm)}, ${KM_BASES[line.basis]}`;
      case 'wait_doubled':
        return 'Attente longue : les kilomètres comptent double, sauf accord';
      case 'flat':
        return 'Prix du trajet';
      case 'extra':
        return line.label === null
          ? 'En plus, s’il y en a'
          : `En plus, s’il y en a : ${lowerFirst(line.label)}`;
      case 'reimbursed':
        return 'Ce qui reste après l’Assurance maladie';
      case 'allowance':
        return 'Aide par an, au plus';
      case 'discount':
        return 'Réduction';
      case 'zone':
        return 'Prix selon les communes';
      case 'wait':
        return 'Attente du conducteur';
      case 'period':
        return 'Prix de la location';
      case 'limits':
        return 'Prix minimum ou maximum';
      case 'pass':
        return line.label === null ? 'Carnet ou abonnement, si vous le prenez' : line.label;
      case 'deposit':
        return 'Caution, rendue à la fin';
      case 'subsidy':
        return 'Part payée par d’autres';
      case 'quote':
        return 'Prix sur devis : demandez-le avant';
      case 'unknown':
        return 'Prix non connu : demandez-le';
    }
  },
  andMore: (count: number): string =>
    count === 1 ? 'et une autre condition' : `et ${count} autres conditions`,
};
