// The timetables that serve these communes, from the national access point, each an edition of its own.

import type { DatabaseHandle } from '#db/database.ts';
import { AppError } from '#domain/error.ts';
import { openZip } from '#seeds/pipeline/open-zip.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';
import { findTimetables, hasStopNear, type Timetable } from '#seeds/territory/find-timetables.ts';
import { sourceNamed } from '#seeds/territory/list-loads.ts';
import { TIMETABLES_URL } from '#seeds/territory/official-addresses.ts';
import type { MemberOfEpci } from '#seeds/territory/read-territory.ts';
import {
  type Failure,
  fetchFile,
  insteadOf,
  type Load,
  runLoad,
  type TerritoryDeps,
} from '#seeds/territory/run-load.ts';

const CATALOG = 'le catalogue de transport.data.gouv.fr (JSON)';

export async function loadTimetables(
  handle: DatabaseHandle,
  sirens: readonly string[],
  members: readonly MemberOfEpci[],
  deps: TerritoryDeps,
): Promise<Failure[]> {
  const { output = process.stdout } = deps;
  output.write(`\ngtfs : ${TIMETABLES_URL}\n`);
  let timetables: Timetable[];
  try {
    timetables = await findTimetables(
      await fetchFile(TIMETABLES_URL, CATALOG, deps),
      sirens,
      members,
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    output.write(`${error.message}\n`);
    const load: Load = {
      source: sourceNamed(deps.sources, 'gtfs'),
      url: TIMETABLES_URL,
      feedId: null,
      only: [],
      asOf: null,
    };
    return [{ word: 'gtfs', reason: error.message, instead: insteadOf(load) }];
  }
  const titles = timetables.map(({ title }) => `  ${title}`);
  output.write(
    timetables.length === 0
      ? 'Aucun réseau n’y est publié pour ces communes.\n'
      : `Réseaux publiés pour ces communes, leur département, leur région ou toute la France :\n${titles.join('\n')}\n`,
  );
  const failures: Failure[] = [];
  for (const timetable of timetables) {
    failures.push(...(await loadTimetable(handle, timetable, members, deps)));
  }
  return failures;
}

async function loadTimetable(
  handle: DatabaseHandle,
  { title, url, feedId, licence, page }: Timetable,
  members: readonly MemberOfEpci[],
  deps: TerritoryDeps,
): Promise<Failure[]> {
  const centres = members.map(({ centre }) => centre);
  let hasBooked = false;
  const skip = async (file: ImportFile) => {
    hasBooked = await describesBooking(file);
    if (await hasStopNear(file, centres)) return null;
    return `${title} : aucun arrêt à moins de 5 km de ces communes, horaires laissés de côté.`;
  };
  const load = (word: string): Load => ({
    source: sourceNamed(deps.sources, word),
    url,
    feedId,
    only: [],
    asOf: null,
    published: { licence, page },
  });
  const failure = await runLoad(handle, { ...load('gtfs'), skip }, deps);
  const booked = hasBooked ? await runLoad(handle, load('gtfs-flex'), deps) : null;
  return [failure, booked].filter((each) => each !== null);
}

/** On-demand transport stands beside what is scheduled, in the same file. Throws when it is no archive. */
async function describesBooking(file: ImportFile): Promise<boolean> {
  const zip = await openZip(file);
  zip.close();
  return zip.members.some(({ path }) =>
    /(^|\/)(booking_rules\.txt|locations\.geojson|location_groups\.txt)$/i.test(path),
  );
}
