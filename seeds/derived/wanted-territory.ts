// Which communes and postcodes does `--territory` ask for?

import { inArray } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { communePostcode, territory, territoryCommune } from '#db/schema/territory.ts';
import { AppError } from '#domain/error.ts';

export type Wanted = { insees: ReadonlySet<string>; postcodes: ReadonlySet<string> };

/** Null: everything. Throws `bad_import` naming a territory that is not loaded. */
export async function loadWanted(tx: Database, codes: readonly string[]): Promise<Wanted | null> {
  if (codes.length === 0) return null;
  const known = (await tx.select({ code: territory.code }).from(territory)).map(({ code }) => code);
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown !== undefined) {
    throw new AppError(
      'bad_import',
      `Territoire inconnu : « ${unknown} ». Attendu : ${known.sort().join(', ') || 'aucun n’est chargé'}.`,
    );
  }
  const members = await tx
    .select({ insee: territoryCommune.insee })
    .from(territoryCommune)
    .where(inArray(territoryCommune.territoryCode, [...codes]));
  const insees = members.map(({ insee }) => insee);
  const postcodes =
    insees.length === 0
      ? []
      : await tx
          .selectDistinct({ postcode: communePostcode.postcode })
          .from(communePostcode)
          .where(inArray(communePostcode.insee, insees));
  return {
    insees: new Set(insees),
    postcodes: new Set(postcodes.map(({ postcode }) => postcode)),
  };
}
