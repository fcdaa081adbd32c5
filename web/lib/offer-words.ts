// One offer in the words of a list: for whom, where, when, how to book, what it costs.

import type { Criterion, Eligibility } from '#domain/transport/eligibility.ts';
import {
  type BookingNotice,
  OFFER_KINDS,
  type Offer,
  type OfferKind,
  type OfferStatus,
  type ServiceArea,
  type TravelPattern,
  VISITING_KINDS,
} from '#domain/transport/offer.ts';
import type { Dictionary } from '#web/i18n/fr.ts';

/** Chapters of the list, in the order a person without a car would read them. */
export const KIND_GROUPS = [
  ['rides', ['volunteer', 'on_demand', 'virtual_line', 'accompaniment', 'carpool', 'taxi']],
  ['lines', ['scheduled_line', 'urban_network']],
  ['medical', ['medical_seat', 'medical_lying']],
  ['near', ['itinerant', 'home_visit', 'permanence', 'teleconsultation']],
  ['means', ['rental', 'garage']],
  ['help', ['fare_aid', 'advice']],
] as const satisfies readonly (readonly [string, readonly OfferKind[]])[];

const STATUS_ORDER: readonly OfferStatus[] = [
  'active',
  'to_confirm',
  'suspended',
  'to_document',
  'historic',
];

export function isOfferKind(value: string): value is OfferKind {
  return (OFFER_KINDS as readonly string[]).includes(value);
}

/** Usable offers first, then those only known by name; alphabetical inside. */
export function sortOffers(offers: readonly Offer[]): Offer[] {
  return offers.toSorted(
    (a, b) =>
      STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) ||
      a.name.localeCompare(b.name, 'fr') ||
      (a.id < b.id ? -1 : 1),
  );
}

const SHOWN_CONDITIONS = 3;

export function forWhomWords(offer: Offer, text: Dictionary): string {
  const known = offer.status === 'active' || offer.status === 'to_confirm';
  if (offer.eligibility === null)
    return known ? text.transport.forEveryone : text.transport.forWhomUnknown;
  const criteria = hardCriteria(offer.eligibility);
  if (criteria === null) return text.transport.underConditions;
  const shown = criteria.slice(0, SHOWN_CONDITIONS).map((each) => text.rules.criterion(each));
  const rest = criteria.length - shown.length;
  const sentence = [...shown, ...(rest > 0 ? [text.rules.andMore(rest)] : [])].join(', ');
  return `${text.rules.sentence(sentence)}.`;
}

export function whereWords(offer: Offer, text: Dictionary): string {
  const labels = new Set(offer.patterns.map((pattern) => areaLabel(pattern.origin)));
  if (labels.size > 0) return [...labels].join(' ; ');
  if (offer.places.length > 0) return offer.places.map((place) => place.name).join(', ');
  return text.transport.whereUnknown;
}

export function whenWords(offer: Offer, text: Dictionary): string {
  const { patterns } = offer;
  if (patterns.length === 0) return text.transport.daysUnknown;
  const byTimetable = offer.kind === 'scheduled_line' || offer.kind === 'urban_network';
  const isAgreed = ({ windows }: TravelPattern) => windows.length === 0;
  const allAgreed = patterns.every(isAgreed);
  // Some have hours and some not: each says its own.
  const agreed = byTimetable ? text.rules.hoursPrinted : text.rules.hoursAgreed;
  const hoursOf = (pattern: TravelPattern) =>
    isAgreed(pattern)
      ? allAgreed
        ? ''
        : `, ${agreed}`
      : `, ${text.rules.windows(pattern.windows)}`;
  const wholes = patterns.map((each) => `${text.rules.calendar(each.calendar)}${hoursOf(each)}`);
  const bares = patterns.map((each) => `${daysOnly(each, text)}${hoursOf(each)}`);
  const [rest = '', ...others] = new Set(patterns.map((each) => beyondDays(each, text)));
  // What is the same for all is said once, after them.
  const isShared = new Set(bares).size > 1 && others.length === 0 && rest !== '';
  const said = isShared ? [...new Set(bares), rest] : [...new Set(wholes)];
  const sentence = `${text.rules.sentence(said.join(' ; '))}.`;
  if (!allAgreed) return sentence;
  return `${sentence} ${byTimetable ? text.transport.byTimetable : text.transport.hoursAgreed}`;
}

/** Which days of the week or of the month, and nothing of holidays, school or season. */
function daysOnly({ calendar }: TravelPattern, text: Dictionary): string {
  const bare = {
    ...calendar,
    holidays: 'runs',
    school: 'any',
    startsOn: null,
    endsOn: null,
  } as const;
  return text.rules.calendar(bare);
}

function beyondDays(pattern: TravelPattern, text: Dictionary): string {
  const whole = text.rules.calendar(pattern.calendar);
  return whole.slice(daysOnly(pattern, text).length).replace(/^, /, '');
}

export function bookingWords(offer: Offer, text: Dictionary): string {
  const { booking } = offer;
  if (booking === null) {
    const byTimetable = offer.kind === 'scheduled_line' || offer.kind === 'urban_network';
    return byTimetable ? text.transport.noBooking : text.transport.bookingUnknown;
  }
  if (booking.channels.every((channel) => channel === 'none')) return text.transport.noBooking;
  return noticeWords(offer.kind, booking.notice, text);
}

/** A service that comes is not called when one leaves: there is nothing to leave for. */
export function noticeWords(kind: OfferKind, notice: BookingNotice, text: Dictionary): string {
  const visits = VISITING_KINDS.includes(kind);
  return visits && notice.kind === 'real_time'
    ? text.journey.visiting.callFreely
    : text.rules.notice(notice);
}

export function priceLinesWords(offer: Offer, text: Dictionary): string[] {
  const lines = offer.fares.map((fare) => {
    const said = text.rules.fare(fare);
    if (fare.kind === 'unknown') return fare.note === null ? said : `${fare.note}.`;
    return fare.kind === 'flat' && fare.note !== null
      ? `${said.replace(/\.$/, '')} (${fare.note}).`
      : said;
  });
  return lines.length === 0 ? [text.transport.priceUnknown] : [...new Set(lines)];
}

export function areaLabel(area: ServiceArea): string {
  return area.label;
}

/** Phone of the booking line first; the offer's, then the provider's. */
export function offerPhone(offer: Offer): string | null {
  return offer.booking?.phone ?? offer.phone ?? offer.provider?.phone ?? null;
}

/** The conditions as a flat list when they all count together; null when they combine otherwise. */
function hardCriteria(expression: Eligibility): Criterion[] | null {
  if ('criterion' in expression) return expression.weight === 'hard' ? [expression.criterion] : [];
  if (!('all' in expression)) return null;
  const parts = expression.all.map(hardCriteria);
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
}
