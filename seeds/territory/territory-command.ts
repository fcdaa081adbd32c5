// `npm run import -- territory SIREN…`: every open source for these groups of communes and for what
// lies within forty minutes around them, from the producers' own addresses.

import type { DatabaseHandle } from '#db/database.ts';
import { AppError } from '#domain/error.ts';
import { announceChange } from '#seeds/pipeline/announce-change.ts';
import { download } from '#seeds/pipeline/download.ts';
import type { ImportSettings } from '#seeds/pipeline/import-settings.ts';
import { type Output, showProgress } from '#seeds/pipeline/progress.ts';
import type { RegisteredSource } from '#seeds/pipeline/register.ts';
import { describeImport } from '#seeds/pipeline/report.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';
import {
  ALL_CENTRES_URL,
  addressesUrl,
  communesOfDepartementUrl,
  communesOfEpciUrl,
  roadsUrl,
} from '#seeds/territory/official-addresses.ts';
import {
  departementsOf,
  findHalo,
  type Member,
  type MemberOfEpci,
  readMembers,
} from '#seeds/territory/read-territory.ts';
import { writeTerritory } from '#seeds/territory/write-territory.ts';

const HALO_MINUTES = 40;

const USAGE = `Utilisation : npm run import -- territory SIREN [SIREN…]
  SIREN : numéro à neuf chiffres d’une communauté de communes ou d’agglomération (EPCI).`;

/** One file to load: of which source, from where. `feedId`: one edition by département. */
type Load = { source: RegisteredSource; url: string; feedId: string | null; only: string[] };

export type TerritoryDeps = {
  sources: readonly RegisteredSource[];
  settings: ImportSettings;
  output?: Output;
  now?: () => Date;
};

/** Answers false when a file could not be had or was refused; the others are loaded all the same. */
export async function territoryCommand(
  handle: DatabaseHandle,
  words: readonly string[],
  deps: TerritoryDeps,
): Promise<boolean> {
  const { output = process.stdout, sources } = deps;
  const wrong = words.find((word) => !/^\d{9}$/.test(word));
  if (words.length === 0 || wrong !== undefined) {
    const received = wrong === undefined ? '' : ` Reçu : « ${wrong} ».`;
    throw new AppError('bad_request', `Neuf chiffres attendus.${received}\n\n${USAGE}`);
  }
  const say = (text: string) => output.write(`${text}\n`);
  const scope = await readScope(words, deps).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'unavailable') throw error;
    say(offlineWords(sources));
    return null;
  });
  if (scope === null) return false;
  const { members, halo } = scope;
  const all = [...members, ...halo];
  say(`${members.length} communes, et ${halo.length} autres à ${HALO_MINUTES} minutes ou moins.`);
  const failures: string[] = [];
  for (const load of communeLoads(sources, all)) failures.push(...(await run(handle, load, deps)));
  if (failures.length > 0) {
    say(`Les communes manquent : rien d’autre n’est chargé.\n${failures.join('\n')}`);
    return false;
  }
  const { code, created } = await writeTerritory(handle.db, words, members, 'communes-geo-api');
  await announceChange(handle.db, 'territory');
  say(created ? `Territoire « ${code} » créé.` : `Territoire « ${code} » : communes mises à jour.`);
  for (const load of otherLoads(sources, members, all)) {
    failures.push(...(await run(handle, load, deps)));
  }
  say(closingWords(sources, failures));
  return failures.length === 0;
}

async function readScope(
  sirens: readonly string[],
  deps: TerritoryDeps,
): Promise<{ members: MemberOfEpci[]; halo: Member[] }> {
  const read = async (url: string) =>
    readMembers(await fetch(url, 'une liste de communes', deps), url);
  const members: MemberOfEpci[] = [];
  for (const siren of sirens) members.push(...(await read(communesOfEpciUrl(siren))));
  return { members, halo: findHalo(members, await read(ALL_CENTRES_URL), HALO_MINUTES) };
}

function communeLoads(sources: readonly RegisteredSource[], all: readonly Member[]): Load[] {
  const source = sourceNamed(sources, 'communes');
  return departementsOf(all).map((departement) => ({
    source,
    url: communesOfDepartementUrl(departement),
    feedId: `geo-api-${departement.toLowerCase()}`,
    only: all.filter((member) => member.departement === departement).map(({ insee }) => insee),
  }));
}

/** Sources with one address for the whole country keep what lies in the communes known here. */
function otherLoads(
  sources: readonly RegisteredSource[],
  members: readonly Member[],
  all: readonly Member[],
): Load[] {
  const places = sourceNamed(sources, 'places');
  const national = sources.flatMap((source) =>
    source.defaultUrl === null ? [] : [{ source, url: source.defaultUrl, feedId: null, only: [] }],
  );
  const [main] = departementsOf(members);
  const roads = main === undefined ? null : roadsUrl(main);
  return [
    ...departementsOf(all).map((departement) => ({
      source: places,
      url: addressesUrl(departement),
      feedId: null,
      only: [],
    })),
    ...national,
    ...(roads === null
      ? []
      : [{ source: sourceNamed(sources, 'osm'), url: roads, feedId: null, only: [] }]),
  ];
}

function sourceNamed(sources: readonly RegisteredSource[], name: string): RegisteredSource {
  const found = sources.find((source) => source.name === name);
  if (found === undefined) throw new Error(`The source « ${name} » is not registered`);
  return found;
}

/** A sentence when it failed; nothing when it did not. */
async function run(handle: DatabaseHandle, load: Load, deps: TerritoryDeps): Promise<string[]> {
  const { output = process.stdout, now = () => new Date() } = deps;
  const { source, url } = load;
  output.write(`\n${source.name} : ${url}\n`);
  const progress = showProgress(output, { clock: Date.now });
  try {
    const file = await fetch(url, source.expects, deps);
    const report = await source.run(
      handle,
      file,
      {
        territoryCodes: load.only,
        feedId: load.feedId,
        asOf: null,
        accept: [],
        now: now(),
        onProgress: progress.onProgress,
      },
      { dryRun: false, clock: Date.now },
    );
    progress.end();
    output.write(`${describeImport(report)}\n`);
    return report.status === 'failed' ? [`${source.name} : un contrôle a échoué (${url})`] : [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    progress.end();
    output.write(`${error.message}\n`);
    return [`${source.name} : ${error.message}`];
  }
}

async function fetch(url: string, expects: string, deps: TerritoryDeps): Promise<ImportFile> {
  const { settings, output = process.stdout, now = () => new Date() } = deps;
  const progress = showProgress(output, { clock: Date.now });
  try {
    return await download(mirrored(url, settings.mirror), {
      folder: settings.downloadFolder,
      expects,
      limits: settings.limits,
      allowedHosts: settings.allowedHosts,
      onProgress: progress.onProgress,
      now,
    });
  } finally {
    progress.end();
  }
}

/** A copy of the producers' sites kept nearby: « https://geo.api.gouv.fr/x » is « MIRROR/geo.api.gouv.fr/x ». */
function mirrored(url: string, mirror: string | null): string {
  if (mirror === null) return url;
  return `${mirror.replace(/\/$/, '')}/${url.replace(/^https?:\/\//, '')}`;
}

const fileLines = (sources: readonly RegisteredSource[]): string =>
  sources
    .map(
      ({ name, official: { takes, page } }) =>
        `  npm run import -- ${name} FICHIER\n    ${takes.fr} (${page})`,
    )
    .join('\n');

function offlineWords(sources: readonly RegisteredSource[]): string {
  return `Cette machine n’atteint pas les sites des producteurs. Fournissez ces fichiers, dans cet ordre :\n${fileLines(sources)}`;
}

/** What has no address of its own is named, so that nobody believes it was loaded. */
function closingWords(sources: readonly RegisteredSource[], failures: readonly string[]): string {
  const byHand = sources.filter(
    ({ name, defaultUrl }) => defaultUrl === null && !['communes', 'places', 'osm'].includes(name),
  );
  const missing =
    failures.length === 0
      ? 'Tout ce qui a une adresse publique est chargé.'
      : `Pas chargé :\n${failures.map((failure) => `  ${failure}`).join('\n')}`;
  return `\n${missing}\nÀ fournir à la main, sans adresse publique fixe :\n${fileLines(byHand)}`;
}
