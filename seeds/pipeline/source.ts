// What a source of data must say so that every import runs alike: stage, check, swap, in one transaction.

import type { Readable } from 'node:stream';
import type { BulkTransaction, Database } from '#db/database.ts';
import type { IncomingTables } from '#db/queries/directory/incoming-tables.ts';
import type { PartialDate, Source } from '#domain/provenance.ts';
import type { ImportLimits } from '#seeds/pipeline/import-limits.ts';

/** The file as given: `name` is what the person typed, `sha256` is hexadecimal. */
export type ImportFile = {
  name: string;
  byteCount: number;
  sha256: string;
  /** Where it stands on this machine; null for bytes held in memory. */
  path: string | null;
  /** Its bytes from the first, compressed as given. */
  open: () => Readable;
  /** The day its server says it was last changed: the date of the data when nothing better says it. */
  modifiedOn?: string;
  /** What opening it may take; the defaults when left out. */
  limits?: ImportLimits;
  /** The files it gathers, for sources that take several; `open` gives the first alone. */
  parts?: readonly ImportFile[];
};

/** A row that cannot be used: where it stands, what it held, why it is refused. */
export type Reject = {
  /** File inside an archive; null: the file given. */
  file?: string | null;
  /** 1-based line of a table, or position of a feature in a collection. */
  line: number | null;
  column: string | null;
  value: string | null;
  reason: string;
};

/** What was understood of the file: `readCount` = kept + refused + left out on purpose. */
export type Staged<Read> = {
  read: Read;
  readCount: number;
  keptCount: number;
  /** The date the data speaks of, written in `source` and in the ledger. */
  asOf: PartialDate | null;
  validFrom: string | null;
  validTo: string | null;
};

/** A condition the staged data must meet before anything visible changes. `--accept GUARD` waives it. */
export type Check = { guard: string; label: string; passed: boolean; detail: string };

export type ImportOptions = {
  /** Only what belongs to these territories; empty: everything. */
  territoryCodes: readonly string[];
  /** Which feed the file is a version of, for sources that keep several; null: the source decides. */
  feedId: string | null;
  /** The date of the data when the file does not say it. */
  asOf: PartialDate | null;
  /** Guards waived for this run. */
  accept: readonly string[];
  /** What whoever publishes this file says of it, for sources whose files each have their own licence. */
  published?: { licence: string | null; page: string | null };
  /** The time of the run. */
  now: Date;
  onProgress: (progress: Progress) => void;
};

/** `done` and `total` in any one unit (bytes, rows); null total: unknown. */
export type Progress = { step: string; done?: number; total?: number | null };

export type ImportContext = ImportOptions & {
  file: ImportFile;
  bulk: BulkTransaction;
  /** The database within the transaction: `bulk.db`. */
  tx: Database;
  /** Where tables are filled whole, to take the places of those readers see. */
  incoming: IncomingTables<BulkTransaction>;
  /** Row of `source` the facts of this run refer to. */
  sourceId: string;
  /** Counts and keeps a refused row. */
  reject: (reject: Reject) => void;
  rejectedCount: () => number;
};

/** Rows written, by table or by thing, in the words of the summary; rows found as they were. */
export type Swapped = {
  counts: Readonly<Record<string, number>>;
  unchangedCount: number;
  /** True: details were made with their entries, each in a known commune: none is to be looked for. */
  isSound?: boolean;
};

export type GuardBounds = {
  /** Refused rows, of those kept or refused; 20 when left out. */
  mostRejectsPercent?: number;
  /** Change of the number of rows kept since the last run; 20 when left out, null: any. */
  mostChangePercent?: number | null;
};

export type ImportSource<Read = null> = {
  /** The word of `npm run import -- WORD`. */
  name: string;
  /** What the file must be, for messages: « un fichier GeoJSON … ». */
  expects: string;
  /** Raise it when the same file becomes other rows. */
  version: number;
  /** Sources that keep one edition per feed answer its id; others leave it out. */
  feedOf?: (file: ImportFile, options: ImportOptions) => string;
  /** The ledger's and the interface's description of the origin; its date comes from the file. */
  source: (file: ImportFile, options: ImportOptions) => Omit<Source, 'date'>;
  /**
   * Reads the file into temporary or versioned tables: nothing a reader sees may change here. Throws
   * AppError('bad_import') naming file, line and column when the file is of the wrong kind.
   */
  stage: (context: ImportContext) => Promise<Staged<Read>>;
  check: (context: ImportContext, staged: Staged<Read>) => Promise<readonly Check[]>;
  /** Makes the staged rows the visible ones. Runs in the transaction of `stage` and `check`. */
  swap: (context: ImportContext, staged: Staged<Read>) => Promise<Swapped>;
  /** Other bounds for the guards every import has: `rejets`, `nombre`. */
  guards?: GuardBounds;
  /** True: what the search reads is made again after the swap, in the same transaction. */
  changesDirectory?: boolean;
};
