// How does one go to another step of the editor, and to the field to mend, without leaving the page?

import type { OfferNotice } from '#domain/transport/offer-notice.ts';
import { STEP_TITLE_ID } from './editor-steps.ts';

/** The fields a notice is mended in, the nearest first; none: the step itself. */
export function fieldSelectors({
  field,
  values,
}: Pick<OfferNotice, 'field' | 'values'>): readonly string[] {
  const [root, name = '', rank = '', ...rest] = field.split('.');
  if (name === 'needIds') return selectorsOf([`need-${values['name']}`, 'need-']);
  if (root === 'timetable') return selectorsOf(ofTimetable(name, rank, rest));
  return root === 'offer' ? selectorsOf(ofOffer(name, rank, rest)) : [];
}

const selectorsOf = (names: readonly string[]) =>
  names.map((name) => `[name^="${name.replace(/["\\]/g, '\\$&')}"]`);

const OF_OFFER = new Set(['name', 'summary', 'phone', 'email', 'url', 'organizer', 'kind']);

/** What can be chosen nowhere, as a territory or an imported timetable, has no field. */
function ofOffer(name: string, rank: string, rest: readonly string[]): readonly string[] {
  if (OF_OFFER.has(name)) return [name];
  if (name === 'booking') return ofBooking(rank, rest);
  if (name === 'places') return rank === '' ? ['place'] : [`counter-${rank}`];
  if (name === 'fares') return rank === '' ? ['fare-kind'] : ofFare(`fare-${rank}`, rest);
  if (name === 'patterns') {
    return rank === '' ? ['pattern-add'] : ofPattern(`pattern-${rank}`, rest);
  }
  return name === 'eligibility' ? ['everybody'] : [];
}

const OF_BOOKING: Readonly<Record<string, string>> = {
  phone: 'booking-phone',
  email: 'booking-email',
  url: 'booking-url',
  channels: 'channel-',
  firstTripDays: 'first-trip-days',
};
const OF_NOTICE: Readonly<Record<string, string>> = {
  minMinutes: 'hours-before',
  maxMinutes: 'hours-before',
  days: 'days-before',
  atMinute: 'at-hour',
  opensDaysBefore: 'opens-days-before',
  opensAtMinute: 'opens-at-hour',
  opensBusinessDays: 'opens-business-days',
};

function ofBooking(name: string, rest: readonly string[]): readonly string[] {
  const [part = '', rank = '', stretch = ''] = rest;
  if (name === 'notice') {
    const opening = part.startsWith('opens') ? ['opens-days-before'] : [];
    return [...listed(OF_NOTICE[part]), ...opening, 'notice'];
  }
  if (name === 'lineHours') {
    if (part === 'exceptions') return [`line-exception-${rank}-`, 'line-exception'];
    return part === 'week' ? [`line-${Number(rank) + 1}-${stretch}-from`, 'line-'] : ['line-known'];
  }
  return [...listed(OF_BOOKING[name]), 'needed'];
}

const OF_FARE: Readonly<Record<string, string>> = {
  maxCents: '-max',
  centsPerKm: '-km',
  maxCentsPerKm: '-km',
  band: '-from-km',
};

function ofFare(fare: string, [part = '', rank = '']: readonly string[]): readonly string[] {
  const zone = part === 'zones' ? `${fare}-zone-${rank}` : `${fare}-zone-`;
  const isOfZones = part === 'zones' || part === 'prices';
  const ending = OF_FARE[part];
  return [...(isOfZones ? [zone] : listed(ending && `${fare}${ending}`)), fare];
}

const OF_PATTERN: Readonly<Record<string, string>> = {
  maxKm: '-max-km',
  minKm: '-min-km',
  bothWays: '-both-ways',
  pickup: '-pickup',
  roundTrip: '-round-trip',
  feeder: '-feeder',
  durationFactor: '-duration-factor',
  durationOffsetSeconds: '-duration-offset',
  transferMarginMinutes: '-margin',
};
const OF_CALENDAR: Readonly<Record<string, string>> = {
  startsOn: 'starts',
  endsOn: 'ends',
  school: 'school',
  holidays: 'holidays',
  nthOfMonth: 'rank',
  exceptions: 'exceptions',
};

/** An end that is closed is opened; one there is not comes with the rule. */
function ofPattern(pattern: string, [part = '', rank = '']: readonly string[]): readonly string[] {
  if (part === 'windows') return [`${pattern}-hours-${rank}`, `${pattern}-hours`];
  if (part === 'calendar') {
    const zone = rank === 'school' ? [`${pattern}-zone`] : [];
    return [...zone, `${pattern}-${OF_CALENDAR[rank] ?? 'day'}`];
  }
  if (part === 'origin' || part === 'destination') {
    return [`${pattern}-${part}-kind`, `${pattern}-${part}-edit`, `${pattern}-rule`];
  }
  const ending = OF_PATTERN[part];
  return [...listed(ending && `${pattern}${ending}`), pattern];
}

/** What is of the other direction is found there. */
function ofTimetable(name: string, rank: string, rest: readonly string[]): readonly string[] {
  const [part = '', at = ''] = rest;
  if (name === '') return ['timetable-begin'];
  if (name === 'calendars') return [`calendar-${rank}`];
  if (name === 'stops') return [`stop-${rank}`];
  if (name === 'directions') {
    return part === 'headsign' ? ['headsign'] : [`row-${rank}-${at}-remove`, 'direction'];
  }
  const ofTrip = part === 'calendar' ? 'calendar' : `call-${part === 'minutes' ? at : ''}`;
  return [`trip-${rank}-${ofTrip}`, `trip-${rank}-`, 'direction'];
}

const listed = (name: string | undefined): readonly string[] => (name ? [name] : []);

/** The editor follows the address; a link opened elsewhere goes its way. */
export function showStep(event: MouseEvent, href: string, selectors: readonly string[]): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', href);
  dispatchEvent(new PopStateEvent('popstate'));
  // Drawn by then: steps are part of the page.
  requestAnimationFrame(() => {
    const field = findField(document, selectors);
    const target = field ?? document.getElementById(STEP_TITLE_ID);
    target?.focus();
    target?.scrollIntoView?.({ block: 'center' });
  });
}

/** What hides the field is opened: a closed end, the other direction, more for who wants more. */
export function findField(root: ParentNode, selectors: readonly string[]): HTMLElement | null {
  const isHere = (field: HTMLElement | null) => field !== null && !field.matches(':disabled');
  const find = () =>
    selectors
      .map((selector) => root.querySelector<HTMLElement>(`.editor-step ${selector}`))
      .find(isHere) ?? null;
  const found = find();
  const opener = found?.matches('[aria-expanded="false"]')
    ? found
    : found?.matches('[name="direction"]')
      ? root.querySelector<HTMLElement>('.editor-step [name="direction"]:not(:checked)')
      : null;
  opener?.click();
  const field = opener ? find() : found;
  for (let more = field?.closest('details'); more; more = more.parentElement?.closest('details')) {
    more.open = true;
  }
  return field;
}
