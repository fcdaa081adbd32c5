// What does an edit of an offer change to the ways a person is answered? Two plans of one request, compared.

import { fitsPerson } from '#domain/journey/fits-person.ts';
import type {
  BookingState,
  JourneyOption,
  JourneyPlan,
  JourneySummary,
  LegTime,
  VisitingService,
} from '#domain/journey/journey.ts';
import type { Moment } from '#domain/time.ts';

/** `almost`: shown under the ways, with what stands in the way. `visit`: it comes to the person. */
export type Standing = 'proposed' | 'to_check' | 'almost' | 'visit';

/** Cents; null: not known. */
export type TriedPrice = { minCents: number | null; maxCents: number | null; partial: boolean };

/** What is compared of a way. */
export type TriedWay = {
  id: string;
  kind: JourneySummary['kind'];
  title: string;
  offerIds: readonly string[];
  standing: Standing;
  state: BookingState;
  departMinute: LegTime;
  returnMinute: LegTime;
  price: TriedPrice;
  /** The last moment to call, somebody being there to answer. */
  deadline: Moment | null;
  /** May the person ride? Null: to check. */
  eligible: boolean | null;
  /** The day a service comes nearest; null for the others, or when agreed by phone. */
  comesOn: string | null;
};

type Values = {
  standing: Standing;
  state: BookingState;
  hours: { departMinute: LegTime; returnMinute: LegTime };
  price: TriedPrice;
  deadline: Moment | null;
  eligible: boolean | null;
  comesOn: string | null;
  /** From 1, among the ways proposed. */
  rank: number;
};

/** One change of one way, as the person would notice it. */
export type PlanDifference =
  | { kind: 'appears' | 'disappears'; way: TriedWay }
  | {
      [Kind in keyof Values]: {
        kind: Kind;
        way: TriedWay;
        before: Values[Kind];
        after: Values[Kind];
      };
    }[keyof Values];

/** In the order they are shown: proposed, almost possible, then what comes to the person. */
export function triedWays(
  plan: Pick<JourneyPlan, 'options' | 'almost'>,
  visiting: readonly VisitingService[] = [],
): TriedWay[] {
  return [
    ...plan.options.map((option) => ofOption(option, fitsPerson(option) ? 'proposed' : 'to_check')),
    ...plan.almost.map((option) => ofOption(option, 'almost')),
    ...visiting.map(ofVisit),
  ];
}

/** The ways that go first, then those that come, then what changes in those that stay. */
export function planDifferences(
  before: readonly TriedWay[],
  after: readonly TriedWay[],
): PlanDifference[] {
  const pairs = pairUp(before, after);
  const paired = new Set(pairs.flat());
  const gone = before.filter((way) => !paired.has(way));
  const come = after.filter((way) => !paired.has(way));
  return [
    ...gone.map((way) => ({ kind: 'disappears', way }) as const),
    ...come.map((way) => ({ kind: 'appears', way }) as const),
    ...pairs.flatMap(([old, fresh]) => changesOf(old, fresh)),
    ...moves(pairs, before, after),
  ];
}

function ofOption(option: JourneyOption, standing: Standing): TriedWay {
  const deadline = option.calls[0]?.deadline ?? null;
  return {
    id: option.id,
    kind: option.kind,
    title: option.title,
    offerIds: option.offerIds,
    standing,
    state: option.state,
    departMinute: option.outbound.departMinute,
    returnMinute: option.back?.departMinute ?? null,
    price: priceOf(option.price),
    deadline: deadline === null ? null : (deadline.answered ?? deadline.limit),
    eligible: option.eligibility.value,
    comesOn: null,
  };
}

function ofVisit(service: VisitingService): TriedWay {
  const deadline = service.calls[0]?.deadline ?? null;
  return {
    id: `visit:${service.offerId}`,
    kind: service.kind,
    title: service.offerName,
    offerIds: [service.offerId],
    standing: 'visit',
    state: service.state,
    departMinute: null,
    returnMinute: null,
    price: priceOf(service.price),
    deadline: deadline === null ? null : (deadline.answered ?? deadline.limit),
    eligible: service.eligibility.value,
    comesOn: service.next?.date ?? null,
  };
}

function priceOf({ minCents, maxCents, partial }: TriedPrice): TriedPrice {
  return { minCents, maxCents, partial };
}

/** By id, then by what they are made of: an edit may give a way another id. */
function pairUp(before: readonly TriedWay[], after: readonly TriedWay[]): [TriedWay, TriedWay][] {
  const waiting = new Set(after);
  const pairs: [TriedWay, TriedWay][] = [];
  const take = (isSame: (a: TriedWay, b: TriedWay) => boolean) => {
    const paired = new Set(pairs.map(([old]) => old));
    for (const old of before) {
      if (paired.has(old)) continue;
      const fresh = [...waiting].find((way) => isSame(old, way));
      if (fresh === undefined) continue;
      waiting.delete(fresh);
      pairs.push([old, fresh]);
    }
  };
  take((a, b) => a.id === b.id);
  take((a, b) => a.kind === b.kind && a.offerIds.join(' ') === b.offerIds.join(' '));
  return pairs.toSorted((a, b) => after.indexOf(a[1]) - after.indexOf(b[1]));
}

function changesOf(old: TriedWay, way: TriedWay): PlanDifference[] {
  const hours = ({ departMinute, returnMinute }: TriedWay) => ({ departMinute, returnMinute });
  const changes: PlanDifference[] = [
    { kind: 'standing', way, before: old.standing, after: way.standing },
    { kind: 'eligible', way, before: old.eligible, after: way.eligible },
    { kind: 'price', way, before: old.price, after: way.price },
    { kind: 'deadline', way, before: old.deadline, after: way.deadline },
    { kind: 'state', way, before: old.state, after: way.state },
    { kind: 'hours', way, before: hours(old), after: hours(way) },
    { kind: 'comesOn', way, before: old.comesOn, after: way.comesOn },
  ];
  return changes.filter(
    (change) =>
      'before' in change && JSON.stringify(change.before) !== JSON.stringify(change.after),
  );
}

/** Only the ways that changed places among those on both sides: what leaves moves nobody. */
function moves(
  pairs: readonly [TriedWay, TriedWay][],
  before: readonly TriedWay[],
  after: readonly TriedWay[],
): PlanDifference[] {
  const shown = pairs.filter((pair) => pair.every(isShown));
  const oldOrder = shown
    .map(([old]) => old)
    .toSorted((a, b) => before.indexOf(a) - before.indexOf(b));
  return shown.flatMap(([old, way], rank) =>
    oldOrder.indexOf(old) === rank
      ? []
      : [{ kind: 'rank', way, before: rankOf(old, before), after: rankOf(way, after) }],
  );
}

function isShown({ standing }: TriedWay): boolean {
  return standing === 'proposed' || standing === 'to_check';
}

function rankOf(way: TriedWay, ways: readonly TriedWay[]): number {
  return ways.filter(isShown).indexOf(way) + 1;
}
