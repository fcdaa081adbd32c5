// What must whoever rides be told in words, because no field of a feed holds it?
//
// Who may ride, when somebody answers, what it costs: in French, the language of the feed.

import type { Criterion, Eligibility } from '#domain/transport/eligibility.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import type { LineHours, Offer } from '#domain/transport/offer.ts';

const DAYS = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'];
const BASIS = {
  trip: 'parcouru à bord',
  home_round_trip: 'du domicile et retour',
  driver_loop: 'depuis le domicile du conducteur et retour',
} as const;

export function bookingMessage(offer: Offer): string | null {
  const { booking, eligibility, fares, conditions, patterns } = offer;
  const sentences = [
    eligibility === null ? '' : `Pour qui : ${told(eligibility)}.`,
    booking?.lineHours ? `Au téléphone : ${lineHoursWords(booking.lineHours)}.` : '',
    booking?.firstTripDays ? `Première fois : prévoyez ${booking.firstTripDays} jours.` : '',
    patterns.some(({ windows }) => windows.length === 0)
      ? 'Horaires convenus à la réservation.'
      : '',
    fares.length === 0 ? '' : `Tarif : ${fares.map(fareWords).join(' ; ')}.`,
    ...conditions.map((each) => (/[.!?]$/.test(each) ? each : `${each}.`)),
  ].filter((each) => each !== '');
  return sentences.length === 0 ? null : sentences.join(' ');
}

function told(expression: Eligibility): string {
  if ('all' in expression) return expression.all.map(told).join(', ');
  if ('any' in expression) return expression.any.map(told).join(' ou ');
  if ('not' in expression) return `sauf ${told(expression.not)}`;
  const { criterion, weight } = expression;
  return `${criterionWords(criterion)}${weight === 'soft' ? ' de préférence' : ''}`;
}

function criterionWords(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'age':
      return [
        criterion.min === null ? '' : `à partir de ${criterion.min} ans`,
        criterion.max === null ? '' : `jusqu’à ${criterion.max} ans`,
      ]
        .filter((each) => each !== '')
        .join(' ');
    case 'benefit':
      return `bénéficiaires : ${criterion.anyOf.join(', ')}`;
    case 'residence':
    case 'low_income':
    case 'pension':
    case 'other':
      return criterion.label;
    case 'referral':
      return `orientation par ${criterion.by}`;
    case 'no_licence':
      return 'sans permis';
    case 'licence':
      return 'avec le permis B';
    case 'moped_licence':
      return 'avec le permis AM';
    case 'no_vehicle':
      return 'sans véhicule';
    case 'no_other_solution':
      return 'sans autre solution';
    case 'disability_card':
      return 'avec une carte d’invalidité';
    case 'prescription':
      return 'sur prescription';
    case 'member':
      return 'adhérents';
    case 'not_covered_by_insurance':
      return 'sans prise en charge de l’Assurance Maladie';
  }
}

function fareWords(fare: FareComponent): string {
  switch (fare.kind) {
    case 'free':
      return 'gratuit';
    case 'flat': {
      const per = fare.per === 'leg' ? 'le trajet' : 'l’aller et retour';
      return `${euros(fare.cents, fare.maxCents)} ${per}${bandWords(fare.band)}`;
    }
    case 'per_km':
      return `${euros(fare.centsPerKm, fare.maxCentsPerKm)} le km (${BASIS[fare.basis]})${bandWords(fare.band)}`;
    case 'zone':
      return fare.prices.map(({ from, to, cents }) => `${from} – ${to} ${euros(cents)}`).join(', ');
    case 'wait':
      return `attente ${euros(fare.centsPerHour)} l’heure après ${fare.freeMinutes} min`;
    case 'period':
      return fare.options.map(({ hours, cents }) => `${euros(cents)} pour ${hours} h`).join(', ');
    case 'limits':
      return [
        fare.minCents === null ? '' : `au moins ${euros(fare.minCents)}`,
        fare.maxCents === null ? '' : `au plus ${euros(fare.maxCents)}`,
      ]
        .filter((each) => each !== '')
        .join(', ');
    case 'membership':
      return `adhésion ${euros(fare.cents)} par an`;
    case 'pass':
      return `abonnement ou carnet ${euros(fare.cents)}`;
    case 'deposit':
      return `caution ${euros(fare.cents)}`;
    case 'extra':
      return `en plus : ${fare.label}`;
    case 'subsidy':
      return `${fare.percent} % pris en charge`;
    case 'reimbursed':
      return 'remboursement possible par l’Assurance Maladie';
    case 'allowance':
      return `aide possible de ${euros(fare.centsPerYear)} par an`;
    case 'discount':
      return `réduction possible de ${fare.percent} %`;
    case 'quote':
      return 'sur devis';
    case 'unknown':
      return `à demander${bandWords(fare.band)}`;
  }
}

function bandWords(band: { fromKm: number | null; toKm: number | null } | undefined): string {
  if (band === undefined) return '';
  const { fromKm, toKm } = band;
  if (fromKm === null) return toKm === null ? '' : ` jusqu’à ${toKm} km`;
  return toKm === null ? ` au-delà de ${fromKm} km` : ` de ${fromKm} à ${toKm} km`;
}

function euros(cents: number, maxCents?: number): string {
  const amount = (value: number) => (value / 100).toFixed(2).replace('.', ',');
  return maxCents === undefined
    ? `${amount(cents)} €`
    : `de ${amount(cents)} à ${amount(maxCents)} €`;
}

function lineHoursWords({ week, closedOnHolidays }: LineHours): string {
  const days = week.flatMap((slots, index) =>
    slots.length === 0
      ? []
      : `${DAYS[index] ?? ''} ${slots.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' et ')}`,
  );
  return `${days.join(', ')}${closedOnHolidays ? ', sauf jours fériés' : ''}`;
}

function clock(minute: number): string {
  const minutes = minute % 60;
  return `${Math.floor(minute / 60)} h${minutes === 0 ? '' : ` ${String(minutes).padStart(2, '0')}`}`;
}
