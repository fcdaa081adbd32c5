// The part of GeoJSON (RFC 7946) the map uses.

export type Position = number[];
export type Point = { type: 'Point'; coordinates: Position };
export type LineString = { type: 'LineString'; coordinates: Position[] };
export type MultiLineString = { type: 'MultiLineString'; coordinates: Position[][] };
export type Polygon = { type: 'Polygon'; coordinates: Position[][] };
export type MultiPolygon = { type: 'MultiPolygon'; coordinates: Position[][][] };
export type Geometry = Point | LineString | MultiLineString | Polygon | MultiPolygon;

export type Feature<G extends Geometry = Geometry, P = Record<string, unknown>> = {
  type: 'Feature';
  geometry: G;
  properties: P;
};

export type FeatureCollection<G extends Geometry = Geometry, P = Record<string, unknown>> = {
  type: 'FeatureCollection';
  features: Feature<G, P>[];
};
