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
import { planDifferences, type TriedWay, triedWays } from '#domain/journey/plan-differences.ts';
import type { SharedTimetable } from '#domain/journey/share-timetable.ts';
import { visitingServices } from '#domain/journey/visiting-services.ts';
import { toMoment } from '#domain/time.ts';
import { isSame } from '#domain/transport/diff-documents.ts';
import { lineFeed } from '#domain/transport/line-feed.ts';
import { lineRows } from '#domain/transport/line-rows.ts';
import type { Offer } from '#domain/transport/offer.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import type { CaseTrial } from '#domain/transport/offer-trial.ts';
import { publishedOffer } from '#domain/transport/published-offer.ts';
import { statedBy } from '#domain/transport/stated-document.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';

export type TrialDeps = WorkspaceDeps & {
  stores: Pick<Stores, 'needs' | 'offers' | 'planner' | 'communeCentres' | 'timetable'>;
  config: Pick<Config, 'journeyBudgetMs'>;
};

/** Cases take about as long as two journeys each. */
const BUDGETS = 4;

/** What the draft would put in the place of what is published; no timetable: the one in use. */
export type Tried = { offers: readonly Offer[]; timetable?: SharedTimetable | null };

/** Throws `unavailable` when not one case was planned in time. */
export async function tryOffer(
  deps: TrialDeps,
  {
    before,
    after,
    cases,
  }: {
    before: readonly Offer[];
    after: Tried;
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
  const triedIds = after.offers.filter((each) => !before.includes(each)).map(({ id }) => id);
  const asked = cases.map((each) => ({
    each,
    request: requestOf(each, { ends, triedIds }, deps.clock()),
  }));
  const sides = [
    { session: planner.begin(limitMs), offers: before },
    { session: planner.begin(limitMs, after), offers: after.offers },
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
          const [was, is] = await Promise.all(
            sides.map((side) => waysOf(deps, side, { ...request, careNeeds })),
          );
          told.push(compare(named, was ?? [], is ?? []));
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

/** What residents would have with this document in the place of `published`; null: none is. */
export async function draftedParts(
  { stores }: Pick<TrialDeps, 'stores'>,
  document: OfferDocument,
  options: {
    kept: KeptOffer;
    organization: Organization;
    published: OfferDocument | null;
    at: Date;
  },
): Promise<Tried> {
  const { kept, organization, published, at } = options;
  const today = dayOf(at);
  const fresh = publishedOffer(statedBy(document, sourceOf(organization.workspaceId), today), {
    offerId: kept.id,
    provider: organization.provider,
    // Whoever publishes says that all of it is true that day.
    keeping: { ...kept, verifiedOn: today },
    isVerified: true,
    today,
  });
  const offers = placed(stores.offers.list({}), fresh);
  const { timetable } = document;
  if (
    isSame(timetable, published?.timetable ?? null) &&
    isSame(fresh.name, published?.offer.name)
  ) {
    return { offers };
  }
  if (timetable === null && (published?.timetable ?? null) === null) return { offers };
  const feed =
    timetable === null ? null : lineFeed(fresh, lineRows(timetable, today, kept.suspension));
  return { offers, timetable: await stores.timetable.buildWith(kept.id, feed) };
}

function placed(offers: readonly Offer[], fresh: Offer): readonly Offer[] {
  return offers.some(({ id }) => id === fresh.id)
    ? offers.map((offer) => (offer.id === fresh.id ? fresh : offer))
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

function requestOf(
  { subject }: StoredCase,
  { ends, triedIds }: { ends: CaseEnds; triedIds: readonly string[] },
  nowMs: number,
): JourneyRequest | null {
  const from = ends.homes.get(subject.homeInsee);
  const to = ends.care.get(subject.entryId);
  if (from === undefined || to === undefined) return null;
  const { name, point, insee } = to;
  return caseRequest(subject, { from, to: { name, point, insee } }, triedIds, toMoment(nowMs).date);
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
