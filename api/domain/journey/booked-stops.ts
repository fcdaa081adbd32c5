// Which stops of a timetable are served only for those who phoned first, and whom does one phone?

import { type Asker, callOf } from '#domain/journey/call-list.ts';
import type { Draft } from '#domain/journey/draft.ts';
import type { Call, Leg } from '#domain/journey/journey.ts';
import { type Moment, momentAt } from '#domain/time.ts';
import type { BookingRule, Offer } from '#domain/transport/offer.ts';

/** Legs asked of one operator; `rule` null: until when to phone is not known. */
export type BookedStops = {
  offer: Offer | null;
  rule: BookingRule | null;
  legs: readonly ScheduledLeg[];
  /** Those of the way back. */
  backLegs: ReadonlySet<Leg>;
  /** The earliest of them: what the deadline counts from. */
  first: Moment;
};

type ScheduledLeg = Leg & { line: NonNullable<Leg['line']> };

/** By offer, else by operator, in order of use. A sign to the driver needs no call. */
export function bookedStops(draft: Draft, date: string): BookedStops[] {
  const legs = [...draft.outbound.legs, ...(draft.back?.legs ?? [])].filter(isPhoned);
  const byOperator = Map.groupBy(legs, ({ offerId, line }) => {
    const own = ownRule(line);
    if (own) return `mark ${own.id}`;
    return offerId === null ? `line ${line.operatorName ?? line.name}` : `offer ${offerId}`;
  });
  const backLegs = new Set(draft.back?.legs);
  return [...byOperator.values()].map((asked) => {
    const offer = draft.offers.find(({ id }) => id === asked[0]?.offerId) ?? null;
    const minutes = asked.map(({ departMinute }) => departMinute ?? 0);
    const own = asked[0] && ownRule(asked[0].line);
    const rule = own?.booking ?? offer?.booking ?? null;
    return {
      offer,
      // A rule that says « no booking » is that of the other stops of the line.
      rule: rule?.channels.every((channel) => channel === 'none') ? null : rule,
      legs: asked,
      backLegs,
      first: momentAt(date, Math.min(...minutes)),
    };
  });
}

export function callForStops(
  { offer, rule, legs, backLegs, first }: BookedStops,
  date: string,
  asker: Asker,
): Call {
  const rides = legs.map((leg) => ({
    from: leg.from.name,
    to: leg.to.name,
    date,
    minute: leg.departMinute ?? 0,
    direction: backLegs.has(leg) ? ('back' as const) : ('outbound' as const),
    arriveBy: null,
  }));
  const line = legs[0]?.line;
  const operatorPhone = line?.operatorPhone ?? null;
  const asked =
    offer ?? (rule && { id: null, name: nameOf(line), phone: null, email: null, url: null });
  const known = asked && callOf({ ...asked, booking: rule }, first, asker, rides);
  if (known) return { ...known, phone: known.phone ?? operatorPhone };
  return {
    offerId: null,
    offerName: nameOf(line),
    phone: operatorPhone,
    email: null,
    url: null,
    deadline: null,
    registerBefore: null,
    registrationClosed: null,
    urgentPossible: false,
    toSay: [],
    rides,
  };
}

function isPhoned(leg: Leg): leg is ScheduledLeg {
  return leg.line?.bookedPickup === 'phone' || leg.line?.bookedDropOff === 'phone';
}

function nameOf(line: ScheduledLeg['line'] | undefined): string {
  return line?.operatorName ?? line?.name ?? '';
}

/** The rule an organization gave for this line, or for one of the stops, when it gave one. */
function ownRule({
  marks = [],
}: ScheduledLeg['line']): { id: string; booking: BookingRule } | null {
  for (const mark of marks) {
    if (mark.kind === 'on_booking' && mark.booking) return { id: mark.id, booking: mark.booking };
  }
  return null;
}
