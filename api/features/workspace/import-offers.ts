// What would a file change in the offers of an organization? Then, once they said which: drafts of them.

import { HttpRefusal } from '#api/http/problem.ts';
import { type Act, lockKeptOffer, recordOffer } from '#api/runtime/public-offer.ts';
import { fingerprintOf } from '#api/runtime/tell-changes.ts';
import type { Database } from '#db/database.ts';
import { findTakenIds } from '#db/queries/workspace/find-taken-ids.ts';
import { insertKeptOffer } from '#db/queries/workspace/insert-kept-offer.ts';
import { listWorkingDocuments } from '#db/queries/workspace/list-documents.ts';
import { listKeptOffers } from '#db/queries/workspace/list-kept-offers.ts';
import { saveDraft } from '#db/queries/workspace/save-draft.ts';
import { diffDocuments, type FieldChange } from '#domain/transport/diff-documents.ts';
import type { FeedNotice } from '#domain/transport/feed-reading.ts';
import { updatedByFlex } from '#domain/transport/flex-documents.ts';
import { updatedByLine } from '#domain/transport/line-documents.ts';
import type { OfferKind } from '#domain/transport/offer.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { writeDraft } from './edit-draft.ts';
import { revisionTag } from './present-offer.ts';
import { type FileOffer, keptId, type OffersFile } from './read-offers-file.ts';
import { requireDraft } from './write-offer.ts';

/** `revision`: of the draft that would be changed; 0 for a new offer. */
export type ProposedOffer = {
  id: string;
  name: string;
  kind: OfferKind | null;
  state: 'new' | 'changed' | 'unchanged' | 'refused';
  revision: number;
  changes: FieldChange[];
  notices: FeedNotice[];
};

type Proposed = { offer: ProposedOffer; document: OfferDocument | null };

export const proposalKey = ({ id, revision }: Pick<ProposedOffer, 'id' | 'revision'>) =>
  `${id}@${revision}`;

/** `taken`: ids of the offers of others. */
export async function proposeOffers(
  tx: Database,
  { offers }: OffersFile,
  workspaceId: string,
  taken: ReadonlySet<string>,
): Promise<Proposed[]> {
  const held = new Map((await listWorkingDocuments(tx)).map((each) => [each.offer.id, each]));
  const kept = new Map((await listKeptOffers(tx)).map((each) => [each.id, each]));
  const proposed: Proposed[] = [];
  for (const given of offers) {
    const id = keptId(given.id, workspaceId, taken.has(given.id));
    const before = held.get(id) ?? null;
    const known = kept.get(id);
    const archived = known !== undefined && known.archivedAt !== null;
    const notices = archived ? [...given.notices, archivedNotice(given)] : given.notices;
    const document = archived ? null : documentFor(given, id, before);
    const changes = before !== null && document !== null ? diffDocuments(before, document) : [];
    const revision =
      before === null || known === undefined ? 0 : (await requireDraft(tx, known)).revision;
    const state =
      document === null
        ? 'refused'
        : before === null
          ? 'new'
          : changes.length === 0
            ? 'unchanged'
            : 'changed';
    const kind = document?.offer.kind ?? null;
    const name = document?.offer.name ?? given.name;
    proposed.push({ offer: { id, name, kind, state, revision, changes, notices }, document });
  }
  return proposed;
}

/** Ids of others that are free here are kept; none is published. Throws 412 when a draft moved meanwhile. */
export async function acceptOffers(
  tx: Database,
  act: Act & { actorId: string },
  proposed: readonly Proposed[],
  chosen: readonly string[],
): Promise<string[]> {
  const byKey = new Map(proposed.map((each) => [proposalKey(each.offer), each]));
  const written: string[] = [];
  for (const key of chosen) {
    const found = byKey.get(key);
    if (found === undefined) {
      throw new HttpRefusal('stale', `${key} is not what this file would change now: ask again.`);
    }
    const { offer, document } = found;
    if (document === null || offer.state === 'unchanged') continue;
    if (offer.state === 'new') await writeNew(tx, act, offer.id, document);
    else {
      const kept = await lockKeptOffer(tx, offer.id);
      await writeDraft(tx, act, kept, { sent: revisionTag(offer.revision), document });
    }
    written.push(offer.id);
  }
  return written;
}

export function takenIds(db: Database, { offers }: OffersFile, workspaceId: string) {
  return findTakenIds(
    db,
    offers.map(({ id }) => id),
    workspaceId,
  );
}

/** What a format leaves out is not taken away from an offer that is there. */
function documentFor(
  { document, isWhole }: FileOffer,
  id: string,
  before: OfferDocument | null,
): OfferDocument | null {
  if (document === null) return null;
  const named = { ...document, offer: { ...document.offer, id } };
  if (isWhole || before === null) return named;
  return named.timetable === null ? updatedByFlex(before, named) : updatedByLine(before, named);
}

async function writeNew(
  tx: Database,
  act: Act & { actorId: string },
  id: string,
  document: OfferDocument,
): Promise<void> {
  const { workspaceId, actorId, at } = act;
  await insertKeptOffer(tx, { id, workspaceId, createdAt: at });
  await saveDraft(tx, {
    offerId: id,
    workspaceId,
    document,
    revision: 1,
    basedOn: null,
    updatedAt: at,
    updatedBy: actorId,
  });
  const { name, kind } = document.offer;
  await recordOffer(tx, act, id, {
    action: 'created',
    isPublic: false,
    after: { name, kind, isImported: true, revision: 1, sha256: fingerprintOf(document) },
  });
}

function archivedNotice({ id }: FileOffer): FeedNotice {
  return {
    code: 'archived_offer',
    severity: 'error',
    file: '',
    line: null,
    field: null,
    value: id,
    reason: 'cette offre est archivée ici : sortez-la d’abord de l’archive',
  };
}
