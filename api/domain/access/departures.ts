// Which share of the care people reach rests on practitioners who have said that they leave?
//
// Said to a coordination, and written by it: never read from an age, nor guessed of anybody.

import type { AccessModel } from './access-model.ts';
import type { ScenarioChange } from './scenario-change.ts';

/** `leavesOn`: a year, a month or a day. */
export type Departure = { entryId: string; leavesOn: string };

export type DepartureChanges = {
  changes: Extract<ScenarioChange, { kind: 'retire' }>[];
  /** Departures of people this profession does not have here. */
  elsewhere: number;
};

export type LeavingPerson = {
  name: string;
  practices: readonly { site: string; isInside: boolean; entryId: string; fullTime: number }[];
};

/** Each of those named once, with all their practices: who leaves leaves them all. */
export function listPeople({ sites }: Pick<AccessModel, 'sites'>): LeavingPerson[] {
  const practices = sites.flatMap(({ id, isInside, practitioners }) =>
    practitioners.map((each) => ({ ...each, site: id, isInside })),
  );
  const byPerson = Map.groupBy(practices, ({ personId, entryId }) => personId ?? entryId);
  return [...byPerson.values()].map((own) => ({
    name: own[0]?.name ?? '',
    practices: own.map(({ site, isInside, entryId, fullTime }) => ({
      ...{ site, isInside, entryId, fullTime },
    })),
  }));
}

/** One change a practice of who leaves up to the end of `year`, in the order of the list; nobody leaves twice. */
export function departureChanges(
  { sites, profession }: Pick<AccessModel, 'sites' | 'profession'>,
  departures: readonly Departure[],
  year: number,
): DepartureChanges {
  const people = listPeople({ sites });
  const gone = new Set<LeavingPerson>();
  let elsewhere = 0;
  for (const { entryId, leavesOn } of departures) {
    if (Number(leavesOn.slice(0, 4)) > year) continue;
    const person = people.find(({ practices }) =>
      practices.some((practice) => practice.entryId === entryId),
    );
    if (person === undefined) elsewhere += 1;
    else gone.add(person);
  }
  const changes = [...gone].flatMap(({ practices }) =>
    practices.map(({ site, fullTime }) => ({
      kind: 'retire' as const,
      site,
      profession,
      fullTime,
    })),
  );
  return { changes, elsewhere };
}

/** By place, 0 to 1; null where nothing is in reach today. */
export function leavingShares(before: Float64Array, after: Float64Array): (number | null)[] {
  return Array.from(before, (value, place) =>
    value > 0 ? (value - (after[place] ?? 0)) / value : null,
  );
}
