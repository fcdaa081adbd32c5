// Writes territories and communes; contours imported from an official file are left as they are.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { insertRows } from '#db/insert-rows.ts';
import {
  commune,
  communeFormer,
  communePostcode,
  epci,
  territory,
  territoryCommune,
  territoryEpci,
} from '#db/schema/territory.ts';
import { upsertRows } from '#db/upsert-rows.ts';
import { territoryRows } from '#seeds/demo/rows/territory-rows.ts';

export async function writeTerritories(tx: Database): Promise<void> {
  const rows = territoryRows();
  await upsertRows(tx, epci, epci.siren, rows.epcis);
  await upsertRows(tx, territory, territory.code, rows.territories);
  for (const table of [territoryEpci, territoryCommune]) {
    await tx
      .delete(table)
      .where(
        sql`${table.territoryCode} = any(${sql.param(rows.territories.map(({ code }) => code))}::text[])`,
      );
  }
  await insertRows(tx, territoryEpci, rows.territoryEpcis);
  await insertRows(tx, territoryCommune, rows.territoryCommunes);

  await upsertRows(
    tx,
    commune,
    commune.insee,
    rows.communes.map(({ shape: _, shapeKind: __, ...row }) => row),
  );
  await drawSchematicShapes(tx, rows.communes);
  const insees = rows.communes.map(({ insee }) => insee);
  await tx
    .delete(communePostcode)
    .where(sql`${communePostcode.insee} = any(${sql.param(insees)}::text[])`);
  await insertRows(tx, communePostcode, rows.postcodes);
  await tx
    .delete(communeFormer)
    .where(sql`${communeFormer.currentInsee} = any(${sql.param(insees)}::text[])`);
  await insertRows(tx, communeFormer, rows.formers);
}

async function drawSchematicShapes(
  tx: Database,
  rows: ReturnType<typeof territoryRows>['communes'],
): Promise<void> {
  const drawn = rows.filter(({ shape }) => shape !== null);
  const insees = drawn.map(({ insee }) => insee);
  const shapes = drawn.map(({ shape }) => String(commune.shape.mapToDriverValue(shape)));
  await tx.execute(sql`
    update ${commune} set shape = drawn.shape::geometry, shape_kind = 'schematic'
    from unnest(${sql.param(insees)}::text[], ${sql.param(shapes)}::text[]) as drawn(insee, shape)
    where ${commune.insee} = drawn.insee and ${commune.shapeKind} is distinct from 'official'`);
}
