// What happens when an organization marks an imported line: residents read it within seconds, the history keeps it.

import { randomBytes } from 'node:crypto';
import { staleRefusal } from '#api/http/if-match.ts';
import { HttpRefusal } from '#api/http/problem.ts';
import { type Act, dayOf, sourceOf } from '#api/runtime/public-offer.ts';
import { fingerprintOf } from '#api/runtime/tell-changes.ts';
import { announceOffers } from '#db/changed-channel.ts';
import type { Database } from '#db/database.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import type { Workspace } from '#db/queries/account/find-membership.ts';
import { findMarkTarget, type MarkTarget } from '#db/queries/transport/find-mark-target.ts';
import type { LineReach } from '#db/queries/transport/lines-in-reach.ts';
import { findOrganization } from '#db/queries/workspace/find-organization.ts';
import { listOverlays, type OverlayRow } from '#db/queries/workspace/list-overlays.ts';
import {
  deleteOverlay,
  insertOverlay,
  updateOverlay,
} from '#db/queries/workspace/write-overlay.ts';
import { AppError } from '#domain/error.ts';
import type { KeptMark, TripSign } from '#domain/transport/line-overlay.ts';
import {
  MOST_OVERLAYS,
  markOf,
  type NewOverlayBody,
  type OverlayView,
  type SaidOfLine,
  saidOf,
} from './overlay-body.ts';

type Ids = { overlayId: string; sent: string };

/** The lines that touch its territories, and those whose agency bears its name. */
export async function reachOf(db: Database, workspace: Workspace): Promise<LineReach> {
  const organization = await findOrganization(db, workspace.id);
  const provider = organization?.provider?.name;
  const names = [workspace.name, ...(provider === undefined ? [] : [provider])];
  return { territoryCodes: workspace.territoryCodes, names };
}

export function presentOverlay(row: OverlayRow): OverlayView {
  const { mark, note, shortName, longName, routeId, goneSince, isHeld, ...rest } = row;
  const said = saidOf(mark);
  return {
    ...rest,
    label: mark.label,
    lineName: routeId === null ? null : lineName({ shortName, longName }, routeId),
    routeId,
    mark: said,
    note,
    saidOn: mark.saidOn,
    applies: isHeld,
    goneSince: goneSince?.toISOString() ?? null,
    etag: `"${fingerprintOf({ said, note }).slice(0, 16)}"`,
  };
}

/** Throws `bad_request` for what no feed in use holds, 403 for a line out of reach, `conflict` when it is marked. */
export async function addOverlay(
  tx: Database,
  act: Act,
  reach: LineReach,
  { feedId, target, targetId, mark, note }: NewOverlayBody,
): Promise<OverlayView> {
  const found = await findMarkTarget(tx, reach, { feedId, target, targetId });
  if (found === null) throw unknownTarget(target, targetId, feedId);
  if (!found.isInReach) {
    const why =
      'This line neither serves the territory of the organization nor is run by it: it cannot mark it.';
    throw new HttpRefusal('not_allowed', why);
  }
  if ((await listOverlays(tx)).length >= MOST_OVERLAYS) {
    throw new AppError('conflict', `At most ${MOST_OVERLAYS} marks: take one away first.`);
  }
  const id = `marque-${randomBytes(6).toString('hex')}`;
  const kept = keptOf(act, mark, {
    label: labelOf(found, targetId),
    ...(target === 'trip' ? { trip: signOf(found) } : {}),
  });
  const added = await insertOverlay(tx, {
    id,
    workspaceId: act.workspaceId,
    feedId,
    target,
    targetId,
    mark: kept,
    note,
    createdAt: act.at,
    createdBy: act.actorId,
  });
  if (!added) {
    throw new AppError('conflict', 'The organization says something of it already: change that.');
  }
  const after = { feedId, target, targetId, label: kept.label, mark, note };
  await record(tx, act, id, { action: 'created', after });
  return requireOverlay(tx, id);
}

export async function changeOverlay(
  tx: Database,
  act: Act,
  { overlayId, sent }: Ids,
  { mark, note }: SaidOfLine,
): Promise<OverlayView> {
  const { row, held } = await requireUnchanged(tx, overlayId, sent);
  await updateOverlay(tx, overlayId, { mark: keptOf(act, mark, row.mark), note });
  const before = { label: held.label, mark: held.mark, note: held.note };
  const after = { label: held.label, mark, note };
  await record(tx, act, overlayId, { action: 'changed', before, after });
  return requireOverlay(tx, overlayId);
}

export async function removeOverlay(
  tx: Database,
  act: Act,
  { overlayId, sent }: Ids,
): Promise<void> {
  const { held } = await requireUnchanged(tx, overlayId, sent);
  const { feedId, target, targetId, label, mark, note } = held;
  await deleteOverlay(tx, overlayId);
  const before = { feedId, target, targetId, label, mark, note };
  await record(tx, act, overlayId, { action: 'removed', before });
}

/** Throws 404, and 412 with what is held when it is another state. */
async function requireUnchanged(tx: Database, id: string, sent: string) {
  const row = await requireRow(tx, id);
  const held = presentOverlay(row);
  if (sent !== held.etag) throw staleRefusal(sent, held.etag, held);
  return { row, held };
}

async function requireOverlay(tx: Database, id: string): Promise<OverlayView> {
  return presentOverlay(await requireRow(tx, id));
}

async function requireRow(tx: Database, id: string): Promise<OverlayRow> {
  const [row] = await listOverlays(tx, id);
  if (row === undefined) throw new AppError('not_found', 'No such mark in this workspace.');
  return row;
}

/** `about`: how the target was named, and what tells a trip from others. */
function keptOf(
  act: Act,
  mark: SaidOfLine['mark'],
  { label, trip }: Pick<KeptMark, 'label' | 'trip'>,
): KeptMark {
  const saidOn = dayOf(act.at);
  const said = markOf(mark, sourceOf(act.workspaceId), saidOn);
  return { ...said, label, saidOn, ...(trip === undefined ? {} : { trip }) };
}

function signOf({ routeId, headsign, tripNumber, departSeconds }: MarkTarget): TripSign {
  return { routeId, headsign, shortName: tripNumber, departSeconds };
}

function lineName(
  { shortName, longName }: Pick<MarkTarget, 'shortName' | 'longName'>,
  routeId: string,
): string {
  const names = [shortName, longName].filter((name) => name !== null && name !== '');
  return names.length === 0 ? routeId : names.join(' · ');
}

/** A line, a stop, or a trip by its hour and where it goes. */
function labelOf(found: MarkTarget, targetId: string): string {
  if (found.stopName !== null) return found.stopName;
  const { departSeconds, headsign } = found;
  const name = lineName(found, targetId);
  if (departSeconds === null) return headsign === null ? name : `${name} → ${headsign}`;
  const minutes = Math.floor(departSeconds / 60);
  const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return `${name}, ${clock}${headsign === null ? '' : ` → ${headsign}`}`;
}

function unknownTarget(target: string, received: string, feedId: string): AppError {
  const expected = `a ${target} that the timetable « ${feedId} » in use holds`;
  const told = `targetId: expected ${expected}, received ${JSON.stringify(received)}`;
  return new AppError('bad_request', told, {
    details: [{ field: 'targetId', expected, received }],
  });
}

/** In the history, then told to whoever answers residents. */
async function record(
  tx: Database,
  act: Act,
  subjectId: string,
  change: { action: string; before?: unknown; after?: unknown },
): Promise<void> {
  const number = await appendAudit(tx, { ...act, ...change, subjectKind: 'overlay', subjectId });
  await announceOffers(tx, { number, offerIds: [] });
}
