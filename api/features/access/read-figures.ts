// What was computed of a territory, read once in a process and kept until something newer is there?

import type { DatabaseHandle } from '#db/database.ts';
import { type AccessResult, findResult } from '#db/queries/access/find-result.ts';
import { findResultMark } from '#db/queries/access/find-result-mark.ts';
import { listPublished, type PublishedValue } from '#db/queries/access/list-published.ts';
import { AppError } from '#domain/error.ts';

export type ReadFigures = AccessResult & {
  /** What DREES publishes of its communes. */
  published: readonly PublishedValue[];
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
    const insees = result.figures.places.map(({ insee }) => insee);
    const read = { ...result, published: await listPublished(db, insees) };
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
