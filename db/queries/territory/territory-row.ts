// How is a row of `territory` read whole?

import { type SQL, sql } from 'drizzle-orm';
import { territory } from '#db/schema/territory.ts';
import type { Epci, Territory } from '#domain/territory/territory.ts';

const epcis: SQL<Epci[]> = sql`coalesce((
  select jsonb_agg(jsonb_build_object('siren', g.siren, 'name', g.name) order by g.name, g.siren)
  from territory_epci t join epci g on g.siren = t.siren
  where t.territory_code = territory.code), '[]')`;

const communeInsees: SQL<string[]> = sql`array(
  select t.insee from territory_commune t
  where t.territory_code = territory.code order by t.insee)`;

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
