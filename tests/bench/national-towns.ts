// Where do professionals stand in France? Its communes, from the open files beside the project, each with
// its inhabitants; invented towns where the files are not.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createTowns, type Town } from '#tests/bench/synthetic-practices.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';

/** `insee` is the code a register writes: that of the arrondissement in Paris, Lyon and Marseille. */
export type NationalTown = Town & { postcode: string };

export type National = { towns: NationalTown[]; origin: string };

const ADDRESSES = 'data/addresses/laposte-hexasmal-2023.csv';
const POPULATION = 'data/population/population-communes.csv';
const WHY = 'Imports of national size over the communes of France';
const INVENTED_TOWNS = 3_000;

/**
 * Inhabitants of a commune who have no professional beside them. In 696 communes of the south-west (BPE
 * 2025), those of 128 to 255 inhabitants have 0.1 a thousand, of 256 to 511: 1.0, of 512 to 1,023: 2.7,
 * of 1,024 to 2,047: 4.7, larger ones 5.5. Six a thousand past the first 300 says 0, 1, 3.5, 4.8, 5.4.
 */
const WITHOUT = 300;

export const professionalsOf = ({ population }: Town): number => Math.max(0, population - WITHOUT);

export async function nationalTowns(): Promise<National> {
  const [addresses, population] = [sharedFile(ADDRESSES, WHY), sharedFile(POPULATION, WHY)];
  if (addresses === null || population === null) {
    const towns = createTowns(INVENTED_TOWNS).map((town) => ({
      ...town,
      postcode: `${town.insee.slice(0, 2)}000`,
    }));
    return { towns, origin: `${towns.length} invented towns` };
  }
  const inhabitants = new Map<string, number>();
  for await (const [insee = '', , count = ''] of rowsOf(population)) {
    inhabitants.set(insee, Number(count));
  }
  const towns = new Map<string, NationalTown>();
  for await (const [insee = '', name = '', postcode = '', , , place = ''] of rowsOf(addresses)) {
    const [lat, lon] = place.split(',').map(Number);
    const count = inhabitants.get(insee);
    if (towns.has(insee) || count === undefined || lon === undefined || lat === undefined) continue;
    towns.set(insee, { insee, name, postcode, population: count, point: [lon, lat] });
  }
  return { towns: [...towns.values()], origin: `${towns.size} communes and arrondissements` };
}

/** A town at random, those with more professionals more often. */
export function nationalDrawer<T extends Town>(towns: readonly T[], draw: () => number): () => T {
  let sum = 0;
  const cumulated = towns.map((town) => (sum += professionalsOf(town)));
  return () => {
    const target = draw() * sum;
    let [low, high] = [0, towns.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cumulated[middle] ?? 0) <= target) low = middle + 1;
      else high = middle;
    }
    const town = towns[low];
    if (town === undefined) throw new Error('The bench needs towns.');
    return town;
  };
}

const CITIES: readonly [RegExp, Pick<Town, 'insee' | 'name'>][] = [
  [/^751\d\d$/, { insee: '75056', name: 'Paris' }],
  [/^6938\d$/, { insee: '69123', name: 'Lyon' }],
  [/^132\d\d$/, { insee: '13055', name: 'Marseille' }],
];

/** The communes a deployment holds: arrondissements are one city, at one point. */
export function communesOf(towns: readonly Town[]): Town[] {
  const communes = new Map<string, Town>();
  for (const town of towns) {
    const city = CITIES.find(([codes]) => codes.test(town.insee))?.[1];
    const { insee, name } = city ?? town;
    const { point, population } = communes.get(insee) ?? { ...town, population: 0 };
    communes.set(insee, { insee, name, point, population: population + town.population });
  }
  return [...communes.values()];
}

async function* rowsOf(path: string): AsyncGenerator<readonly string[]> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity }))
    yield line.split(';');
}
