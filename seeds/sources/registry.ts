// Every word of `npm run import -- WORD` that brings official data, in the order of the sources. Each is
// loaded when it is asked for: a command waits only for the code of its own source.

import { OFFICIAL_SOURCES, type OfficialSource } from '#domain/official-source.ts';
import { type RegisteredSource, register, registerShapes } from '#seeds/pipeline/register.ts';

const DATA_GOUV = 'https://www.data.gouv.fr/api/1/datasets/r';

const LOADERS: Readonly<Record<string, () => Promise<RegisteredSource>>> = {
  communes: async () => {
    const { communesFiles } = await import('#seeds/sources/communes/source.ts');
    return registerShapes(communesFiles, official('communes'));
  },
  population: async () => {
    const { populationFiles } = await import('#seeds/sources/population/source.ts');
    return registerShapes(populationFiles, official('population'));
  },
  places: async () => {
    const { placesFiles } = await import('#seeds/sources/places/source.ts');
    return registerShapes(placesFiles, official('places'));
  },
  finess: async () => {
    const { finessSource } = await import('#seeds/sources/finess/source.ts');
    return register(finessSource, official('finess'));
  },
  'finess-activites': async () => {
    const { finessActivitiesSource } = await import('#seeds/sources/finess/activities-source.ts');
    const url = `${DATA_GOUV}/ed12913c-6bb2-4e47-8434-2f6e4f961c8e`;
    return register(finessActivitiesSource, official('finess'), url);
  },
  'finess-equipements': async () => {
    const { finessEquipmentSource } = await import('#seeds/sources/finess/activities-source.ts');
    return register(finessEquipmentSource, official('finess'));
  },
  'finess-nomenclature': async () => {
    const { finessNomenclatureSource } = await import(
      '#seeds/sources/finess/nomenclature-source.ts'
    );
    return register(finessNomenclatureSource, official('finess'));
  },
  rpps: async () => {
    const { rppsSource } = await import('#seeds/sources/rpps/source.ts');
    return register(rppsSource, official('rpps'));
  },
  ameli: async () => {
    const { ameliSource } = await import('#seeds/sources/ameli/source.ts');
    return register(ameliSource, official('ameli'));
  },
  'ameli-centres': async () => {
    const { ameliCentresSource } = await import('#seeds/sources/ameli/centres-source.ts');
    const url = `${DATA_GOUV}/767470ac-dcf9-4110-97b6-cb2be3b59ba2`;
    return register(ameliCentresSource, official('ameli'), url);
  },
  acceslibre: async () => {
    const { acceslibreSource } = await import('#seeds/sources/acceslibre/source.ts');
    return register(acceslibreSource, official('acceslibre'));
  },
  apl: async () => {
    const { aplSource } = await import('#seeds/sources/apl/source.ts');
    return register(aplSource, official('apl'));
  },
  supply: async () => {
    const { supplySource } = await import('#seeds/sources/supply/source.ts');
    return register(supplySource, official('supply'));
  },
  gtfs: async () => {
    const { gtfsSource } = await import('#seeds/sources/gtfs/source.ts');
    return register(gtfsSource, official('gtfs'));
  },
  'gtfs-flex': async () => {
    const { gtfsFlexSource } = await import('#seeds/sources/gtfs-flex/source.ts');
    return register(gtfsFlexSource, official('gtfs-flex'));
  },
  osm: async () => {
    const { osmSource } = await import('#seeds/sources/osm/source.ts');
    return register(osmSource, official('osm'));
  },
};

export const SOURCE_NAMES: readonly string[] = Object.keys(LOADERS);

/** Null when no source has this name. */
export async function findSource(name: string): Promise<RegisteredSource | null> {
  const load = Object.hasOwn(LOADERS, name) ? LOADERS[name] : undefined;
  return load === undefined ? null : await load();
}

export async function loadSources(): Promise<readonly RegisteredSource[]> {
  return await Promise.all(Object.values(LOADERS).map((load) => load()));
}

function official(name: string): OfficialSource {
  const found = OFFICIAL_SOURCES.find((source) => source.name === name);
  if (found === undefined) throw new Error(`No official source is called « ${name} »`);
  return found;
}
