// « Y aller »: the best ways for one card, in the words a neighbour would use.

import type { Appointment, Call, JourneySummary, Moment } from '#domain/journey/journey.ts';
import { MINUTES_PER_DAY } from '#domain/time.ts';
import type { Price } from '#domain/transport/fare.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { Api, PlacesBody } from '#web/lib/api.ts';
import { type Format, localMoment } from '#web/lib/format.ts';
import type { IconName } from '#web/ui/icon-paths.ts';
import { WAY_ICONS } from '#web/ui/kind-icons.ts';

export type WayModel = {
  id: string;
  icon: IconName;
  title: string;
  /** The title is a name of the directory, and not a word of the page. */
  named: boolean;
  times: readonly string[];
  price: { amount: string; known: boolean; about: boolean; extra: string | null } | null;
  call: { display: string; dial: string; before: string | null } | null;
  /** « Inscription d’abord », « Véhicule à prendre la veille »… */
  remarks: readonly string[];
};

/** `late`: left out, for want of time. An entry that is absent was not answered yet. */
export type Ways = Readonly<Record<string, readonly WayModel[] | 'late'>>;

type Words = { text: Dictionary; format: Format; nowMs: number };

/** A card shows what is possible, or to be checked; what is almost possible is on the page of the trip. */
export function hasWay(ways: Ways): boolean {
  return Object.values(ways).some((each) => each !== 'late' && each.length > 0);
}

/** The ways so far, each time there is one more. */
export async function* followWays(
  api: Pick<Api, 'planPlaces'>,
  body: PlacesBody,
  words: Words,
): AsyncGenerator<Ways> {
  let ways: Ways = {};
  for await (const line of api.planPlaces(body)) {
    const answered =
      line.line === 'place'
        ? [[line.place.entryId, line.place.summaries.map((each) => toWay(each, words))] as const]
        : line.leftOut.map(({ entryId }) => [entryId, 'late'] as const);
    ways = { ...ways, ...Object.fromEntries(answered) };
    yield ways;
  }
}

/** « Pour mardi 24 novembre à 10 h », or the same as an example. */
export function whenWords(
  appointment: Appointment,
  example: boolean,
  { text, format, nowMs }: Words,
): string {
  const date = format.date(appointment.date, yearOf(nowMs));
  const hour = format.hour(appointment.minute);
  return example ? text.results.goExample(date, hour) : text.results.goFor(date, hour);
}

function toWay(summary: JourneySummary, words: Words): WayModel {
  return {
    id: summary.id,
    icon: WAY_ICONS[summary.kind],
    named: summary.title !== '',
    title: summary.title === '' ? kindName(summary.kind, words.text) : summary.title,
    times: timesOf(summary, words),
    price: priceOf(summary, words),
    call: callOf(summary.firstCall, words),
    remarks: remarksOf(summary, words.text),
  };
}

function kindName(kind: JourneySummary['kind'], text: Dictionary): string {
  if (kind === 'walk' || kind === 'own_car' || kind === 'driven') return text.codes.ownModes[kind];
  return text.codes.offerKinds[kind];
}

function timesOf(summary: JourneySummary, { text, format }: Words): string[] {
  const times: string[] = [];
  const { departMinute, arriveMinute, returnMinute } = summary;
  if (departMinute !== null) times.push(text.results.depart(format.hour(departMinute)));
  if (arriveMinute !== null) times.push(text.results.arrive(format.hour(arriveMinute)));
  if (returnMinute !== null) times.push(text.results.return(format.hour(returnMinute)));
  const [first, ...rest] = times.length === 0 ? [text.results.agreed] : times;
  return first === undefined ? [] : [first[0]?.toUpperCase() + first.slice(1), ...rest];
}

/** Nobody sells these. */
const OWN_MEANS: readonly JourneySummary['kind'][] = ['walk', 'own_car', 'driven'];

function priceOf(summary: JourneySummary, words: Words): WayModel['price'] {
  if (OWN_MEANS.includes(summary.kind)) return null;
  return sayPrice(summary.price, words);
}

export function sayPrice(price: Price, { text, format }: Omit<Words, 'nowMs'>): WayModel['price'] {
  const yearly = price.lines.find((line) => line.code === 'membership' && line.minCents !== null);
  const extra =
    yearly?.minCents === undefined || yearly.minCents === null
      ? null
      : text.results.membership(format.euros(yearly.minCents));
  if (price.minCents === null) {
    return { amount: text.results.priceUnknown, known: false, about: false, extra };
  }
  if (price.maxCents === null) {
    const amount = text.results.priceAtLeast(format.euros(price.minCents));
    return { amount, known: true, about: false, extra };
  }
  if (price.maxCents === 0) {
    return { amount: text.common.free, known: true, about: false, extra };
  }
  return {
    amount: format.euroRange(price.minCents, price.maxCents),
    known: true,
    about: price.estimate || price.partial,
    extra,
  };
}

function callOf(call: Call | null, words: Words): WayModel['call'] {
  if (call === null || call.phone === null) return null;
  const limit = call.registerBefore ?? call.deadline?.answered ?? call.deadline?.limit ?? null;
  return {
    display: call.phone,
    dial: call.phone,
    before: limit === null ? null : sayMoment(limit, words),
  };
}

function sayMoment(moment: Moment, { text, format, nowMs }: Words): string {
  return text.results.callBefore(
    format.date(moment.date, yearOf(nowMs)),
    format.hour(moment.minute),
  );
}

/** Nothing to say of these, or said with what is to be confirmed. */
const QUIET_STATES: readonly JourneySummary['state'][] = ['open', 'not_needed', 'unknown'];

function remarksOf(summary: JourneySummary, text: Dictionary): string[] {
  const remarks: string[] = [];
  if (summary.firstCall?.registrationClosed) {
    remarks.push(text.results.registrationClosed);
  } else if (!QUIET_STATES.includes(summary.state)) {
    remarks.push(text.codes.bookingStates[summary.state]);
  }
  const fetched = summary.hire?.fromMinute ?? 0;
  if (fetched < 0) remarks.push(text.results.hireBefore(daysBefore(fetched)));
  if (summary.eligibility.value === false) remarks.push(text.codes.eligibility.no);
  // Booking, conditions or facts: the person hears one thing to do.
  const toCheck =
    summary.state === 'unknown' ||
    summary.eligibility.value === null ||
    summary.notes.some((note) => note.code === 'facts_to_confirm');
  if (toCheck) remarks.push(text.results.toCheck);
  return remarks;
}

/** Of a minute before the day of the appointment. */
function daysBefore(minute: number): number {
  return Math.ceil(-minute / MINUTES_PER_DAY);
}

function yearOf(nowMs: number): number {
  return Number(localMoment(nowMs).date.slice(0, 4));
}
