// A territory as scenarios read it, for one profession: the data of now, the times that were computed.

import { loadAccessInputs } from '#api/runtime/access-inputs.ts';
import { readPairs } from '#api/runtime/access-matrix.ts';
import { digestOf } from '#api/runtime/digest-of.ts';
import { findMatrix } from '#db/queries/access/find-matrix.ts';
import { type AccessModel, encodePairs, type Hinge } from '#domain/access/access-model.ts';
import {
  ACTS_A_FULL_TIME,
  APL_PARAMETERS,
  FULL_TIME_FOR_PEOPLE,
} from '#domain/access/apl-parameters.ts';
import { type Decay, within } from '#domain/access/decay.ts';
import { type Ground, type GroundSite, siteIdOf } from '#domain/access/ground.ts';
import { BASKET_MINUTES } from '#domain/access/measure-places.ts';
import type { NoCarModel } from '#domain/access/no-car-model.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import type { UsefulDayRun } from '#domain/access/useful-day-run.ts';
import { listVintages } from '#domain/access/vintages.ts';
import { AppError } from '#domain/error.ts';
import type { AccessDeps } from './access-deps.ts';
import { buildNoCar } from './build-no-car.ts';

/** Throws `unavailable` while times are being computed. */
export async function buildModel(
  { database, stores }: AccessDeps,
  territoryCode: string,
  profession: AccessProfession,
): Promise<AccessModel> {
  const { db } = database;
  const parts = stores.planner.parts();
  if (parts === null) throw new AppError('unavailable', 'Offers and timetables are being read.');
  const inputs = await loadAccessInputs(db, territoryCode, parts.roads);
  const { ground, places, car, candidates, roadsDate } = inputs;
  const sites = ground.sites.filter(({ heads }) => (heads[profession] ?? 0) > 0);
  const matrixId = await findMatrix(db, car.shape);
  const read = async (ids: readonly string[]) =>
    matrixId === null ? null : await readPairs(db, matrixId, car, ids);
  const pairs = await read(sites.map(({ id }) => id));
  const opening = await read(candidates.map((number) => siteIdOf(places[number]?.point ?? [0, 0])));
  if (pairs === null || opening === null) {
    throw new AppError('unavailable', `The times of ${territoryCode} are being computed.`);
  }
  const { isEstimate } = car.shape;
  const supplyAFullTime = profession === 'gp' ? ACTS_A_FULL_TIME.value : 1;
  const { model: noCar, run } = await buildNoCar(
    db,
    { ground, places, candidates, sites, parts },
    profession,
  );
  return {
    territory: ground.territory.code,
    territoryName: ground.territory.name,
    profession,
    vintages: {
      ...vintagesOf(ground, isEstimate, roadsDate, run?.monday ?? null),
      ...(await daysVintages(noCar, run)),
    },
    fingerprint: await digestOf([await inputs.fingerprint(profession), noCar]),
    decay: decayOf(profession),
    shownTimes: profession === 'gp' ? 1 : FULL_TIME_FOR_PEOPLE,
    hinge: hingeOf(profession),
    supplyAFullTime,
    timesKind: isEstimate ? 'estimate' : 'roads',
    places: places.map((place) => ({
      id: place.id,
      insee: place.insee,
      name: place.name,
      point: place.point,
      isInside: place.isInside,
      population: place.population,
      population75Plus: place.population75Plus,
      demand: profession === 'gp' ? place.demand : place.population,
    })),
    sites: sites.map((site) => modelSite(site, profession, supplyAFullTime)),
    pairs: encodePairs(pairs),
    candidates: isEstimate ? null : { places: candidates, pairs: encodePairs(opening) },
    noCar,
  };
}

function modelSite(
  site: GroundSite,
  profession: AccessProfession,
  supplyAFullTime: number,
): AccessModel['sites'][number] {
  const { id, point, isInside, communeName, placeNames, heads, practitioners, halfDays } = site;
  return {
    id,
    label: placeNames[profession] ?? communeName,
    communeName,
    point,
    isInside,
    supply: (heads[profession] ?? 0) * supplyAFullTime,
    practitioners: practitioners
      .filter(({ kind }) => kind === profession)
      .map(({ entryId, personId, name, share }) => ({ entryId, personId, name, fullTime: share })),
    halfDays,
  };
}

/** Nobody shares pharmacies out: those within the bound of the basket count alike. */
function decayOf(profession: AccessProfession): Decay {
  return profession === 'pharmacy'
    ? within(BASKET_MINUTES)
    : APL_PARAMETERS[profession].decay.value;
}

function hingeOf(profession: AccessProfession): Hinge | null {
  if (profession === 'pharmacy') return null;
  const { threshold, nationalMean } = APL_PARAMETERS[profession];
  if (threshold !== null) return { value: threshold.value, kind: 'threshold' };
  return nationalMean === null ? null : { value: nationalMean.value, kind: 'national_mean' };
}

function vintagesOf(
  ground: Ground,
  isEstimate: boolean,
  roadsDate: string | null,
  monday: string | null,
): Record<string, string> {
  const vintages: Record<string, string> = {};
  for (const { id, date } of listVintages({
    ...{ ground, isEstimate, roadsDate },
    ...{ monday, offRoad: [] },
  })) {
    vintages[id] = [vintages[id], date ?? ''].filter((each) => each).join(', ');
  }
  return vintages;
}

const DIGITS = 8;

/** Neither the days nor the lines they were computed with have one date: a digest tells one from another. */
async function daysVintages(
  noCar: NoCarModel,
  run: UsefulDayRun | null,
): Promise<Record<string, string>> {
  if (noCar.state !== 'done' || run === null) return {};
  const lines = await digestOf([noCar.stops, noCar.lines]);
  return { days: run.fingerprint.slice(0, DIGITS), lines: lines.slice(0, DIGITS) };
}
