// What would residents be answered with this draft? Every stored case, planned before and after it.
//
// Nothing is stored: the planner is given a list of offers of its own, which no other request sees.

import type { Config } from '#api/config.ts';
import type { PlannerSession } from '#api/runtime/planner-pool.ts';
import { dayOf, sourceOf } from '#api/runtime/public-offer.ts';
import type { Stores } from '#api/runtime/stores.ts';
import { listEntryNeeds } from '#db/queries/directory/list-entry-needs.ts';
import type { KeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import type { Organization } from '#db/queries/workspace/find-organization.ts';
import type { StoredCase } from '#db/queries/workspace/list-cases.ts';
import { type CaseEnds, nameCaseEnds } from '#db/queries/workspace/name-case-ends.ts';
import { AppError } from '#domain/error.ts';
import { caseDate, caseRequest } from '#domain/journey/case-request.ts';
import type { JourneyRequest } from '#domain/journey/journey.ts';
import {
  type PlanDifference,
  planDifferences,
  type TriedWay,
  triedWays,
} from '#domain/journey/plan-differences.ts';
import { visitingServices } from '#domain/journey/visiting-services.ts';
import { toMoment } from '#domain/time.ts';
import type { Offer } from '#domain/transport/offer.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { publishedOffer } from '#domain/transport/published-offer.ts';
import { statedBy } from '#domain/transport/stated-document.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';

export type TrialDeps = WorkspaceDeps & {
  stores: Pick<Stores, 'needs' | 'offers' | 'planner' | 'communeCentres'>;
  config: Pick<Config, 'journeyBudgetMs'>;
};

/** `unknown_end`: its home or its place of care is no longer known; `not_tried`: time was over. */
export type CaseTrial = {
  id: string;
  label: string;
  date: string;
  minute: number;
  homeName: string | null;
  careName: string | null;
} & (
  | { outcome: 'unknown_end' | 'not_tried' }
  | {
      outcome: 'same' | 'changed';
      before: readonly TriedWay[];
      after: readonly TriedWay[];
      differences: readonly PlanDifference[];
    }
);

/** `timetableTried` false: the hours of a line are answered with once published only. */
export type OfferTrial = { revision: number; timetableTried: boolean; cases: CaseTrial[] };

/** Cases take about as long as two journeys each. */
const BUDGETS = 4;

/** Throws `unavailable` when not one case was planned in time. */
export async function tryOffer(
  deps: TrialDeps,
  {
    offers,
    cases,
  }: {
    offers: { before: readonly Offer[]; after: readonly Offer[] };
    cases: readonly StoredCase[];
  },
): Promise<CaseTrial[]> {
  const { planner } = deps.stores;
  const { db } = deps.database;
  const ends = await nameCaseEnds(
    db,
    cases.map(({ subject }) => subject),
  );
  const limitMs = BUDGETS * deps.config.journeyBudgetMs;
  const asked = cases.map((each) => ({ each, request: requestOf(each, ends, deps.clock()) }));
  const sides = [
    { session: planner.begin(limitMs), offers: offers.before },
    { session: planner.begin(limitMs, { offers: offers.after }), offers: offers.after },
  ] as const;
  const told: CaseTrial[] = [];
  let late: AppError | null = null;
  try {
    for (const { each, request } of asked) {
      const named = nameOf(each, ends, deps.clock());
      if (request === null) {
        told.push({ ...named, outcome: 'unknown_end' });
      } else if (late !== null) {
        told.push({ ...named, outcome: 'not_tried' });
      } else {
        try {
          const careNeeds = await listEntryNeeds(db, each.subject.entryId);
          const [before, after] = await Promise.all(
            sides.map((side) => waysOf(deps, side, { ...request, careNeeds })),
          );
          told.push(compare(named, before ?? [], after ?? []));
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'unavailable') throw error;
          late = error;
          told.push({ ...named, outcome: 'not_tried' });
        }
      }
    }
  } finally {
    for (const { session } of sides) session.end();
  }
  const wasPlanned = told.some(({ outcome }) => outcome === 'same' || outcome === 'changed');
  if (late !== null && !wasPlanned) throw late;
  return told;
}

/** The list residents have, with this document in the place of the offer. */
export function offersWith(
  offers: readonly Offer[],
  document: OfferDocument,
  options: { kept: KeptOffer; organization: Organization; at: Date },
): readonly Offer[] {
  const { kept, organization, at } = options;
  const today = dayOf(at);
  const fresh = publishedOffer(statedBy(document, sourceOf(organization.workspaceId), today), {
    offerId: kept.id,
    provider: organization.provider,
    // Whoever publishes says that all of it is true that day.
    keeping: { ...kept, verifiedOn: today },
    isVerified: true,
    today,
  });
  return offers.some(({ id }) => id === kept.id)
    ? offers.map((offer) => (offer.id === kept.id ? fresh : offer))
    : [...offers, fresh];
}

async function waysOf(
  { stores, clock }: TrialDeps,
  { session, offers }: { session: PlannerSession; offers: readonly Offer[] },
  request: JourneyRequest,
): Promise<TriedWay[]> {
  const now = toMoment(clock());
  const { plan } = await session.run({ name: 'plan', request, now, brief: true });
  const communeCentres = stores.communeCentres();
  return triedWays(plan, visitingServices(request, { now, offers, communeCentres }));
}

type Named = Pick<CaseTrial, 'id' | 'label' | 'date' | 'minute' | 'homeName' | 'careName'>;

function compare(named: Named, before: TriedWay[], after: TriedWay[]): CaseTrial {
  const differences = planDifferences(before, after);
  const outcome = differences.length === 0 ? 'same' : 'changed';
  return { ...named, outcome, before, after, differences };
}

function requestOf({ subject }: StoredCase, ends: CaseEnds, nowMs: number): JourneyRequest | null {
  const from = ends.homes.get(subject.homeInsee);
  const to = ends.care.get(subject.entryId);
  if (from === undefined || to === undefined) return null;
  const { name, point, insee } = to;
  return caseRequest(subject, { from, to: { name, point, insee } }, toMoment(nowMs).date);
}

function nameOf({ id, label, subject }: StoredCase, ends: CaseEnds, nowMs: number): Named {
  return {
    id,
    label,
    date: caseDate(subject.weekday, toMoment(nowMs).date),
    minute: subject.minute,
    homeName: ends.homes.get(subject.homeInsee)?.name ?? null,
    careName: ends.care.get(subject.entryId)?.name ?? null,
  };
}
