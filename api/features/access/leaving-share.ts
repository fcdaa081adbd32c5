// Which share of the care of a territory rests on people who told an organization that they leave?

import { loadAccessInputs } from '#api/runtime/access-inputs.ts';
import { readPairs } from '#api/runtime/access-matrix.ts';
import type { Stores } from '#api/runtime/stores.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { findMatrix } from '#db/queries/access/find-matrix.ts';
import { listDepartures } from '#db/queries/access/list-departures.ts';
import { APL_PARAMETERS } from '#domain/access/apl-parameters.ts';
import { decayTable } from '#domain/access/decay.ts';
import { type CommuneShare, gpLeavingShares, type Share } from '#domain/access/leaving-share.ts';
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

/** Throws `unavailable` while times are being computed; nothing is reckoned when nobody leaves. */
export async function readLeavingShare(
  { database: { db }, stores }: LeavingDeps,
  of: { workspaceId: string; territory: string; year: number },
): Promise<LeavingAnswer> {
  const { workspaceId, territory, year } = of;
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
  const { communes } = ground;
  const shares = gpLeavingShares({ communes, places, sites, pairs, table, departures });
  const { counted, elsewhere } = shares;
  return {
    ...{ ...told, counted, elsewhere },
    ...{ whole: shares.territory, communes: shares.communes },
  };
}

function lastOf(moments: readonly Date[]): string | null {
  const last = moments.toSorted((a, b) => b.getTime() - a.getTime())[0];
  return last?.toISOString() ?? null;
}
