// Bench: how fast is access reckoned for the country, and again after one change, beside the same sum in SQL?

import { setTimeout as sleep } from 'node:timers/promises';
import { APL_PARAMETERS } from '#domain/access/apl-parameters.ts';
import { rankSites } from '#domain/access/best-sites.ts';
import { decayTable } from '#domain/access/decay.ts';
import {
  accessBase,
  addSite,
  openScenario,
  setRow,
  setSupply,
} from '#domain/access/scenario-state.ts';
import { rowOf } from '#domain/access/travel-pairs.ts';
import { twoStep } from '#domain/access/two-step.ts';
import { uncertainty, usualDraws } from '#domain/access/uncertainty.ts';
import {
  atLeast,
  atMost,
  type Bench,
  type Figure,
  percentile,
  told,
} from '#tests/bench/bench-result.ts';
import { type Country, drawCountry, rowLike } from '#tests/bench/catchment-country.ts';
import { openCatchmentSql } from '#tests/bench/catchment-sql.ts';

const DECAY = APL_PARAMETERS.gp.decay.value;
const THRESHOLD = 2.5;
const TABLE = decayTable(DECAY);
const SUMS = 40;
const SQL_SUMS = 7;
const CHANGES = 2_000;

export const bench: Bench = async (tell) => [
  ...(await communesFigures(tell)),
  ...territoryFigures(tell),
  ...gridFigures(tell),
];

/** 35,000 communes, 20,000 sites. */
async function communesFigures(tell: (line: string) => void): Promise<Figure[]> {
  const country = drawCountry([200, 175], 20_000, 63);
  tell(sizeOf(country));
  const sum = () => twoStep(country.pairs, TABLE, country.demand, country.supply);
  repeat(10, sum);
  const sums: number[] = [];
  // Each after a rest, as requests come.
  for (let run = 0; run < SUMS; run++) {
    await sleep(20);
    sums.push(...repeat(1, sum));
  }
  return [
    atMost('all access, 35,000 × 20,000, p50', percentile(sums, 0.5), 10, 'ms'),
    told('all access, 35,000 × 20,000, p95', percentile(sums, 0.95), 'ms'),
    ...changeFigures('35,000 × 20,000', country, true),
    ...(await sqlFigures(country, tell)),
  ];
}

/** Both in turn, so that whatever else runs slows both. */
async function sqlFigures(country: Country, tell: (line: string) => void): Promise<Figure[]> {
  const sql = await openCatchmentSql(country, tell);
  if (sql === null) return [];
  try {
    const { access } = twoStep(country.pairs, TABLE, country.demand, country.supply);
    const accessSum = access.reduce((total, each) => total + each, 0);
    const suppliedSum = access.reduce(
      (total, each, i) => total + each * (country.demand[i] ?? 0),
      0,
    );
    await sql.sum();
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let run = 0; run < SQL_SUMS; run++) {
      const found = await sql.sum();
      if (!isNear(found.accessSum, accessSum) || !isNear(found.suppliedSum, suppliedSum)) {
        throw new Error(
          `SQL: expected the sums ${accessSum} and ${suppliedSum}, received ${found.accessSum} and ${found.suppliedSum}`,
        );
      }
      theirs.push(found.ms);
      ours.push(...repeat(5, () => twoStep(country.pairs, TABLE, country.demand, country.supply)));
    }
    tell(`SQL: the same sums, ${SQL_SUMS} times`);
    const [our, their] = [percentile(ours, 0.5), percentile(theirs, 0.5)];
    return [
      told('the same sum in SQL, p50', their, 'ms'),
      told('ours beside it, p50', our, 'ms'),
      atLeast('SQL over ours', their / our, 50, '×'),
    ];
  } finally {
    await sql.close();
  }
}

/** Sites that close, move and open, and back again. */
function changeFigures(
  what: string,
  { pairs, demand, supply }: Country,
  isJudged: boolean,
): Figure[] {
  const state = openScenario(accessBase(pairs, TABLE, demand, supply));
  const change = (i: number): void => {
    const site = (i * 7_919) % pairs.siteCount;
    const other = (site + 1) % pairs.siteCount;
    if (i % 4 === 0) setSupply(state, site, 0);
    else if (i % 4 === 1) setRow(state, site, rowOf(pairs, other));
    else if (i % 4 === 2) addSite(state, rowLike(pairs, other), 5_000);
    else setSupply(state, state.supply.length - 1, 2_500);
  };
  let number = 0;
  const next = (): void => change(number++);
  repeat(200, next);
  const changes = repeat(CHANGES, next);
  const [middle, slow] = [percentile(changes, 0.5), percentile(changes, 0.95)];
  const name = `one change, ${what}`;
  if (!isJudged) return [told(`${name}, p50`, middle, 'ms'), told(`${name}, p95`, slow, 'ms')];
  return [atMost(`${name}, p50`, middle, 1, 'ms'), atMost(`${name}, p95`, slow, 1, 'ms')];
}

/** A territory of 5,000 squares and 2,000 sites: what its page asks for. */
function territoryFigures(tell: (line: string) => void): Figure[] {
  const country = drawCountry([100, 50], 2_000, 215);
  tell(sizeOf(country));
  const { pairs, demand, supply } = country;
  const drawn = repeat(3, () => uncertainty(pairs, demand, supply, THRESHOLD, usualDraws(DECAY)));
  const state = openScenario(accessBase(pairs, TABLE, demand, supply));
  const candidates = Array.from({ length: pairs.siteCount }, (_, site) => ({
    row: rowOf(pairs, site),
    supply: 5_000,
  }));
  const ranked = repeat(10, () => rankSites(state, candidates, demand, THRESHOLD, 'equity'));
  return [
    told('200 draws, 5,000 × 2,000, p50', percentile(drawn, 0.5), 'ms'),
    told('ranking 2,000 places to open, p50', percentile(ranked, 0.5), 'ms'),
  ];
}

/** The country by squares of a kilometre. */
function gridFigures(tell: (line: string) => void): Figure[] {
  const country = drawCountry([750, 500], 60_000, 975);
  tell(sizeOf(country));
  const sum = () => twoStep(country.pairs, TABLE, country.demand, country.supply);
  const sums = repeat(5, sum);
  return [
    told('all access, 375,000 × 60,000, p50', percentile(sums, 0.5), 'ms'),
    ...changeFigures('375,000 × 60,000', country, false),
    told('memory held', process.memoryUsage().rss / 2 ** 20, 'MiB'),
  ];
}

const sizeOf = ({ pairs }: Country): string =>
  `${pairs.placeCount} places × ${pairs.siteCount} sites, ${pairs.places.length} pairs`;

function repeat(times: number, work: () => unknown): number[] {
  return Array.from({ length: times }, () => {
    const startedMs = performance.now();
    work();
    return performance.now() - startedMs;
  });
}

const isNear = (found: number, known: number): boolean =>
  Math.abs(found - known) <= 1e-9 * Math.abs(known);
