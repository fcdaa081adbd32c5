// Which sources feed this instance, of what age, and by which command is each refreshed?

import type { Database } from '#db/database.ts';
import { type LastRuns, listLastRuns, type Run } from '#db/queries/about/list-last-runs.ts';
import {
  listTerritoryGroups,
  type TerritoryGroups,
} from '#db/queries/about/list-territory-groups.ts';
import { type ListedFeed, listFeeds } from '#db/queries/journey/list-feeds.ts';
import { editionState, type OfficialSource } from '#domain/official-source.ts';
import { dayNumber, type LocalDate, toMoment } from '#domain/time.ts';
import type { RegisteredSource } from '#seeds/pipeline/register.ts';

export type ListedRun = {
  importer: string;
  /** The run whose rows are served; null: none completed. */
  served: ServedRun | null;
  /** The last run, whatever came of it. */
  latest: { runId: number; status: Run['status']; startedAt: string; message: string | null };
  command: string;
};

export type ServedRun = {
  runId: number;
  fileName: string | null;
  sha256: string | null;
  /** Its own; null: that of its source, or not stated. */
  licence: string | null;
  importedOn: LocalDate;
  asOf: string | null;
  /** Since the import, or since the last time the same file was given. */
  ageDays: number;
  isOld: boolean;
  readCount: number;
  keptCount: number;
  rejectedCount: number;
  unchangedCount: number;
  durationMs: number | null;
  version: number;
  territories: readonly string[];
};

export type ListedSource = {
  official: OfficialSource;
  /** One for each word that belongs to the source. */
  commands: readonly string[];
  runs: readonly ListedRun[];
};

export type Listing = { sources: readonly ListedSource[]; feeds: readonly ListedFeed[] };

export async function listSources(
  db: Database,
  registered: readonly RegisteredSource[],
  now: Date,
): Promise<Listing> {
  const today = toMoment(now.getTime()).date;
  const runs = await listLastRuns(db);
  const groups = await listTerritoryGroups(db);
  const officials = [...new Set(registered.map(({ official }) => official))];
  return {
    sources: officials.map((official) => {
      const words = registered.filter((source) => source.official === official);
      return {
        official,
        commands: words.map((word) => commandOf(word, [], null)),
        runs: words.flatMap((word) => {
          const own = runs.filter(({ importer }) => importer.split(':', 1)[0] === word.name);
          const wholeTerritory = territoryCommandOf(own, groups);
          return own.map((last) => listedRun(last, word, today, wholeTerritory));
        }),
      };
    }),
    feeds: await listFeeds(db, today),
  };
}

/** `wholeTerritory`: the command in place of hundreds of codes. */
function listedRun(
  last: LastRuns,
  word: RegisteredSource,
  today: LocalDate,
  wholeTerritory: string | null,
): ListedRun {
  const { importer, served, latest } = last;
  const territories = territoriesOf(served ?? latest);
  const feedId = importer.includes(':') ? importer.slice(importer.indexOf(':') + 1) : null;
  return {
    importer,
    served: served === null ? null : servedRun(served, latest, word, today),
    latest: {
      runId: latest.id,
      status: latest.status,
      startedAt: latest.startedAt.toISOString(),
      message: latest.message,
    },
    command:
      territories.length > TYPED_CODES && wholeTerritory !== null
        ? wholeTerritory
        : commandOf(word, territories, feedId),
  };
}

function servedRun(
  run: Run,
  latest: Run,
  { official }: RegisteredSource,
  today: LocalDate,
): ServedRun {
  const checked = latest.status === 'unchanged' ? latest : run;
  const checkedOn = toMoment(checked.startedAt.getTime()).date;
  return {
    runId: run.id,
    fileName: run.fileName,
    sha256: run.sha256,
    licence: official.licence === null ? run.licence : null,
    importedOn: toMoment(run.startedAt.getTime()).date,
    asOf: run.asOf,
    ageDays: Math.max(0, dayNumber(today) - dayNumber(checkedOn)),
    isOld: editionState(official, { checkedOn, validTo: null }, today) === 'old',
    readCount: run.readCount,
    keptCount: run.keptCount,
    rejectedCount: run.rejectedCount,
    unchangedCount: run.unchangedCount,
    durationMs: run.durationMs,
    version: run.version,
    territories: territoriesOf(run),
  };
}

const territoriesOf = ({ territories }: Run): string[] =>
  territories.split(',').filter((code) => code !== '');

/** Nobody types so many codes: the command that loads a whole territory wrote them. */
const TYPED_CODES = 10;

/** The command that loads the groups whose communes are all among those of these runs; null: none are. */
function territoryCommandOf(
  runs: readonly LastRuns[],
  groups: readonly TerritoryGroups[],
): string | null {
  const codes = new Set(
    runs.flatMap(({ served, latest }) => {
      const own = territoriesOf(served ?? latest);
      return own.length > TYPED_CODES ? own : [];
    }),
  );
  const whole = groups.filter(({ insees }) => insees.every((insee) => codes.has(insee)));
  const sirens = [...new Set(whole.flatMap((group) => group.sirens))].sort();
  return sirens.length === 0 ? null : `npm run import -- territory ${sirens.join(' ')}`;
}

function commandOf(
  { name, defaultUrl, namesFeeds }: RegisteredSource,
  territories: readonly string[],
  feedId: string | null,
): string {
  return [
    `npm run import -- ${name}`,
    ...(defaultUrl === null ? ['FICHIER'] : []),
    ...(feedId === null || !namesFeeds ? [] : [`--feed ${feedId}`]),
    ...(territories.length === 0 ? [] : [`--territory ${territories.join(',')}`]),
  ].join(' ');
}
