// What a source of data must say so that every import runs alike: read, parse, stage, check, swap.

import type { Database } from '#db/database.ts';
import type { PartialDate, Source } from '#domain/provenance.ts';

/** The file as given: `name` is what the person typed, `sha256` is hexadecimal. */
export type ImportFile = { name: string; bytes: Uint8Array; sha256: string };

/** A row that cannot be used: where it stands, what it held, why it is refused. */
export type Reject = {
  /** 1-based line of a table, or position of a feature in a collection. */
  line: number | null;
  column: string | null;
  value: string | null;
  reason: string;
};

/** What was understood of the file; `readCount` = rows kept + rows refused. */
export type Parsed<Rows> = {
  rows: Rows;
  readCount: number;
  rejects: readonly Reject[];
  /** The date the data speaks of, written in `source` and in the ledger. */
  asOf: PartialDate | null;
  validFrom: string | null;
  validTo: string | null;
};

/** A condition the staged data must meet before anything visible changes. */
export type Check = { label: string; passed: boolean; detail: string };

export type ImportOptions = {
  /** Only what belongs to these territories; empty: everything. */
  territoryCodes: readonly string[];
  /** Which feed the file is a version of, for sources that keep several; null: the source decides. */
  feedId: string | null;
  /** The date of the data when the file does not say it. */
  asOf: PartialDate | null;
  /** The time of the run. */
  now: Date;
  onProgress: (message: string) => void;
};

/** Rows written, by table or by thing, in the words of the summary. */
export type ImportCounts = Readonly<Record<string, number>>;

export type ImportSource<Rows> = {
  /** The word of `npm run import -- WORD`. */
  name: string;
  /** What the file must be, for messages: « un fichier GeoJSON … ». */
  expects: string;
  /** Sources that keep one edition per feed answer its id; others leave it out. */
  feedOf?: (file: ImportFile, options: ImportOptions) => string;
  /** The ledger's and the interface's description of the origin; its date comes from the file. */
  source: (file: ImportFile) => Omit<Source, 'date'>;
  /** Reads the bytes; throws AppError('bad_import') when the file is of the wrong kind. */
  parse: (file: ImportFile, db: Database, options: ImportOptions) => Promise<Parsed<Rows>>;
  /** Writes into temporary or versioned tables: nothing a reader sees may change here. */
  stage: (tx: Database, parsed: Parsed<Rows>, options: ImportOptions) => Promise<void>;
  check: (tx: Database, parsed: Parsed<Rows>, options: ImportOptions) => Promise<readonly Check[]>;
  /** Makes the staged rows the visible ones. Runs in the transaction of `stage` and `check`. */
  swap: (tx: Database, parsed: Parsed<Rows>, options: ImportOptions) => Promise<ImportCounts>;
};
