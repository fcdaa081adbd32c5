// Nothing fits: what would make it possible? Planned again with one thing changed, never guessed.

import {
  composeDay,
  composeWays,
  type PlanContext,
  type PlanGround,
  planGround,
} from '#domain/journey/compose-ways.ts';
import { fitsPerson } from '#domain/journey/fits-person.ts';
import { isReceived } from '#domain/journey/is-received.ts';
import type { JourneyChange, JourneyOption, JourneyRequest } from '#domain/journey/journey.ts';
import { rankOptions } from '#domain/journey/rank-options.ts';
import { registrationFor } from '#domain/journey/registration.ts';
import { SLOT_MINUTES } from '#domain/journey/slot-minutes.ts';
import { summarizeOption } from '#domain/journey/summarize-option.ts';
import { needsWithCompanion } from '#domain/journey/with-companion.ts';
import { zoneGaps } from '#domain/journey/zone-gap.ts';
import { addDays, compareMoments } from '#domain/time.ts';
import { isRegistered, registeredAs } from '#domain/transport/person.ts';

/** The days after the one asked. */
const DAYS_AHEAD = 14;

/**
 * Where the place of care is closed at that moment, another moment only.
 * At most one plan of the whole day asked (one search of the timetable each way), fourteen of other
 * days at the same hour, and four of the same hour for another person: a registered one, one with a
 * prescription, one with a disability card, one with a companion. `ground` is that of the request.
 */
export function journeyChanges(
  request: JourneyRequest,
  context: PlanContext,
  ground: PlanGround,
): JourneyChange[] {
  const times = otherTimes(request, context, ground);
  if (!isReceived(request)) return times;
  return [
    ...times,
    ...withRegistration(request, context, ground),
    ...withProof(request, context, ground),
    ...withCompanion(request, context),
    ...zoneGaps(request, ground.offers, context),
  ];
}

/** Hours and days when the place is known to be closed are none. */
function otherTimes(
  request: JourneyRequest,
  context: PlanContext,
  ground: PlanGround,
): JourneyChange[] {
  return [...otherHour(request, context, ground), ...otherDay(request, context, ground)];
}

/** The half-hour nearest to the one asked; the earlier of two as near. */
function otherHour(
  request: JourneyRequest,
  context: PlanContext,
  ground: PlanGround,
): JourneyChange[] {
  const { date, minute: asked, durationMinutes } = request.appointment;
  const nearest = SLOT_MINUTES.filter(
    (minute) =>
      minute !== asked &&
      compareMoments({ date, minute }, context.now) > 0 &&
      isReceived({ ...request, appointment: { ...request.appointment, minute } }),
  ).toSorted((a, b) => Math.abs(a - asked) - Math.abs(b - asked) || a - b);
  if (nearest.length === 0) return [];
  const day = composeDay(request, context, ground, { date, minutes: nearest, durationMinutes });
  for (const minute of nearest) {
    const way = fitting(day(minute), request);
    if (way) return [{ kind: 'other_hour', date, minute, way: summarizeOption(way) }];
  }
  return [];
}

/** The first day after, at the same hour. */
function otherDay(
  request: JourneyRequest,
  context: PlanContext,
  ground: PlanGround,
): JourneyChange[] {
  const { date: asked, minute } = request.appointment;
  let known = ground;
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const date = addDays(asked, ahead);
    if (compareMoments({ date, minute }, context.now) <= 0) continue;
    const other = { ...request, appointment: { ...request.appointment, date } };
    if (!isReceived(other)) continue;
    const view = context.viewOf?.(date) ?? null;
    if (view && view.timetable !== known.timetable) known = planGround(request, context, view);
    const way = fitting(composeWays(other, { now: context.now, view }, known), request);
    if (way) return [{ kind: 'other_day', date, minute, way: summarizeOption(way) }];
  }
  return [];
}

/** Only where there is still time to register for this trip: later, that is another day. */
function withRegistration(
  request: JourneyRequest,
  context: PlanContext,
  ground: PlanGround,
): JourneyChange[] {
  const newTo = ground.offers.filter(
    ({ id, booking }) =>
      (booking?.firstTripDays ?? null) !== null && isRegistered(request.profile, id) !== true,
  );
  if (newTo.length === 0) return [];
  const ids = newTo.map(({ id }) => id);
  const asked = { ...request, profile: registeredAs(request.profile, ids, true) };
  const found = composeWays(asked, context, ground).flatMap((option) => {
    const first = registrationFor(option, newTo, context.now);
    return first === null ? [] : [{ option, first }];
  });
  const way = fitting(
    found.map(({ option }) => option),
    asked,
  );
  const first = found.find(({ option }) => option === way)?.first;
  return way && first ? [{ kind: 'registration', ...first, way: summarizeOption(way) }] : [];
}

/** Only papers the person said they lack: one not asked about is to check already. */
function withProof(
  request: JourneyRequest,
  context: PlanContext,
  ground: PlanGround,
): JourneyChange[] {
  const missing = (['prescription', 'disabilityCard'] as const).filter(
    (paper) => request.profile[paper] === false,
  );
  return missing.flatMap((paper) => withPaper(paper, request, context, ground));
}

function withPaper(
  paper: 'prescription' | 'disabilityCard',
  request: JourneyRequest,
  context: PlanContext,
  ground: PlanGround,
): JourneyChange[] {
  const asked = { ...request, profile: { ...request.profile, [paper]: true } };
  const found = composeWays(asked, context, ground).flatMap((option) => {
    const offer = ground.offers.find(
      ({ id, eligibility }) => option.offerIds.includes(id) && eligibility !== null,
    );
    return offer ? [{ option, offer }] : [];
  });
  const way = fitting(
    found.map(({ option }) => option),
    asked,
  );
  const offer = found.find(({ option }) => option === way)?.offer;
  return way && offer ? [{ kind: 'proof', offerId: offer.id, way: summarizeOption(way) }] : [];
}

function withCompanion(request: JourneyRequest, context: PlanContext): JourneyChange[] {
  const needs = needsWithCompanion(request.needs);
  if (needs === null) return [];
  const asked = { ...request, needs };
  const ways = composeWays(asked, context, planGround(asked, context, context.view));
  const way = fitting(ways, asked);
  const offerId = way?.offerIds[0];
  return way && offerId !== undefined
    ? [{ kind: 'companion', offerId, way: summarizeOption(way) }]
    : [];
}

/** The best way that can be booked, or only has to be checked. */
function fitting(
  ways: readonly JourneyOption[],
  request: Pick<JourneyRequest, 'needs' | 'profile'>,
): JourneyOption | null {
  return rankOptions(ways, request).options.find(fitsPerson) ?? null;
}
