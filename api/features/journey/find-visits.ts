// Which services come to the person, or near, whatever the place of care?

import type { VisitingService } from '#domain/journey/journey.ts';
import { type VisitRequest, visitingServices } from '#domain/journey/visiting-services.ts';
import { toMoment } from '#domain/time.ts';
import type { VisitsBody } from './contract.ts';
import { findCareNeeds } from './find-care-needs.ts';
import { findStart } from './find-ends.ts';
import type { JourneyDeps } from './journey-deps.ts';

export type VisitsAnswer = { services: readonly VisitingService[] };

/** Throws `not_found` for a home that is unknown, `bad_request` for a need that is. */
export async function findVisits(deps: JourneyDeps, body: VisitsBody): Promise<VisitsAnswer> {
  const { need, from: home, ...person } = body;
  const [careNeeds, from] = await Promise.all([
    findCareNeeds(deps, { ...body, to: null }),
    findStart(deps.database.db, home),
  ]);
  return { services: comingNow(deps, { ...person, from, careNeeds }) };
}

/** Few offers come: they are looked at here, without waiting for a planning thread. */
export function comingNow(
  { stores, clock }: Pick<JourneyDeps, 'stores' | 'clock'>,
  request: VisitRequest,
): VisitingService[] {
  return visitingServices(request, {
    now: toMoment(clock()),
    offers: stores.offers.list({}),
    communeCentres: stores.communeCentres(),
  });
}
