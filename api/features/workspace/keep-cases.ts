// What happens to the trips an organization replays: added, said otherwise, thrown away; each in the history.

import { createHash, randomBytes } from 'node:crypto';
import { staleRefusal } from '#api/http/if-match.ts';
import type { Act } from '#api/runtime/public-offer.ts';
import type { Database } from '#db/database.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { deleteCase } from '#db/queries/workspace/delete-case.ts';
import { findCase } from '#db/queries/workspace/find-case.ts';
import { insertCase } from '#db/queries/workspace/insert-case.ts';
import { listCases, type StoredCase } from '#db/queries/workspace/list-cases.ts';
import type { CaseEnds } from '#db/queries/workspace/name-case-ends.ts';
import { updateCase } from '#db/queries/workspace/update-case.ts';
import { AppError, type FieldFault } from '#domain/error.ts';
import type { CaseView, OfferCase } from '#domain/transport/offer-case.ts';
import { MOST_CASES } from './case-body.ts';

type Said = { label: string; subject: OfferCase };

export function presentCase(stored: StoredCase, { homes, care }: CaseEnds): CaseView {
  const { id, label, subject } = stored;
  return {
    id,
    label,
    subject,
    homeName: homes.get(subject.homeInsee)?.name ?? null,
    careName: care.get(subject.entryId)?.name ?? null,
    etag: caseTag(stored),
  };
}

/** Throws `bad_request` for a home or a place of care nobody knows. */
export function refuseUnknownEnds({ homeInsee, entryId }: OfferCase, ends: CaseEnds): void {
  const faults: FieldFault[] = [];
  if (!ends.homes.has(homeInsee)) {
    const field = 'subject.homeInsee';
    faults.push({ field, expected: 'the code of a commune that is known', received: homeInsee });
  }
  if (!ends.care.has(entryId)) {
    const field = 'subject.entryId';
    faults.push({ field, expected: 'the id of an entry of the directory', received: entryId });
  }
  if (faults.length === 0) return;
  const told = faults.map(({ field, expected }) => `${field}: expected ${expected}`).join(' · ');
  throw new AppError('bad_request', told, { details: faults });
}

/** Throws `conflict` when there are as many as can be replayed. */
export async function addCase(tx: Database, act: Act, said: Said): Promise<StoredCase> {
  const known = await listCases(tx);
  if (known.length >= MOST_CASES) {
    throw new AppError('conflict', `At most ${MOST_CASES} cases: throw one away first.`);
  }
  const id = `cas-${randomBytes(6).toString('hex')}`;
  const stored = { id, position: (known.at(-1)?.position ?? 0) + 1, ...said };
  await insertCase(tx, { ...stored, workspaceId: act.workspaceId, createdAt: act.at });
  await record(tx, act, id, { action: 'created', after: { label: said.label } });
  return stored;
}

export async function changeCase(
  tx: Database,
  act: Act,
  { caseId, sent }: { caseId: string; sent: string },
  said: Said,
): Promise<StoredCase> {
  const held = await requireCase(tx, caseId, sent);
  await updateCase(tx, caseId, said);
  const [before, after] = [{ label: held.label }, { label: said.label }];
  await record(tx, act, caseId, { action: 'changed', before, after });
  return { ...held, ...said };
}

export async function removeCase(
  tx: Database,
  act: Act,
  { caseId, sent }: { caseId: string; sent: string },
): Promise<void> {
  const held = await requireCase(tx, caseId, sent);
  await deleteCase(tx, caseId);
  await record(tx, act, caseId, { action: 'removed', before: { label: held.label } });
}

/** Throws 404, and 412 with the case held when it is another state. */
async function requireCase(tx: Database, caseId: string, sent: string): Promise<StoredCase> {
  const held = await findCase(tx, caseId);
  if (held === null) throw new AppError('not_found', 'No such case in this workspace.');
  const tag = caseTag(held);
  if (sent !== tag) {
    const { id, label, subject } = held;
    throw staleRefusal(sent, tag, { id, label, subject, etag: tag });
  }
  return held;
}

function caseTag({ label, subject }: StoredCase): string {
  // The database keeps no order of fields.
  const { homeInsee, entryId, weekday, minute, lengthMinutes, profile, needs } = subject;
  const said = Object.entries(profile).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const state = [label, homeInsee, entryId, weekday, minute, lengthMinutes, said, needs];
  const text = createHash('sha256').update(JSON.stringify(state)).digest('base64url');
  return `"${text.slice(0, 16)}"`;
}

async function record(
  tx: Database,
  act: Act,
  caseId: string,
  change: { action: string; before?: unknown; after?: unknown },
): Promise<void> {
  await appendAudit(tx, { ...act, ...change, subjectKind: 'case', subjectId: caseId });
}
