// One contour as the file gives it: an IGN extract, or an answer of geo.api.gouv.fr.

import { AppError } from '#domain/error.ts';
import type { Reject } from '#seeds/pipeline/source.ts';

export const COMMUNES_EXPECTS =
  'un fichier GeoJSON de communes : une FeatureCollection dont chaque élément a les propriétés « code » (Insee) et « nom », ou une réponse de geo.api.gouv.fr avec « contour »';

/** `position` is 1 for the first element of the collection. */
export type ContourRow = { position: number; code: string; name: string; geometry: string };

export type NamedBytes = { name: string; bytes: Uint8Array };

type Json = { [key: string]: unknown };

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The elements of the collection; throws `bad_import` when the file is something else. */
function elementsOf(file: NamedBytes): { properties: unknown; geometry: unknown }[] {
  const content = parseJson(file);
  if (Array.isArray(content)) {
    return content.map((item: unknown) =>
      isObject(item)
        ? { properties: item, geometry: item['contour'] }
        : { properties: null, geometry: null },
    );
  }
  const type = isObject(content) ? content['type'] : undefined;
  if (!isObject(content) || type !== 'FeatureCollection' || !Array.isArray(content['features'])) {
    throw new AppError(
      'bad_import',
      `${file.name} : attendu ${COMMUNES_EXPECTS} ; reçu ${said(content, type)}.`,
    );
  }
  return content['features'].map((feature: unknown) =>
    isObject(feature)
      ? { properties: feature['properties'], geometry: feature['geometry'] }
      : { properties: null, geometry: null },
  );
}

function said(content: unknown, type: unknown): string {
  if (type === 'Feature') return 'une seule « Feature » (un contour de département, peut-être)';
  if (type === 'FeatureCollection') return 'une FeatureCollection sans liste « features »';
  if (typeof type === 'string') return `un objet de type « ${type} »`;
  return isObject(content) ? 'un objet sans « type »' : `une valeur (${typeof content})`;
}

function parseJson(file: NamedBytes): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes));
  } catch (cause) {
    throw new AppError(
      'bad_import',
      `${file.name} : attendu ${COMMUNES_EXPECTS} ; le fichier n’est pas du JSON en UTF-8 (${cause instanceof Error ? cause.message : 'illisible'}).`,
      { cause },
    );
  }
}

export function readContours(file: NamedBytes): {
  rows: ContourRow[];
  rejects: Reject[];
  readCount: number;
} {
  const rows: ContourRow[] = [];
  const rejects: Reject[] = [];
  const elements = elementsOf(file);
  for (const [index, { properties, geometry }] of elements.entries()) {
    const position = index + 1;
    const refuse = (column: string, value: unknown, reason: string) =>
      rejects.push({ line: position, column, value: shown(value), reason });
    const known = isObject(properties) ? properties : {};
    const { code, nom } = known;
    if (typeof code !== 'string' || !/^\d[\dAB]\d{3}$/.test(code)) {
      refuse('code', code, 'Code Insee attendu : cinq caractères, comme 16230 ou 2A004.');
    } else if (typeof nom !== 'string' || nom.trim() === '') {
      refuse('nom', nom, 'Nom de commune attendu.');
    } else {
      const fault = geometryFault(geometry);
      if (fault === null) {
        rows.push({ position, code, name: nom.trim(), geometry: JSON.stringify(geometry) });
      } else {
        refuse('geometry', code, fault);
      }
    }
  }
  return { rows, rejects, readCount: elements.length };
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 120);
}

/** What is wrong with the geometry, in a sentence; null: it can be drawn. */
function geometryFault(geometry: unknown): string | null {
  if (!isObject(geometry)) return 'Contour absent.';
  const { type, coordinates } = geometry;
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    return `Contour attendu : Polygon ou MultiPolygon, reçu « ${shown(type) ?? 'rien'} ».`;
  }
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(polygons) || polygons.length === 0) return 'Contour vide.';
  for (const rings of polygons as unknown[]) {
    if (!Array.isArray(rings) || rings.length === 0) return 'Contour vide.';
    for (const ring of rings as unknown[]) {
      if (!Array.isArray(ring) || ring.length < 4) {
        return 'Anneau de moins de quatre points.';
      }
      const wrong = (ring as unknown[]).find((point) => !isPoint(point));
      if (wrong !== undefined) {
        return `Point attendu [longitude, latitude] en degrés, reçu ${shown(wrong) ?? 'rien'}.`;
      }
      if (!samePoint(ring[0], ring.at(-1))) return 'Anneau qui ne se ferme pas.';
    }
  }
  return null;
}

function isPoint(point: unknown): point is [number, number] {
  if (!Array.isArray(point) || point.length < 2) return false;
  const [lon, lat]: unknown[] = point;
  return (
    typeof lon === 'number' &&
    typeof lat === 'number' &&
    Math.abs(lon) <= 180 &&
    Math.abs(lat) <= 90
  );
}

function samePoint(a: unknown, b: unknown): boolean {
  return isPoint(a) && isPoint(b) && a[0] === b[0] && a[1] === b[1];
}
