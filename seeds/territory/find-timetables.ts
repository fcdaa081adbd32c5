// Which timetables does the national access point (transport.data.gouv.fr) hold for these communes? What
// each dataset says it covers decides, then the stops of its file.

import { z } from 'zod';
import { AppError } from '#domain/error.ts';
import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { readDelimited } from '#seeds/pipeline/read-delimited.ts';
import { readWhole } from '#seeds/pipeline/read-file.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';
import { licenceName } from '#seeds/territory/catalog-licence.ts';
import type { MemberOfEpci } from '#seeds/territory/read-territory.ts';

export type Timetable = {
  title: string;
  url: string;
  /** One edition by resource: « pan-82294 ». */
  feedId: string;
  /** Of the dataset; null: not stated. */
  licence: string | null;
  /** Where the catalogue shows it. */
  page: string | null;
};

const datasetSchema = z.object({
  title: z.string(),
  type: z.string().nullish(),
  licence: z.string().nullish(),
  page_url: z.string().nullish(),
  covered_area: z.array(z.object({ type: z.string(), insee: z.string() })),
  resources: z.array(
    z.object({
      id: z.number(),
      format: z.string().nullish(),
      url: z.string(),
      type: z.string().nullish(),
      is_available: z.boolean().nullish(),
    }),
  ),
});
type Dataset = z.infer<typeof datasetSchema>;

/** A file that gathers those of several networks, published apart too. */
const AGGREGATE = /^agr[ée]gat/i;
/** A stop so near the middle of a commune serves it. */
const SERVED_METERS = 5_000;

/** Throws `bad_import` when it is no such catalogue. */
export async function findTimetables(
  file: ImportFile,
  sirens: readonly string[],
  members: readonly MemberOfEpci[],
): Promise<Timetable[]> {
  const datasets = await readCatalog(file);
  const covers = areaTest(sirens, members);
  const found = datasets.filter(
    ({ type, covered_area }) => type === 'public-transit' && covered_area.some(covers),
  );
  const apart = found.filter(({ title }) => !AGGREGATE.test(title.trim()));
  const hasLocal = apart.some(({ covered_area }) => !covered_area.some(isCountry));
  return (hasLocal ? apart : found).flatMap(timetablesOf);
}

async function readCatalog(file: ImportFile): Promise<Dataset[]> {
  const refuse = (cause?: unknown) =>
    new AppError(
      'bad_import',
      `« ${file.name} » : le catalogue de transport.data.gouv.fr est attendu (JSON), reçu autre chose.`,
      { cause },
    );
  const text = (await readWhole(file)).toString('utf8');
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw refuse(cause);
  }
  if (!Array.isArray(content)) throw refuse();
  // Datasets of another form (bicycles, charging points) are not timetables.
  const datasets = content.flatMap((item: unknown): Dataset[] => {
    const read = datasetSchema.safeParse(item);
    return read.success ? [read.data] : [];
  });
  if (datasets.length === 0) throw refuse();
  return datasets;
}

type Area = Dataset['covered_area'][number];

const isCountry = ({ type }: Area): boolean => type === 'pays';

function areaTest(
  sirens: readonly string[],
  members: readonly MemberOfEpci[],
): (area: Area) => boolean {
  const codes: Readonly<Record<string, ReadonlySet<string>>> = {
    commune: new Set(members.map(({ insee }) => insee)),
    epci: new Set(sirens),
    departement: new Set(members.map(({ departement }) => departement)),
    region: new Set(members.flatMap(({ region }) => region ?? [])),
    pays: new Set(['FR']),
  };
  return ({ type, insee }) =>
    (Object.hasOwn(codes, type) ? codes[type]?.has(insee) : false) === true;
}

function timetablesOf({ title, licence, page_url, resources }: Dataset): Timetable[] {
  return resources
    .filter(
      ({ format, type, is_available }) =>
        format === 'GTFS' && (type ?? 'main') === 'main' && is_available !== false,
    )
    .map(({ id, url }) => ({
      ...{ title, url, feedId: `pan-${id}` },
      licence: licenceName(licence),
      page: page_url ?? null,
    }));
}

const isStops = (path: string): boolean => /(^|\/)stops\.txt$/i.test(path);

/** Throws `bad_import` when it is no timetable. */
export async function hasStopNear(file: ImportFile, centres: readonly LonLat[]): Promise<boolean> {
  const rows = readDelimited(
    file,
    {
      delimiter: ',',
      quoted: true,
      ragged: true,
      mayBeEmpty: true,
      columns: { lon: ['stop_lon'], lat: ['stop_lat'] },
      optional: ['lon', 'lat'],
      choose: isStops,
    },
    () => undefined,
  );
  for await (const row of rows) {
    const [lon, lat] = [row.get('lon'), row.get('lat')];
    if (lon === '' || lat === '') continue;
    const stop = [Number(lon), Number(lat)] as const;
    if (centres.some((centre) => distanceMeters(centre, stop) <= SERVED_METERS)) return true;
  }
  return false;
}
