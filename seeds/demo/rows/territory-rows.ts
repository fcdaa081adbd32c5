// Territories, communes and their names as rows of their tables.

import type { commune } from '#db/schema/territory.ts';
import { DEMO_COMMUNES, DEMO_FORMER_COMMUNES } from '#seeds/demo/territory/communes.ts';
import { demoShapes } from '#seeds/demo/territory/demo-shapes.ts';
import { DEMO_TERRITORIES } from '#seeds/demo/territory/territories.ts';

export function territoryRows() {
  const shapes = demoShapes();
  return {
    epcis: DEMO_TERRITORIES.flatMap(({ epcis }) => epcis),
    territories: DEMO_TERRITORIES.map((territory, position) => ({
      code: territory.code,
      position,
      name: territory.name,
      holder: territory.holder,
      colours: territory.colours,
      contacts: [...territory.contacts],
      helpNumbers: [...territory.helpNumbers],
      coverage: territory.coverage,
      ...territory.provenance,
    })),
    territoryEpcis: DEMO_TERRITORIES.flatMap(({ code, epcis }) =>
      epcis.map(({ siren }) => ({ territoryCode: code, siren })),
    ),
    territoryCommunes: DEMO_TERRITORIES.flatMap(({ code, communeInsees }) =>
      communeInsees.map((insee) => ({ territoryCode: code, insee })),
    ),
    communes: DEMO_COMMUNES.map(({ postcodes: _, provenance, ...seed }) => {
      const shape = shapes.get(seed.insee) ?? null;
      return {
        ...seed,
        shape,
        shapeKind: shape === null ? null : 'schematic',
        ...provenance,
      } satisfies typeof commune.$inferInsert;
    }),
    postcodes: DEMO_COMMUNES.flatMap(({ insee, postcodes }) =>
      postcodes.map((postcode) => ({ insee, postcode })),
    ),
    formers: DEMO_FORMER_COMMUNES.map((row) => ({ ...row })),
  };
}
