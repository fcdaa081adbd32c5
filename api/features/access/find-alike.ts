// Which communes of this site are like one, and what has each of them of an indicator?

import type { Database } from '#db/database.ts';
import { listAreas } from '#db/queries/access/list-areas.ts';
import { listTerritories } from '#db/queries/territory/list-territories.ts';
import { isEstimated } from '#domain/access/compare-warnings.ts';
import type { PlaceFigures } from '#domain/access/figures.ts';
import type { Indicator } from '#domain/access/indicators.ts';
import { densityClassOf, twinCommunes } from '#domain/access/twin-communes.ts';
import { densityOf, olderShareOf, type Portrait } from '#domain/access/twin-likeness.ts';
import { AppError } from '#domain/error.ts';
import type { AccessAlike } from './compare-views.ts';
import type { FiguresReader, ReadFigures } from './read-figures.ts';

/** Enough to see whether one is alone. */
const MOST = 5;

type Candidate = {
  insee: string;
  portrait: Portrait;
  place: PlaceFigures;
  territory: { code: string; name: string };
  read: ReadFigures;
  isSchematic: boolean;
};

/** Throws `not_found` for a commune of elsewhere, `unavailable` when nothing was computed yet. */
export async function findAlike(
  db: Database,
  figures: FiguresReader,
  asked: { territoryCode: string; insee: string; indicator: Indicator },
): Promise<AccessAlike> {
  const { territoryCode, insee, indicator } = asked;
  const own = await figures.get(territoryCode);
  const candidates = await listCandidates(db, figures);
  const same = candidates.find(
    (each) => each.insee === insee && each.territory.code === territoryCode,
  );
  if (same === undefined) {
    throw new AppError('not_found', `No commune of ${territoryCode} has the code ${insee}.`);
  }
  const others = [...new Map(candidates.map((each) => [each.insee, each])).values()].filter(
    ({ place }) => isTold(place, indicator),
  );
  const twins = twinCommunes(same, others, MOST);
  return {
    indicator,
    densityClass: densityClassOf(same.portrait),
    isSchematic: [same, ...twins.map(({ candidate }) => candidate)].some(
      (each) => each.isSchematic,
    ),
    communes: twins.map(({ candidate: { place, portrait, territory, read }, likeness }) => ({
      insee: place.insee,
      name: place.name,
      territory,
      population: place.population,
      olderShare: olderShareOf(portrait),
      density: densityOf(portrait),
      value: place.values[indicator.id]?.value ?? null,
      state: place.values[indicator.id]?.state ?? 'unknown',
      likeness,
      hasOtherTimes: isEstimated(read) !== isEstimated(own),
    })),
  };
}

/** A commune of which nothing is known teaches nothing. */
function isTold({ values }: PlaceFigures, { id }: Indicator): boolean {
  const state = values[id]?.state ?? 'unknown';
  return state === 'value' || state === 'none_in_reach';
}

async function listCandidates(db: Database, figures: FiguresReader): Promise<Candidate[]> {
  const found: Omit<Candidate, 'portrait' | 'isSchematic'>[] = [];
  for (const { code, name } of await listTerritories(db)) {
    const read = await figures.find(code);
    for (const place of read?.figures.places ?? []) {
      if (read !== null) found.push({ insee: place.insee, place, territory: { code, name }, read });
    }
  }
  const insees = found.map(({ insee }) => insee);
  const areas = new Map((await listAreas(db, insees)).map((area) => [area.insee, area]));
  return found.map((each) => ({
    ...each,
    portrait: {
      population: each.place.population,
      population75Plus: each.place.population75Plus,
      areaKm2: areas.get(each.insee)?.areaKm2 ?? null,
    },
    isSchematic: areas.get(each.insee)?.isSchematic === true,
  }));
}
