// How is a row of `territory` read whole?

import { eq, type SQL, sql } from 'drizzle-orm';
import { epci, territory, territoryCommune, territoryEpci } from '#db/schema/territory.ts';
import type { Epci, Territory } from '#domain/territory/territory.ts';

const epcis: SQL<Epci[]> = sql`coalesce((
  select jsonb_agg(jsonb_build_object('siren', ${epci.siren}, 'name', ${epci.name}) order by ${epci.name}, ${epci.siren})
  from ${territoryEpci} join ${epci} on ${eq(epci.siren, territoryEpci.siren)}
  where ${eq(territoryEpci.territoryCode, territory.code)}), '[]')`;

const communeInsees: SQL<string[]> = sql`array(
  select ${territoryCommune.insee} from ${territoryCommune}
  where ${eq(territoryCommune.territoryCode, territory.code)} order by 1)`;

export const territorySelection = {
  code: territory.code,
  name: territory.name,
  holder: territory.holder,
  epcis: epcis.as('epcis'),
  communeInsees: communeInsees.as('commune_insees'),
  colours: territory.colours,
  contacts: territory.contacts,
  helpNumbers: territory.helpNumbers,
  coverage: territory.coverage,
  sourceId: territory.sourceId,
  asOf: territory.asOf,
  confirmedOn: territory.confirmedOn,
  confidence: territory.confidence,
};

type TerritoryRow = Omit<Territory, 'provenance'> & Territory['provenance'];

export function toTerritory(row: TerritoryRow): Territory {
  const { sourceId, asOf, confirmedOn, confidence, ...rest } = row;
  return { ...rest, provenance: { sourceId, asOf, confirmedOn, confidence } };
}
