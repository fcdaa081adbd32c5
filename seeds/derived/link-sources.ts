// How does a source whose records are linked to entries say again what it knows, without its file?

import type { Database } from '#db/database.ts';
import { stageAcceslibreClaims } from '#seeds/sources/acceslibre/claim-acceslibre.ts';
import { stageAmeliCentreClaims, stageAmeliClaims } from '#seeds/sources/ameli/claim-ameli.ts';

export type LinkedSource = {
  /** Fills `staged_claim` out of the source's own table and its links. */
  stageClaims: (tx: Database) => Promise<void>;
  /** The source's own table and its key. */
  table: string;
  key: string;
};

const LINKED_SOURCES: ReadonlyMap<string, LinkedSource> = new Map(
  Object.entries({
    ameli: { stageClaims: stageAmeliClaims, table: 'ameli_practice', key: 'key' },
    'ameli-centres': { stageClaims: stageAmeliCentreClaims, table: 'ameli_centre', key: 'finess' },
    acceslibre: { stageClaims: stageAcceslibreClaims, table: 'acceslibre_place', key: 'key' },
  }),
);

/** Undefined for a source that must read its file again. */
export const linkedSourceOf = (sourceId: string): LinkedSource | undefined =>
  LINKED_SOURCES.get(sourceId);
