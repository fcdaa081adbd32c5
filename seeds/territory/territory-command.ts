// `npm run import -- territory SIREN…`: every open source for these groups of communes and for what
// lies within forty minutes around them, from the producers' own addresses.

import type { DatabaseHandle } from '#db/database.ts';
import { AppError } from '#domain/error.ts';
import { announceChange } from '#seeds/pipeline/announce-change.ts';
import { communeLoads, otherLoads } from '#seeds/territory/list-loads.ts';
import { loadTimetables } from '#seeds/territory/load-timetables.ts';
import { ALL_CENTRES_URL, communesOfEpciUrl } from '#seeds/territory/official-addresses.ts';
import {
  findHalo,
  type Member,
  type MemberOfEpci,
  readMembers,
} from '#seeds/territory/read-territory.ts';
import {
  type Failure,
  fetchFile,
  type Load,
  runLoad,
  type TerritoryDeps,
} from '#seeds/territory/run-load.ts';
import { closingWords, offlineWords, TERRITORY_USAGE } from '#seeds/territory/territory-words.ts';
import { writeTerritory } from '#seeds/territory/write-territory.ts';

const HALO_MINUTES = 40;

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
    throw new AppError('bad_request', `Neuf chiffres attendus.${received}\n\n${TERRITORY_USAGE}`);
  }
  const sirens = [...new Set(words)];
  const say = (text: string) => output.write(`${text}\n`);
  const scope = await readScope(sirens, deps).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'unavailable') throw error;
    say(`${error.message}\n${offlineWords(sources)}`);
    return null;
  });
  if (scope === null) return false;
  const { members, halo } = scope;
  const all = [...members, ...halo];
  say(
    `${counted(members.length, 'commune')}, et ${counted(halo.length, 'autre')} à ${HALO_MINUTES} minutes ou moins.`,
  );
  const failures = await runLoads(handle, communeLoads(sources, all), deps);
  if (failures.length > 0) {
    say(`\nLes communes manquent : rien d’autre n’est chargé.${closingWords(sources, failures)}`);
    return false;
  }
  const { code, created } = await writeTerritory(handle.db, sirens, members, 'communes-geo-api');
  await announceChange(handle.db, 'territory');
  say(created ? `Territoire « ${code} » créé.` : `Territoire « ${code} » : communes mises à jour.`);
  failures.push(
    ...(await runLoads(handle, otherLoads(sources, members, all), deps)),
    ...(await loadTimetables(handle, sirens, members, deps)),
  );
  say(closingWords(sources, failures));
  return failures.length === 0;
}

const counted = (count: number, word: string): string => `${count} ${word}${count > 1 ? 's' : ''}`;

async function runLoads(
  handle: DatabaseHandle,
  loads: readonly Load[],
  deps: TerritoryDeps,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const load of loads) {
    const failure = await runLoad(handle, load, deps);
    if (failure !== null) failures.push(failure);
  }
  return failures;
}

async function readScope(
  sirens: readonly string[],
  deps: TerritoryDeps,
): Promise<{ members: MemberOfEpci[]; halo: Member[] }> {
  const read = async (url: string) =>
    readMembers(await fetchFile(url, 'une liste de communes', deps), url);
  const members: MemberOfEpci[] = [];
  for (const siren of sirens) {
    members.push(...(await read(communesOfEpciUrl(siren)).catch(notAnEpci(siren))));
  }
  return { members, halo: findHalo(members, await read(ALL_CENTRES_URL), HALO_MINUTES) };
}

/** The site answers « not found » to a number it does not know. */
const notAnEpci =
  (siren: string) =>
  (error: unknown): never => {
    if (!(error instanceof AppError) || error.code === 'unavailable') throw error;
    throw new AppError(
      error.code,
      `SIREN ${siren} : ${error.message} Ce numéro est-il celui d’un EPCI ?`,
      { cause: error },
    );
  };
