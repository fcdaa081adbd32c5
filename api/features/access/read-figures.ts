// What was computed of a territory, read once in a process and kept until something newer is there?

import type { Database, DatabaseHandle } from '#db/database.ts';
import { type AccessResult, findResult } from '#db/queries/access/find-result.ts';
import { findResultMark } from '#db/queries/access/find-result-mark.ts';
import { listDepartementApl } from '#db/queries/access/list-departement-apl.ts';
import { listOlderResults } from '#db/queries/access/list-older-results.ts';
import { listPublished, type PublishedValue } from '#db/queries/access/list-published.ts';
import { type ChangeSince, changeSince } from '#domain/access/change-since.ts';
import { type DepartementMean, departementMean } from '#domain/access/departement-mean.ts';
import { departementOf } from '#domain/directory/finess-point.ts';
import { AppError } from '#domain/error.ts';

export type ReadFigures = AccessResult & {
  /** What DREES publishes of its communes. */
  published: readonly PublishedValue[];
  /** What DREES publishes of its départements, where it can be said of them; that of most people first. */
  departements: readonly DepartementMean[];
  /** What changed since the data were other, and when those were computed; null: nothing, or not kept. */
  change: (ChangeSince & { since: string }) | null;
};

export type FiguresReader = {
  /** Null: nothing was computed yet. */
  find: (territoryCode: string) => Promise<ReadFigures | null>;
  /** Throws `unavailable` when nothing was computed yet. */
  get: (territoryCode: string) => Promise<ReadFigures>;
};

/** The newest result is asked for at each reading; its figures only when it is another. */
export function createFiguresReader({ db }: Pick<DatabaseHandle, 'db'>): FiguresReader {
  const kept = new Map<string, ReadFigures>();

  async function find(territoryCode: string): Promise<ReadFigures | null> {
    const mark = await findResultMark(db, territoryCode);
    if (mark === null) return null;
    const held = kept.get(territoryCode);
    if (
      held?.fingerprint === mark.fingerprint &&
      held.computedAt.getTime() === mark.computedAt.getTime()
    ) {
      return held;
    }
    const result = await findResult(db, territoryCode);
    if (result === null) return null;
    const { places } = result.figures;
    const insees = places.map(({ insee }) => insee);
    const published = await listPublished(db, insees);
    const departements = await readDepartements(db, places);
    const change = await readChange(db, territoryCode, result);
    const read = { ...result, published, departements, change };
    kept.set(territoryCode, read);
    return read;
  }

  return {
    find,
    async get(territoryCode) {
      const found = await find(territoryCode);
      if (found !== null) return found;
      throw new AppError(
        'unavailable',
        `The figures of ${territoryCode} are being computed; see its job in /api/access/${territoryCode}.`,
      );
    },
  };
}

async function readChange(
  db: Database,
  territoryCode: string,
  now: AccessResult,
): Promise<ReadFigures['change']> {
  const found = changeSince(now, await listOlderResults(db, territoryCode));
  if (found === null) return null;
  return { ...found.change, since: found.before.computedAt.toISOString() };
}

async function readDepartements(
  db: Database,
  places: AccessResult['figures']['places'],
): Promise<DepartementMean[]> {
  const people = new Map<string, number>();
  for (const { insee, population } of places) {
    const code = departementOf(insee);
    if (code !== null) people.set(code, (people.get(code) ?? 0) + population);
  }
  const codes = [...people.keys()].toSorted(
    (a, b) => (people.get(b) ?? 0) - (people.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const told = await listDepartementApl(db, codes);
  return codes.flatMap((code) => departementMean(told.find((each) => each.code === code)) ?? []);
}
