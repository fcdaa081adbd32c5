// What does the observatory say of a territory, once times of travel are known?

import { APL_PARAMETERS } from './apl-parameters.ts';
import { communeValue, meanOfCommunes, totalOfCommunes } from './commune-value.ts';
import type { AccessFigures, PlaceFigures } from './figures.ts';
import { gapWithoutCar, type NoCarTimesOf } from './gap-without-car.ts';
import type { Ground, GroundCommune } from './ground.ts';
import type { GroundPlace } from './ground-places.ts';
import { groundPlaces } from './ground-places.ts';
import { haloReport } from './halo-report.ts';
import { INDICATORS } from './indicators.ts';
import { accessGround, type MeasuredPlaces, measurePlaces } from './measure-places.ts';
import { type NearQuestion, nearSites } from './near-sites.ts';
import { isSquare, onFoot } from './on-foot.ts';
import { namesIn } from './proximity-basket.ts';
import { robustDesert } from './robust-desert.ts';
import { shortfall } from './shortfall.ts';
import { SUPPLY_KINDS, type SupplyKind } from './supply.ts';
import { territoryPoles } from './territory-poles.ts';
import { tileFigures } from './tile-figures.ts';
import type { TravelMode } from './travel-mode.ts';
import { type TravelPairs, viewByPlace } from './travel-pairs.ts';
import { type Uncertainty, uncertainty, usualDraws } from './uncertainty.ts';
import { type UsefulDaysOf, withoutCar } from './without-car.ts';

/** Raise it when the same inputs become other figures. */
export const FIGURES_VERSION = 6;

export type TerritoryQuestion = {
  ground: Ground;
  /** From `groundPlaces(ground)` to `ground.sites`, by car. */
  pairs: TravelPairs;
  /** The same on foot, from squares only; null or absent: none was imported. */
  walks?: TravelPairs | null;
  /** Modes whose times are estimates. */
  estimatedTimes: readonly TravelMode[];
  /** Days a week without a car, by commune then profession; null: not computed. */
  usefulDays: UsefulDaysOf | null;
  /** Times to general practitioners without a car, by commune; null or absent: not computed. */
  noCarTimes?: NoCarTimesOf | null;
};

export function measureTerritory(question: TerritoryQuestion): AccessFigures {
  const { ground, pairs } = question;
  const places = groundPlaces(ground);
  const inside = ground.communes.filter(({ isInside }) => isInside);
  const known = knownKinds(ground, inside);
  const measured = measurePlaces(places, ground.sites, pairs, known);
  const values = {
    ...measured.values,
    ...withoutCar(places, question.usefulDays),
    ...gapOf(question, places, known),
    ...onFoot(places, ground.sites, question.walks ?? null, known),
  };
  const all: Measured = { ...measured, values };
  const doubt = known.has('gp') ? doubtOf(places, inside, ground, pairs) : null;
  const numbersOf = numbersByCommune(places);
  const view = viewByPlace(pairs);
  const figures = inside.map((commune, number) =>
    placeFigures(question, commune, {
      places,
      numbers: numbersOf.get(commune.insee) ?? [],
      all,
      robust: doubt?.robust ?? null,
      drawn: doubt === null ? null : drawnOf(doubt.drawn, number),
      near: { view, kinds: known, walks: question.walks ?? null },
    }),
  );
  return {
    version: FIGURES_VERSION,
    places: figures,
    tiles: tileFigures(places, values),
    territory: territoryValues(figures),
    departement: {},
    halo: haloReport(ground),
    poles: territoryPoles(ground, places, pairs),
    estimatedTimes: question.estimatedTimes,
    gpShortfall: gpShortfall(figures),
  };
}

function gapOf(
  { ground, pairs, noCarTimes = null }: TerritoryQuestion,
  places: readonly GroundPlace[],
  known: ReadonlySet<SupplyKind>,
): MeasuredPlaces['values'] {
  if (noCarTimes === null || !known.has('gp')) return {};
  return { gp_gap_without_car: gapWithoutCar(places, ground.sites, pairs, noCarTimes) };
}

/** `drawn` by commune of the territory, `robust` by place. */
type Doubt = { drawn: Uncertainty; robust: Uint8Array };
type Measured = MeasuredPlaces;

/** A kind nobody counted anywhere in the territory is not known, which is not none. */
function knownKinds(
  { counted }: Ground,
  inside: readonly GroundCommune[],
): ReadonlySet<SupplyKind> {
  return new Set(
    SUPPLY_KINDS.filter((kind) => inside.some(({ insee }) => counted[kind].has(insee))),
  );
}

function doubtOf(
  places: readonly GroundPlace[],
  inside: readonly GroundCommune[],
  ground: Ground,
  pairs: TravelPairs,
): Doubt | null {
  const { decay, threshold } = APL_PARAMETERS.gp;
  if (threshold === null) return null;
  const own = accessGround(places, ground.sites, pairs, 'gp');
  const draws = usualDraws(decay.value);
  const numbers = new Map(inside.map(({ insee }, number) => [insee, number]));
  const groups = {
    count: inside.length,
    ofPlace: Int32Array.from(places, ({ insee }) => numbers.get(insee) ?? -1),
    weights: Float64Array.from(places, ({ demand }) => demand),
  };
  return {
    drawn: uncertainty(own.pairs, own.demand, own.supply, threshold.value, draws, groups),
    robust: robustDesert(own.pairs, own.demand, own.supply, threshold.value, decay.value).robust,
  };
}

const drawnOf = ({ probabilityBelow, low, high }: Uncertainty, commune: number) => ({
  probabilityBelow: probabilityBelow[commune] ?? null,
  low: low[commune] ?? null,
  high: high[commune] ?? null,
});

function numbersByCommune(places: readonly GroundPlace[]): ReadonlyMap<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const [number, { insee }] of places.entries()) {
    const own = numbers.get(insee);
    if (own === undefined) numbers.set(insee, [number]);
    else own.push(number);
  }
  return numbers;
}

function placeFigures(
  { ground, usefulDays }: TerritoryQuestion,
  commune: GroundCommune,
  context: {
    places: readonly GroundPlace[];
    numbers: readonly number[];
    all: Measured;
    robust: Uint8Array | null;
    drawn: ReturnType<typeof drawnOf> | null;
    near: Pick<NearQuestion, 'view' | 'kinds' | 'walks'>;
  },
): PlaceFigures {
  const { places, numbers, all, robust, drawn } = context;
  const weight = (number: number) => places[number]?.population ?? 0;
  const values: PlaceFigures['values'] = {};
  for (const { id, summed, uncertain } of INDICATORS) {
    const own = all.values[id];
    if (own === undefined) continue;
    values[id] = communeValue({
      numbers,
      values: own,
      reached: all.reached[id] ?? null,
      weight: id === 'gp_access' ? (number) => places[number]?.demand ?? 0 : weight,
      summed,
      drawn: uncertain ? drawn : null,
      population: commune.population,
    });
  }
  // Where most of its people live.
  const main = numbers.reduce(
    (best, each) => (weight(each) > weight(best) ? each : best),
    numbers[0] ?? 0,
  );
  const { insee, name, point, population, population75Plus } = commune;
  return {
    insee,
    name,
    point,
    population,
    population75Plus,
    demand: numbers.reduce((sum, number) => sum + (places[number]?.demand ?? 0), 0),
    robustDesert: numbers.length > 0 && numbers.every((number) => robust?.[number] === 1),
    values,
    missing: all.missing === null ? [] : namesIn(all.missing[main] ?? 0),
    near: nearSites({
      ground,
      ...context.near,
      place: main,
      isSquare: isSquare(places[main] ?? { id: insee, insee }),
      insee,
      usefulDays,
    }),
  };
}

function territoryValues(figures: readonly PlaceFigures[]): AccessFigures['territory'] {
  const values: AccessFigures['territory'] = {};
  for (const { id, summed } of INDICATORS) {
    if (!figures.some((each) => each.values[id] !== undefined)) continue;
    values[id] = summed === 'total' ? totalOfCommunes(figures, id) : meanOfCommunes(figures, id);
  }
  return values;
}

function gpShortfall(figures: readonly PlaceFigures[]): AccessFigures['gpShortfall'] {
  const threshold = APL_PARAMETERS.gp.threshold?.value ?? null;
  const known = figures.flatMap(({ values, population }) => {
    const value = values.gp_access?.value ?? null;
    return value === null ? [] : [{ value, population }];
  });
  if (threshold === null || known.length === 0) return { people: 0, share: 0, depth: 0 };
  const { people, share, depth } = shortfall(
    Float64Array.from(known, ({ value }) => value),
    Float64Array.from(known, ({ population }) => population),
    threshold,
  );
  return { people, share, depth };
}
