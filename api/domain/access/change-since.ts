// Which communes crossed the threshold of general practitioners since the data were other?

import { APL_PARAMETERS } from './apl-parameters.ts';
import type { AccessFigures, PlaceFigures, Vintage } from './figures.ts';

export type DatedFigures = {
  figures: Pick<AccessFigures, 'version' | 'estimatedTimes' | 'places'>;
  vintages: readonly Vintage[];
};

type Named = { insee: string; name: string };

export type ChangeSince = {
  /** Went below; went back above. In order of codes. */
  fell: readonly Named[];
  rose: readonly Named[];
  /** Below, of the communes known both times. */
  peopleBefore: number;
  peopleNow: number;
  /** Estimates then and roads now, or the other way: the differences may be those of the reckoning. */
  hasOtherTimes: boolean;
  /** Other rules of reckoning. */
  hasOtherMethod: boolean;
};

/** Vintages that change without anything being known better: the week that is looked at. */
const PASSING = ['week', 'off_road'];

/** The newest of `older` whose data or figures were other, with what changed; null: none. */
export function changeSince<Older extends DatedFigures>(
  now: DatedFigures,
  older: readonly Older[],
): { before: Older; change: ChangeSince } | null {
  const before = older.find((each) => isOther(now, each));
  return before === undefined ? null : { before, change: changeBetween(before, now) };
}

function changeBetween(before: DatedFigures, now: DatedFigures): ChangeSince {
  const earlier = new Map(before.figures.places.map((place) => [place.insee, isBelow(place)]));
  const known = now.figures.places
    .map(({ insee, name, population, ...place }) => ({
      ...{ insee, name, population },
      was: earlier.get(insee) ?? null,
      is: isBelow(place),
    }))
    .filter(({ was, is }) => was !== null && is !== null)
    .toSorted((a, b) => (a.insee < b.insee ? -1 : 1));
  const named = (some: typeof known) => some.map(({ insee, name }) => ({ insee, name }));
  const people = (some: typeof known) => some.reduce((sum, each) => sum + each.population, 0);
  return {
    fell: named(known.filter(({ was, is }) => !was && is)),
    rose: named(known.filter(({ was, is }) => was && !is)),
    peopleBefore: people(known.filter(({ was }) => was)),
    peopleNow: people(known.filter(({ is }) => is)),
    hasOtherTimes: isEstimated(before) !== isEstimated(now),
    hasOtherMethod: before.figures.version !== now.figures.version,
  };
}

/** Null: not known. Nothing within reach is below. */
function isBelow({ values }: Pick<PlaceFigures, 'values'>): boolean | null {
  const threshold = APL_PARAMETERS.gp.threshold?.value ?? null;
  const said = values.gp_access;
  if (said === undefined || threshold === null) return null;
  if (said.state === 'none_in_reach') return true;
  return said.state === 'value' && said.value !== null ? said.value < threshold : null;
}

function isOther(now: DatedFigures, before: DatedFigures): boolean {
  if (before.figures.version !== now.figures.version) return true;
  if (isEstimated(before) !== isEstimated(now)) return true;
  if (namesOf(before) !== namesOf(now)) return true;
  const earlier = new Map(
    before.figures.places.map(({ insee, values }) => [insee, values.gp_access?.value ?? null]),
  );
  return now.figures.places.some(({ insee, values }) => {
    const [was, is] = [earlier.get(insee) ?? null, values.gp_access?.value ?? null];
    return was === null || is === null ? was !== is : Math.abs(was - is) > 1e-9;
  });
}

const isEstimated = ({ figures }: DatedFigures): boolean => figures.estimatedTimes.includes('car');

const namesOf = ({ vintages }: DatedFigures): string =>
  vintages
    .filter(({ id }) => !PASSING.includes(id))
    .map(({ id, name, date }) => `${id} ${name} ${date ?? ''}`)
    .toSorted()
    .join('\n');
