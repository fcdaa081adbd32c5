// What does an archive somebody uploads say of on-demand offers, and which line of which file is wrong?

import { AppError } from '#domain/error.ts';
import { SIDECAR_FILE } from '#domain/transport/export-gtfs/offers-sidecar.ts';
import type { FeedNotice, FeedReading } from '#domain/transport/feed-reading.ts';
import type { ImportLimits } from '#seeds/pipeline/import-limits.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { type FeedArchive, openFeedArchive } from '#seeds/sources/gtfs/archive.ts';
import type { FeedLog } from '#seeds/sources/gtfs/feed-log.ts';
import { type GtfsReject, isOnlyTold } from '#seeds/sources/gtfs/notice.ts';
import { requireTables } from '#seeds/sources/gtfs/require-tables.ts';
import { checkPlaces } from '#seeds/sources/gtfs-flex/check-flex.ts';
import { FLEX_FILES, readFlex } from '#seeds/sources/gtfs-flex/read-flex.ts';
import { readLineNetwork } from '#seeds/sources/gtfs-flex/read-line-network.ts';

/** Of a file sent by a person, smaller than those of an operator. */
const LIMITS: ImportLimits = { totalBytes: 500_000_000, ratio: 200, entries: 60 };
const MOST_SIDECAR_BYTES = 50_000_000;
const MOST_NOTICES = 200;
const MANDATORY = ['agency.txt', 'routes.txt', 'trips.txt', 'stop_times.txt'];
const READABLE = [...FLEX_FILES, SIDECAR_FILE];

/** Sees each refusal of a row; a stop nobody can place stops nothing here. */
export async function readOfferFile(name: string, bytes: Uint8Array): Promise<FeedReading> {
  const notices: FeedNotice[] = [];
  try {
    const file = { ...memoryFile(name, bytes), limits: LIMITS };
    const archive = await openFeedArchive(file, READABLE);
    try {
      return await readArchive(archive, notices);
    } finally {
      archive.close();
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'bad_import') throw error;
    return { ...NOTHING, notices: [...notices, noticeOfFailure(name, error.message)] };
  }
}

const NOTHING: FeedReading = {
  model: null,
  network: null,
  validity: null,
  version: null,
  lines: new Map(),
  sidecar: null,
  ignored: [],
  notices: [],
};

async function readArchive(archive: FeedArchive, notices: FeedNotice[]): Promise<FeedReading> {
  const { ignored } = archive;
  if (archive.sizes.has(SIDECAR_FILE)) {
    const sidecar = await readSidecar(archive);
    return { ...NOTHING, sidecar, ignored, notices };
  }
  requireTables([...archive.sizes.keys()], MANDATORY);
  let left = 0;
  const told = new Set<string>();
  const log: FeedLog = {
    refuse: (reject) => {
      // Tables are read for what is on demand, then for lines: a fault of both is told once.
      const key = [reject.file, reject.line, reject.code, reject.column].join(' ');
      if (told.has(key)) return;
      told.add(key);
      if (notices.length < MOST_NOTICES) notices.push(noticeOf(reject));
      else left += 1;
    },
    addRead: () => undefined,
    readCount: () => 0,
    firstFault: () => '',
  };
  const { model, validity, version, lines } = await readFlex(archive, log);
  const abroad = checkPlaces(model.places);
  if (!abroad.passed) {
    notices.push({
      code: 'point_outside_france',
      severity: 'warning',
      file: 'locations.geojson',
      line: null,
      field: null,
      value: null,
      reason: abroad.detail,
    });
  }
  if (left > 0)
    notices.push(plain('too_many_notices', `${left} autres défauts ne sont pas listés`));
  const isEmpty = model.trips.length === 0;
  const network = await readLineNetwork(archive, log);
  const hasLines = network.calls.length > 0;
  if (isEmpty && !hasLines && notices.every(({ severity }) => severity !== 'error')) {
    const reason = 'aucun trajet : ni zone, ni plage, ni heure de passage dans stop_times.txt';
    notices.push({ ...plain('no_trip', reason), file: 'stop_times.txt' });
  }
  return {
    model: isEmpty ? null : model,
    network: hasLines ? network : null,
    validity,
    version,
    lines,
    sidecar: null,
    ignored,
    notices,
  };
}

async function readSidecar(archive: FeedArchive): Promise<string> {
  if ((archive.sizes.get(SIDECAR_FILE) ?? 0) > MOST_SIDECAR_BYTES) {
    throw new AppError('bad_import', `« ${SIDECAR_FILE} » : plus de ${MOST_SIDECAR_BYTES} octets.`);
  }
  const pieces: string[] = [];
  for await (const piece of archive.read(SIDECAR_FILE)) pieces.push(piece);
  return pieces.join('');
}

function noticeOf({ code, file, line, column, value, reason }: GtfsReject): FeedNotice {
  const severity = file === 'stops.txt' || isOnlyTold(code) ? 'warning' : 'error';
  return { code, severity, file, line, field: column, value: value?.slice(0, 200) ?? null, reason };
}

function plain(code: string, reason: string): FeedNotice {
  return { code, severity: 'error', file: '', line: null, field: null, value: null, reason };
}

/** Sentences of the readers name the file first, and the code last, between brackets. */
function noticeOfFailure(archive: string, sentence: string): FeedNotice {
  const [, codes] = /\[([a-z_, ]+)\]\.?$/.exec(sentence) ?? [];
  const [, named] = /^«? ?([\w.-]+\.(?:txt|geojson|json))/.exec(sentence) ?? [];
  const [, line] = /ligne (\d+)/.exec(sentence) ?? [];
  return {
    ...plain(codes?.split(', ')[0] ?? 'unreadable_archive', sentence.replace(/ \[[a-z_, ]+\]/, '')),
    file: named ?? archive,
    line: line === undefined ? null : Number(line),
  };
}
