// Where does each commune lie on a sheet, in the units of a drawing?

/** GeoJSON as `/api/territories/{code}/shapes` gives it. */
export type ShapesAnswer = {
  features: readonly {
    geometry: { coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[] };
    properties: {
      insee: string;
      name: string;
      population: number;
      label: readonly [number, number];
    };
  }[];
};

export type DrawnCommune = {
  insee: string;
  name: string;
  population: number;
  path: string;
  label: readonly [number, number];
};

export type CommuneSheet = {
  width: number;
  height: number;
  communes: readonly DrawnCommune[];
  /** Units of the drawing in a kilometre. */
  unitsAKm: number;
};

const WIDTH = 800;
const MARGIN = 8;
const METERS_A_DEGREE = 111_320;

/** North at the top; degrees of longitude as long as they are at the middle of the sheet. */
export function layCommunes({ features }: ShapesAnswer): CommuneSheet {
  const rings = features.flatMap(({ geometry }) => geometry.coordinates.flat());
  const [west, south, east, north] = boundsOf(rings.flat());
  const flatten = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (WIDTH - 2 * MARGIN) / Math.max(1e-9, (east - west) * flatten);
  const toSheet = ([lon, lat]: readonly [number, number]): readonly [number, number] => [
    round(MARGIN + (lon - west) * flatten * scale),
    round(MARGIN + (north - lat) * scale),
  ];
  return {
    width: WIDTH,
    height: Math.ceil((north - south) * scale + 2 * MARGIN),
    communes: features.map(({ geometry, properties }) => ({
      insee: properties.insee,
      name: properties.name,
      population: properties.population,
      path: geometry.coordinates
        .flat()
        .map((ring) => `M${ring.map((point) => toSheet(point).join(' ')).join('L')}Z`)
        .join(''),
      label: toSheet(properties.label),
    })),
    unitsAKm: (scale * 1000) / METERS_A_DEGREE,
  };
}

/** The longest of 1, 2, 5, 10… kilometres that fits in a quarter of the sheet. */
export function scaleKm({ width, unitsAKm }: Pick<CommuneSheet, 'width' | 'unitsAKm'>): number {
  return [50, 20, 10, 5, 2].find((km) => km * unitsAKm <= width / 4) ?? 1;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The smallest box around points. */
function boundsOf(
  points: readonly (readonly [number, number])[],
): [west: number, south: number, east: number, north: number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of points) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return points.length === 0 ? [0, 0, 1, 1] : box;
}
