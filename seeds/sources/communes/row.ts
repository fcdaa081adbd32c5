// One commune as the file gives it: an IGN extract, or an answer of geo.api.gouv.fr.

import type { LonLat } from '#domain/geo.ts';
import type { PointKind } from '#domain/territory/territory.ts';
import type { Reject } from '#seeds/pipeline/source.ts';
import { geometryFault, isPoint } from '#seeds/sources/communes/geometry.ts';
import { isObject, type Json, shown } from '#seeds/sources/communes/read-json.ts';

/** `position` is 1 for the first element of the collection. */
export type ContourRow = { position: number; code: string; name: string; geometry: string };

export type CommuneRow = {
  position: number;
  code: string;
  name: string;
  departement: string;
  epciSiren: string | null;
  epciName: string | null;
  point: LonLat;
  pointKind: PointKind;
  population: number;
  postcodes: readonly string[];
};

type Element = { properties: unknown; geometry: unknown };

/** Those of a GeoJSON collection, or the items of an answer, whose shape is `contour`. */
export function elementsOf(content: unknown): Element[] | null {
  if (Array.isArray(content)) {
    return content.map((item: unknown) =>
      isObject(item)
        ? { properties: item, geometry: item['contour'] }
        : { properties: null, geometry: null },
    );
  }
  const isCollection = isObject(content) && content['type'] === 'FeatureCollection';
  if (!isCollection || !Array.isArray(content['features'])) return null;
  return content['features'].map((feature: unknown) =>
    isObject(feature)
      ? { properties: feature['properties'], geometry: feature['geometry'] }
      : { properties: null, geometry: null },
  );
}

type Refuse = (column: string, value: unknown, reason: string) => void;

export type CommunesRead = {
  contours: ContourRow[];
  communes: CommuneRow[];
  rejects: Reject[];
  readCount: number;
};

/** `described`: each element must also say where the commune is and how many live there. */
export function readCommunes(
  elements: readonly Element[],
  { described }: { described: boolean },
): CommunesRead {
  const read: CommunesRead = {
    contours: [],
    communes: [],
    rejects: [],
    readCount: elements.length,
  };
  const seen = new Set<string>();
  for (const [index, { properties, geometry }] of elements.entries()) {
    const position = index + 1;
    const refuse: Refuse = (column, value, reason) =>
      read.rejects.push({ line: position, column, value: shown(value), reason });
    const known = isObject(properties) ? properties : {};
    const named = readName(known, refuse);
    if (named === null) continue;
    if (seen.has(named.code)) {
      refuse('code', named.code, 'Code déjà lu plus haut dans le fichier.');
      continue;
    }
    const isShape = isObject(geometry) && geometry['type'] !== 'Point';
    const fault = isShape || !described ? geometryFault(geometry) : null;
    const commune = described ? readDescribed(known, named, position, refuse) : null;
    if (described && commune === null) continue;
    if (fault !== null) {
      refuse('geometry', named.code, fault);
      continue;
    }
    seen.add(named.code);
    if (commune !== null) read.communes.push(commune);
    if (isShape) read.contours.push({ position, ...named, geometry: JSON.stringify(geometry) });
  }
  return read;
}

function readName({ code, nom }: Json, refuse: Refuse): { code: string; name: string } | null {
  if (typeof code !== 'string' || !/^\d[\dAB]\d{3}$/.test(code)) {
    refuse('code', code, 'Code Insee attendu : cinq caractères, comme 16230 ou 2A004.');
    return null;
  }
  if (typeof nom !== 'string' || nom.trim() === '') {
    refuse('nom', nom, 'Nom de commune attendu.');
    return null;
  }
  return { code, name: nom.trim() };
}

function readDescribed(
  known: Json,
  named: { code: string; name: string },
  position: number,
  refuse: Refuse,
): CommuneRow | null {
  const { codeDepartement, codeEpci, population, centre, mairie, codesPostaux, epci } = known;
  const hall = isObject(mairie) ? mairie['coordinates'] : undefined;
  const point = hall ?? (isObject(centre) ? centre['coordinates'] : undefined);
  const departement =
    codeDepartement ??
    (named.code.startsWith('97') ? named.code.slice(0, 3) : named.code.slice(0, 2));
  if (!isPoint(point)) {
    refuse('centre', point, 'Centre attendu : un point [longitude, latitude].');
  } else if (typeof population !== 'number' || !Number.isInteger(population) || population < 0) {
    refuse('population', population, 'Population attendue : un nombre entier.');
  } else if (typeof departement !== 'string' || !/^(\d[\dAB]|97\d|98\d)$/.test(departement)) {
    refuse('codeDepartement', departement, 'Code de département attendu, comme 16, 2A ou 974.');
  } else if (codeEpci !== undefined && codeEpci !== null && !isSiren(codeEpci)) {
    refuse('codeEpci', codeEpci, 'SIREN d’EPCI attendu : neuf chiffres.');
  } else {
    const epciName = isObject(epci) ? epci['nom'] : undefined;
    return {
      position,
      ...named,
      departement,
      epciSiren: isSiren(codeEpci) ? codeEpci : null,
      epciName: typeof epciName === 'string' && epciName.trim() !== '' ? epciName.trim() : null,
      point: [point[0], point[1]],
      pointKind: hall === undefined ? 'area_centre' : 'bourg',
      population,
      postcodes: postcodesOf(codesPostaux),
    };
  }
  return null;
}

export function isSiren(value: unknown): value is string {
  return typeof value === 'string' && /^\d{9}$/.test(value);
}

function postcodesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((code): code is string => typeof code === 'string' && /^\d{5}$/.test(code));
}
