// Gives the organizations of the demonstration their spaces, and MOSC the offers it keeps.

import type { Database } from '#db/database.ts';
import { writeDemoWorkspaces } from '#db/queries/account/write-demo-accounts.ts';
import { keptOffer, offerDraft, offerVersion } from '#db/schema/offer-keeping.ts';
import { DEMO_WORKSPACE_IDS } from '#domain/account/demo-accounts.ts';
import type { Offer, ServiceArea } from '#domain/transport/offer.ts';
import { type AreaRecipe, areaKey, type OfferDocument } from '#domain/transport/offer-document.ts';

const NOTE = 'Reprise des informations publiques';
/** An association looks at its rules once a year. */
const REVIEW_EVERY_DAYS = 365;

/**
 * Once: what the organization wrote since stays. An offer nobody documented is a draft; the others
 * have a version, dated by the public document they were read in.
 */
export async function writeKeptOffers(
  tx: Database,
  offers: readonly Offer[],
  at: Date,
): Promise<void> {
  await writeDemoWorkspaces(tx);
  const workspaceId = DEMO_WORKSPACE_IDS.carrier;
  for (const offer of offers.filter(({ provider }) => provider?.id === 'mosc')) {
    const isDraft = offer.status === 'to_document';
    const added = await tx
      .insert(keptOffer)
      .values({
        id: offer.id,
        workspaceId,
        versionInUse: isDraft ? null : 1,
        verifiedOn: isDraft ? null : readOn(offer),
        reviewEveryDays: REVIEW_EVERY_DAYS,
        createdAt: at,
      })
      .onConflictDoNothing()
      .returning({ id: keptOffer.id });
    if (added.length === 0) continue;
    const document = documentOf(offer);
    if (isDraft) {
      await tx
        .insert(offerDraft)
        .values({ offerId: offer.id, workspaceId, document, updatedAt: at });
    } else {
      await tx.insert(offerVersion).values({
        offerId: offer.id,
        number: 1,
        workspaceId,
        document,
        note: NOTE,
        createdAt: at,
        publishedAt: at,
      });
    }
  }
}

/** The document of an offer as the demonstration wrote it by hand. */
export function documentOf(offer: Offer): OfferDocument {
  const areas: [string, AreaRecipe][] = offer.patterns.flatMap((pattern) =>
    (['origin', 'destination'] as const).flatMap((end): [string, AreaRecipe][] => {
      const recipe = recipeOf(pattern[end]);
      return recipe === null ? [] : [[areaKey(pattern.id, end), recipe]];
    }),
  );
  return { schema: 1, offer, areas: Object.fromEntries(areas), timetable: null };
}

function recipeOf(area: ServiceArea | null): AreaRecipe | null {
  if (area?.kind === 'communes') {
    return { parts: [{ kind: 'communes', insees: area.insees }], minus: [] };
  }
  if (area?.kind !== 'polygon') return null;
  const { label, polygons } = area;
  return { parts: [{ kind: 'drawn', label, polygons }], minus: [] };
}

/** The first day its document may be of. */
function readOn({ provenance }: Offer): string | null {
  const { asOf } = provenance;
  return asOf === null ? null : `${asOf}-01-01`.slice(0, 'YYYY-MM-DD'.length);
}
