// What happens to the scenarios an organization keeps: kept, written otherwise, thrown away; each in the history.

import { randomBytes } from 'node:crypto';
import { refuseStale } from '#api/http/if-match.ts';
import type { Act } from '#api/runtime/public-offer.ts';
import type { Database } from '#db/database.ts';
import {
  findScenario,
  listScenarios,
  type StoredScenario,
} from '#db/queries/access/list-scenarios.ts';
import {
  deleteScenario,
  insertScenario,
  updateScenario,
} from '#db/queries/access/write-scenario.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import type { KeptScenario } from '#domain/access/kept-scenario.ts';
import { AppError } from '#domain/error.ts';
import { MOST_SCENARIOS } from './kept-contract.ts';

type Said = Pick<StoredScenario, 'name' | 'territoryCode' | 'changes' | 'vintage'>;
type Which = { scenarioId: string; sent: string };

export function presentScenario({ version, updatedAt, ...stored }: StoredScenario): KeptScenario {
  return { ...stored, updatedAt: updatedAt.toISOString(), etag: `"${version}"` };
}

/** Throws `conflict` when there are as many as one keeps. */
export async function addScenario(tx: Database, act: Act, said: Said): Promise<KeptScenario> {
  const known = await listScenarios(tx);
  if (known.length >= MOST_SCENARIOS) {
    throw new AppError('conflict', `At most ${MOST_SCENARIOS} scenarios: throw one away first.`);
  }
  const id = `scenario-${randomBytes(6).toString('hex')}`;
  const stored = { id, ...said, version: 1, updatedAt: act.at };
  await insertScenario(tx, { ...stored, workspaceId: act.workspaceId, createdBy: act.actorId });
  await record(tx, act, id, { action: 'created', after: { name: said.name } });
  return presentScenario(stored);
}

export async function changeScenario(
  tx: Database,
  act: Act,
  { scenarioId, sent }: Which,
  said: Said,
): Promise<KeptScenario> {
  const held = await requireScenario(tx, scenarioId, sent);
  await updateScenario(tx, scenarioId, { ...said, updatedAt: act.at });
  const [before, after] = [{ name: held.name }, { name: said.name }];
  await record(tx, act, scenarioId, { action: 'changed', before, after });
  return presentScenario({ ...held, ...said, version: held.version + 1, updatedAt: act.at });
}

export async function removeScenario(
  tx: Database,
  act: Act,
  { scenarioId, sent }: Which,
): Promise<void> {
  const held = await requireScenario(tx, scenarioId, sent);
  await deleteScenario(tx, scenarioId);
  await record(tx, act, scenarioId, { action: 'removed', before: { name: held.name } });
}

/** Throws 404, and 412 with the scenario held when it is another state. */
async function requireScenario(tx: Database, id: string, sent: string): Promise<StoredScenario> {
  const held = await findScenario(tx, id);
  if (held === null) throw new AppError('not_found', 'No such scenario in this workspace.');
  const shown = presentScenario(held);
  refuseStale(sent, shown.etag, shown);
  return held;
}

async function record(
  tx: Database,
  act: Act,
  subjectId: string,
  change: { action: string; before?: unknown; after?: unknown },
): Promise<void> {
  await appendAudit(tx, { ...act, ...change, subjectKind: 'scenario', subjectId });
}
