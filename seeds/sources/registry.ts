// Every word of `npm run import -- WORD` that brings official data, in the order of the sources.

import { OFFICIAL_SOURCES, type OfficialSource } from '#domain/official-source.ts';
import { type RegisteredSource, register, registerShapes } from '#seeds/pipeline/register.ts';
import { acceslibreSource } from '#seeds/sources/acceslibre/source.ts';
import { ameliCentresSource } from '#seeds/sources/ameli/centres-source.ts';
import { ameliSource } from '#seeds/sources/ameli/source.ts';
import { aplSource } from '#seeds/sources/apl/source.ts';
import { communesFiles } from '#seeds/sources/communes/source.ts';
import {
  finessActivitiesSource,
  finessEquipmentSource,
} from '#seeds/sources/finess/activities-source.ts';
import { finessNomenclatureSource } from '#seeds/sources/finess/nomenclature-source.ts';
import { finessSource } from '#seeds/sources/finess/source.ts';
import { gtfsSource } from '#seeds/sources/gtfs/source.ts';
import { gtfsFlexSource } from '#seeds/sources/gtfs-flex/source.ts';
import { osmSource } from '#seeds/sources/osm/source.ts';
import { placesFiles } from '#seeds/sources/places/source.ts';
import { populationFiles } from '#seeds/sources/population/source.ts';
import { rppsSource } from '#seeds/sources/rpps/source.ts';

const DATA_GOUV = 'https://www.data.gouv.fr/api/1/datasets/r';

export const SOURCES: readonly RegisteredSource[] = [
  registerShapes(communesFiles, official('communes')),
  registerShapes(populationFiles, official('population')),
  registerShapes(placesFiles, official('places')),
  register(finessSource, official('finess')),
  register(
    finessActivitiesSource,
    official('finess'),
    `${DATA_GOUV}/ed12913c-6bb2-4e47-8434-2f6e4f961c8e`,
  ),
  register(finessEquipmentSource, official('finess')),
  register(finessNomenclatureSource, official('finess')),
  register(rppsSource, official('rpps')),
  register(ameliSource, official('ameli')),
  register(
    ameliCentresSource,
    official('ameli'),
    `${DATA_GOUV}/767470ac-dcf9-4110-97b6-cb2be3b59ba2`,
  ),
  register(acceslibreSource, official('acceslibre')),
  register(aplSource, official('apl')),
  register(gtfsSource, official('gtfs')),
  register(gtfsFlexSource, official('gtfs-flex')),
  register(osmSource, official('osm')),
];

export function findSource(name: string): RegisteredSource | null {
  return SOURCES.find((source) => source.name === name) ?? null;
}

function official(name: string): OfficialSource {
  const found = OFFICIAL_SOURCES.find((source) => source.name === name);
  if (found === undefined) throw new Error(`No official source is called « ${name} »`);
  return found;
}
