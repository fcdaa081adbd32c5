// What must whoever rides be told in words, because no field of a feed holds it?
//
// Who may ride, when somebody answers, what it costs: in French, the language of the feed.

import type { Criterion, Eligibility } from '#domain/transport/eligibility.ts';
import { fareWords } from '#domain/transport/export-gtfs/fare-words.ts';
import type { LineHours, Offer } from '#domain/transport/offer.ts';

const DAYS = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'];
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
