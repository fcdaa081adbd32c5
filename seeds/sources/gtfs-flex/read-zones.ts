// Which areas does locations.geojson draw, and which of its features are no areas?

import { AppError } from '#domain/error.ts';
import type { FlexZone, ZoneShape } from '#domain/transport/flex-feed.ts';
import { parseJson } from '#seeds/pipeline/parse-json.ts';
import type { NoticeCode } from '#seeds/sources/gtfs/notice.ts';
import type { OnReject } from '#seeds/sources/gtfs/table.ts';
import { repeatedKeys } from '#seeds/sources/gtfs-flex/repeated-keys.ts';

export const ZONES_FILE = 'locations.geojson';

type Json = Readonly<Record<string, unknown>>;

/** `line` of a refusal is the rank of the feature, from 1. Throws `bad_import` when it is no collection. */
export function readZones(text: string, onReject: OnReject): FlexZone[] {
  const collection = collectionOf(text);
  const { features } = collection;
  const zones = new Map<string, FlexZone>();
  const repeated = repeatedKeys(text);
  const ofWhole = { file: ZONES_FILE, line: 1, value: null };
  for (const { key } of repeated.filter(({ feature }) => feature === null)) {
    onReject({ ...ofWhole, code: 'geo_json_duplicated_element', column: key, reason: TWICE });
  }
  for (const key of unknownKeys(collection, COLLECTION_KEYS)) {
    onReject({ ...ofWhole, code: 'geo_json_unknown_element', column: key, reason: UNKNOWN });
  }
  for (const [index, feature] of features.entries()) {
    const refuse = (code: NoticeCode, column: string, value: unknown, reason: string) => {
      const shown = value === undefined || value === null ? null : String(value);
      onReject({ code, file: ZONES_FILE, line: index + 1, column, value: shown, reason });
    };
    const given = isObject(feature) ? feature : {};
    for (const key of unknownKeys(given, FEATURE_KEYS)) {
      refuse('geo_json_unknown_element', key, null, UNKNOWN);
    }
    const twice = repeated.find((each) => each.feature === index);
    if (twice !== undefined) {
      refuse('geo_json_duplicated_element', twice.key, null, TWICE);
      continue;
    }
    const properties = isObject(given['properties']) ? given['properties'] : {};
    const id = textOf(given['id']) ?? textOf(properties['id']);
    if (id === null) {
      refuse('missing_required_element', 'id', null, 'identifiant absent');
      continue;
    }
    if (zones.has(id)) {
      refuse('duplicate_geo_json_key', 'id', id, 'identifiant déjà vu plus haut');
      continue;
    }
    const geometry = isObject(given['geometry']) ? given['geometry'] : {};
    const { type } = geometry;
    if (type !== 'Polygon' && type !== 'MultiPolygon') {
      refuse('unsupported_geo_json_type', 'geometry.type', type, 'Polygon ou MultiPolygon attendu');
      continue;
    }
    const { coordinates } = geometry;
    const shape = shapeOf(type === 'Polygon' ? [coordinates] : coordinates);
    if (shape === null) {
      refuse('invalid_geometry', 'geometry.coordinates', id, 'contour illisible');
      continue;
    }
    const name = textOf(properties['stop_name']) ?? textOf(properties['name']);
    zones.set(id, { kind: 'zone', id, name, shape });
  }
  return [...zones.values()];
}

function readMarked(text: string): unknown {
  try {
    return parseJson(ZONES_FILE, Buffer.from(text));
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    const sentence = cause.message.replace(/\.$/, ' [malformed_json].');
    throw new AppError('bad_import', sentence, { cause });
  }
}

const COLLECTION_KEYS = new Set(['type', 'features']);
const FEATURE_KEYS = new Set(['type', 'id', 'properties', 'geometry']);
const TWICE = 'élément écrit deux fois';
const UNKNOWN = 'élément inconnu, laissé de côté';

const unknownKeys = (thing: Json, known: ReadonlySet<string>): string[] =>
  Object.keys(thing).filter((key) => !known.has(key));

function collectionOf(text: string): Json & { features: readonly unknown[] } {
  const read = readMarked(text.replace(/^\uFEFF/, ''));
  if (isObject(read) && read['type'] === 'FeatureCollection' && Array.isArray(read['features'])) {
    return { ...read, features: read['features'] };
  }
  throw new AppError(
    'bad_import',
    `« ${ZONES_FILE} », ligne 1, colonne 1 : « FeatureCollection » attendue avec ses « features » [missing_required_element].`,
  );
}

/** Null when a ring is not made of at least three positions on earth. Rings are closed if they are not. */
function shapeOf(polygons: unknown): ZoneShape | null {
  if (!Array.isArray(polygons) || polygons.length === 0) return null;
  const shape: [number, number][][][] = [];
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return null;
    const rings: [number, number][][] = [];
    for (const ring of polygon) {
      if (!Array.isArray(ring) || !ring.every(isPosition)) return null;
      const points = ring.map(([lon, lat]): [number, number] => [lon, lat]);
      const [first] = points;
      const last = points.at(-1);
      if (first === undefined || last === undefined) return null;
      if (first[0] !== last[0] || first[1] !== last[1]) points.push([...first]);
      if (points.length < 4) return null;
      rings.push(points);
    }
    shape.push(rings);
  }
  return shape;
}

function isPosition(value: unknown): value is [number, number] {
  if (!Array.isArray(value)) return false;
  const [lon, lat] = value;
  return (
    typeof lon === 'number' &&
    typeof lat === 'number' &&
    Math.abs(lon) <= 180 &&
    Math.abs(lat) <= 90
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
