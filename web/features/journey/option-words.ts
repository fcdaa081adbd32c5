// One way there and back, in the words shown first: its name, its symbol, the sentence that matters.

import type { Call, JourneyOption, Leg, Moment, Trip } from '#domain/journey/journey.ts';
import { MINUTES_PER_DAY } from '#domain/time.ts';
import type { Price } from '#domain/transport/fare.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { IconName } from '#web/ui/icon-paths.ts';
import { WAY_ICONS } from '#web/ui/kind-icons.ts';
import { spokenBlocks } from '#web/ui/phone-link.tsx';
import type { TagTone } from '#web/ui/tag.tsx';

/** Booked with a company the person chooses: there is no single number. */
const COMPANY_KINDS: readonly JourneyOption['kind'][] = ['taxi', 'medical_seat', 'medical_lying'];

/** True when the person calls whom they want: nobody in particular is named. */
export function isAnyCompany(kind: JourneyOption['kind'], call: Call): boolean {
  return COMPANY_KINDS.includes(kind) && call.phone === null && call.url === null;
}

export function optionIcon(option: JourneyOption): IconName {
  return WAY_ICONS[option.kind];
}

export function optionTitle(
  option: Pick<JourneyOption, 'kind' | 'title'>,
  text: Dictionary,
): string {
  return option.title === '' ? optionKind(option.kind, text) : option.title;
}

export function optionKind(kind: JourneyOption['kind'], text: Dictionary): string {
  return kind === 'walk' || kind === 'own_car' || kind === 'driven'
    ? text.codes.ownModes[kind]
    : text.codes.offerKinds[kind];
}

/** How the state of booking is shown: never by colour alone. */
export function stateTag(option: JourneyOption): { tone: TagTone; icon: IconName } {
  if (option.tier === 3) return { tone: 'clay', icon: 'close' };
  switch (option.state) {
    case 'not_needed':
    case 'open':
      return { tone: 'leaf', icon: 'check' };
    case 'soon':
    case 'registration':
    case 'too_late':
      return { tone: 'clay', icon: 'warning' };
    case 'early':
      return { tone: 'plain', icon: 'calendar' };
    case 'unknown':
      return { tone: 'plain', icon: 'phone' };
  }
}

export type Headline = {
  sentence: string;
  /** The call the sentence is about, to make it one tap away. */
  call: Call | null;
  /** What follows, in smaller type. */
  next: readonly string[];
};

/** A request too late that may still be taken is of the rank of a first registration, not one. */
export function tierWordsOf({ tier, state }: JourneyOption, { journey }: Dictionary): string {
  return tier === 2 && state === 'too_late' ? journey.urgentCall : journey.tiers[tier];
}

/** « Appelez le … avant …, puis tout est réglé. », when nothing else is to be checked or awaited. */
export function headlineOf(option: JourneyOption, text: Dictionary): Headline {
  const words = text.journey.headline;
  const call = option.calls[0] ?? null;
  const next: string[] = [];
  if (option.state === 'not_needed' || call === null) {
    return { sentence: unbookedSentence(option, text), call: null, next };
  }
  if (option.calls.length > 1) next.push(words.callsInAll(option.calls.length));
  const sentence = bookingSentence(option, call, next, text);
  const prescribed = option.notes.some((note) => note.code === 'prescription_before');
  return prescribed
    ? { sentence: words.medical, call, next: [sentence, ...next] }
    : { sentence, call, next };
}

/** Somebody free to drive is still to be found after the call. */
export function awaitsDriver({ notes }: Pick<JourneyOption, 'notes'>): boolean {
  return notes.some(({ code }) => code === 'driver_to_find');
}

/** Last moment somebody answers; the bare rule when the hours of the line are not known. */
export function callBefore(call: Call): Moment | null {
  return call.deadline === null ? null : (call.deadline.answered ?? call.deadline.limit);
}

function bookingSentence(
  option: JourneyOption,
  call: Call,
  next: string[],
  text: Dictionary,
): string {
  const words = text.journey.headline;
  const before = callBefore(call);
  const isSettled = option.calls.length === 1 && option.tier === 0 && !awaitsDriver(option);
  const phone = call.phone === null ? null : spokenBlocks(call.phone);
  const toBook =
    phone !== null
      ? words.callToBook(phone)
      : isAnyCompany(option.kind, call)
        ? words.companyToBook
        : words.contactToBook(call.offerName);
  switch (option.state) {
    case 'early':
      if (call.deadline?.opens) next.push(toBook);
      return call.deadline?.opens ? words.opensOn(call.deadline.opens) : toBook;
    case 'registration': {
      if (phone === null) {
        next.push(words.registerFirst);
        return toBook;
      }
      if (call.registrationClosed !== null) {
        next.push(words.registrationClosed(call.registrationClosed.nextDate));
        return before === null ? toBook : words.alreadyRegistered(before);
      }
      if (before !== null) next.push(words.alreadyRegistered(before));
      return call.registerBefore === null
        ? words.register(phone)
        : words.registerBefore(phone, call.registerBefore);
    }
    case 'too_late':
      // Those who are registered could still book: it is too late for a first time only.
      if (call.registrationClosed !== null) {
        if (call.urgentPossible && phone !== null) next.push(words.tooLateUrgent(phone));
        return words.registrationClosed(call.registrationClosed.nextDate);
      }
      if (call.urgentPossible && phone !== null) return words.tooLateUrgent(phone);
      return before === null ? words.tooLateAnyway : words.tooLate(before);
    case 'open':
    case 'soon':
      if (call.registerBefore !== null && phone !== null)
        next.push(words.registerBefore(phone, call.registerBefore));
      if (before === null) return toBook;
      if (phone === null) return words.contactBefore(call.offerName, before, isSettled);
      return option.calls.length > 1
        ? words.callFirst(phone, before)
        : words.callBefore(phone, before, isSettled);
    default:
      return toBook;
  }
}

function unbookedSentence(option: JourneyOption, text: Dictionary): string {
  const words = text.journey.headline;
  const out = option.outbound.departMinute;
  const back = option.back?.departMinute ?? null;
  if (out === null) return words.nothingToBook;
  if (back === null) return `${words.leave(out)} ${words.nothingToBook}`;
  return words.leaveAndBack(out, back);
}

export type PriceWords = {
  amount: string;
  known: boolean;
  about: string | null;
  extra: string | null;
};

/** Nobody sells these: a car one drives, or that of a relative, has no fare. */
const OWN_MEANS: readonly JourneyOption['kind'][] = ['own_car', 'driven'];

/** Null when there is no fare to tell. */
export function fareWords(
  { kind, price }: Pick<JourneyOption, 'kind' | 'price'>,
  text: Dictionary,
  euros: (cents: number) => string,
): PriceWords | null {
  return OWN_MEANS.includes(kind) ? null : priceWords(price, text, euros);
}

/** What to pay for this trip, in one line; a yearly membership is said apart. */
export function priceWords(
  price: Price,
  text: Dictionary,
  euros: (cents: number) => string,
): PriceWords {
  const words = text.journey.price;
  const membership = price.lines.find((line) => line.code === 'membership');
  const extra = membership?.minCents == null ? null : words.plusOnce(membership.minCents);
  if (price.minCents === null) return { amount: words.unknown, known: false, about: null, extra };
  const about = price.estimate ? text.common.about : null;
  const known = true;
  if (price.maxCents === null) {
    return { amount: words.atLeast(price.minCents), known, about: null, extra };
  }
  if (price.maxCents === 0) return { amount: words.free, known, about: null, extra };
  const amount =
    price.minCents === price.maxCents
      ? euros(price.minCents)
      : words.range(price.minCents, price.maxCents);
  return { amount, known, about, extra };
}

/** Days after that of the appointment, which is 0; -1 is the day before. */
export function dayOf(minute: number): number {
  return Math.floor(minute / MINUTES_PER_DAY);
}

/** The same hour, on its own day. */
export function clockOf(minute: number): number {
  return minute - dayOf(minute) * MINUTES_PER_DAY;
}

/** How to ask for the stops of a leg that are served only for who asks. */
export function askedWords({ line }: Leg, text: Dictionary): string[] {
  if (line === null) return [];
  const own = line.marks?.map((mark) => (mark.kind === 'on_booking' ? mark.booking?.phone : null));
  const number = own?.find((each) => each != null) ?? line.operatorPhone;
  const phone = number === null ? null : spokenBlocks(number);
  return text.journey.legAsked(line, phone);
}

/** Minutes spent waiting between two legs, when the times of both are known. */
export function waitMinutesBefore(leg: Leg, previous: Leg | undefined): number {
  if (previous === undefined || previous.arriveMinute === null || leg.departMinute === null)
    return 0;
  return leg.departMinute - previous.arriveMinute;
}

/** Legs worth a line: a walk of a few steps inside a station is not. */
export function tellableLegs(trip: Trip): readonly Leg[] {
  const legs = trip.legs.filter((leg) => leg.mode !== 'walk' || leg.meters >= 40);
  return legs.length === 0 ? trip.legs : legs;
}
