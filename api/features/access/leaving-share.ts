// Which share of the care of a territory rests on people who told an organization that they leave?

import { loadAccessInputs } from '#api/runtime/access-inputs.ts';
import { readPairs } from '#api/runtime/access-matrix.ts';
import type { Stores } from '#api/runtime/stores.ts';
import type { Database, DatabaseHandle } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { findMatrix } from '#db/queries/access/find-matrix.ts';
import { findResultMark } from '#db/queries/access/find-result-mark.ts';
import { listDepartures } from '#db/queries/access/list-departures.ts';
import { APL_PARAMETERS } from '#domain/access/apl-parameters.ts';
import { decayTable } from '#domain/access/decay.ts';
import {
  type CommuneShare,
  gpLeavingShares,
  type LeavingQuestion,
  type Share,
} from '#domain/access/leaving-share.ts';
import { AppError } from '#domain/error.ts';

export type LeavingDeps = {
  database: Pick<DatabaseHandle, 'db'>;
  stores: Pick<Stores, 'planner'>;
};

export type LeavingAnswer = {
  territory: string;
  /** Departures up to its end. */
  year: number;
  noted: number;
  counted: number;
  elsewhere: number;
  /** When the last of them was noted; null: none is. */
  notedAt: string | null;
  whole: Share;
  communes: readonly CommuneShare[];
};

export type LeavingReader = (of: {
  workspaceId: string;
  territory: string;
  year: number;
}) => Promise<LeavingAnswer>;

/** Throws `unavailable` while times are being computed; nothing is reckoned when nobody leaves. */
export function createLeavingReader(deps: LeavingDeps): LeavingReader {
  const { db } = deps.database;
  const groundOf = keepGrounds(deps);
  return async ({ workspaceId, territory, year }) => {
    const stored = await inWorkspace(db, workspaceId, (tx) => listDepartures(tx));
    const departures = stored.filter(({ leavesOn }) => Number(leavesOn.slice(0, 4)) <= year);
    const told = {
      ...{ territory, year, noted: departures.length },
      notedAt: lastOf(departures.map(({ notedAt }) => notedAt)),
    };
    if (departures.length === 0) {
      return {
        ...{ ...told, counted: 0, elsewhere: 0 },
        ...{ whole: { value: null, state: 'unknown' }, communes: [] },
      };
    }
    const shares = gpLeavingShares({ ...(await groundOf(territory)), departures });
    const { counted, elsewhere, communes } = shares;
    return { ...told, counted, elsewhere, whole: shares.territory, communes };
  };
}

type LeavingGround = Omit<LeavingQuestion, 'departures'>;

/** Territories whose ground is kept in a process. */
const MOST_KEPT = 4;

/** The public part, which stays what it was as long as the figures of the territory do. */
function keepGrounds({ database: { db }, stores }: LeavingDeps) {
  const kept = new Map<string, LeavingGround>();
  return async (territory: string): Promise<LeavingGround> => {
    const mark = await findResultMark(db, territory);
    const key = `${territory} ${mark?.fingerprint ?? ''}`;
    const held = kept.get(key) ?? (await loadLeavingGround(db, stores, territory));
    kept.delete(key);
    if (mark !== null) kept.set(key, held);
    for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old);
    return held;
  };
}

async function loadLeavingGround(
  db: Database,
  stores: LeavingDeps['stores'],
  territory: string,
): Promise<LeavingGround> {
  const inputs = await loadAccessInputs(db, territory, stores.planner.parts()?.roads ?? null);
  const { ground, places, car } = inputs;
  const sites = ground.sites.filter(({ heads }) => (heads.gp ?? 0) > 0);
  const matrixId = await findMatrix(db, car.shape);
  const ids = sites.map(({ id }) => id);
  const pairs = matrixId === null ? null : await readPairs(db, matrixId, car, ids);
  if (pairs === null) {
    throw new AppError('unavailable', `The times of ${territory} are being computed.`);
  }
  const table = decayTable(APL_PARAMETERS.gp.decay.value);
  return { communes: ground.communes, places, sites, pairs, table };
}

function lastOf(moments: readonly Date[]): string | null {
  const last = moments.toSorted((a, b) => b.getTime() - a.getTime())[0];
  return last?.toISOString() ?? null;
}
