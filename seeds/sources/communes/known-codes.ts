// Which communes do we know, which does INSEE know, and what became of the codes of old files?

import { eq, inArray, or, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { communeMovement, officialCommune } from '#db/schema/commune-history.ts';
import { commune, communeFormer, territory, territoryCommune } from '#db/schema/territory.ts';
import { AppError } from '#domain/error.ts';
import type { PartialDate } from '#domain/provenance.ts';
import { createCommuneHistory } from '#domain/territory/commune-history.ts';
import type { Insee } from '#domain/territory/territory.ts';

export type CodeVerdict =
  | { kind: 'here'; insee: Insee }
  /** An arrondissement of this commune, counted in it: Paris, Lyon, Marseille. */
  | { kind: 'arrondissement'; insee: Insee }
  /** Shared since between several communes. */
  | { kind: 'split'; insees: readonly Insee[] }
  /** A commune this deployment does not hold; without INSEE's list, any code that is not held. */
  | { kind: 'elsewhere' }
  | { kind: 'unknown' };

export type KnownCodes = {
  /** What a code of a file means today. */
  judge: (code: Insee) => CodeVerdict;
  /** Codes a complete file of that date gives for this commune; null: not known. */
  membersOf: (insee: Insee) => readonly Insee[] | null;
};

/** Overseas collectivities, Nouvelle-Calédonie and Monaco have codes that INSEE lists apart. */
const NOT_IN_THE_LIST = /^(97[578]\d\d|98[46789]\d\d|99138)$/;

/** `asOf`: the date of the file, null when nobody said it. */
export async function loadKnownCodes(db: Database, asOf: PartialDate | null): Promise<KnownCodes> {
  const here = new Set((await db.select({ insee: commune.insee }).from(commune)).map(insee));
  const codes = await db
    .select({
      insee: officialCommune.insee,
      kind: officialCommune.kind,
      parent: officialCommune.parentInsee,
    })
    .from(officialCommune)
    .where(inArray(officialCommune.kind, ['COM', 'ARM']));
  const official = new Set(codes.filter(({ kind }) => kind === 'COM').map(insee));
  const parents = new Map(codes.map((row) => [row.insee, row.parent]));
  const history = createCommuneHistory(await loadLinks(db), official.size > 0 ? official : here);
  const former = await loadFormer(db);
  const since = asOf === null ? null : `${asOf}-01-01`.slice(0, 10);
  const known = (code: Insee): readonly Insee[] => {
    if (here.has(code)) return [code];
    const later = former.get(code);
    return later ?? (official.has(code) ? [code] : []);
  };
  return {
    judge: (code) => {
      const parent = parents.get(code) ?? null;
      if (parent !== null) {
        return here.has(parent) ? { kind: 'arrondissement', insee: parent } : { kind: 'elsewhere' };
      }
      const successors = history.successorsOf(code, since);
      const followed =
        successors.length > 0 ? successors : since === null ? [] : history.successorsOf(code, null);
      const today = [...new Set((followed.length > 0 ? followed : [code]).flatMap(known))];
      const [only] = today;
      if (only === undefined) {
        const isElsewhere = official.size === 0 || NOT_IN_THE_LIST.test(code);
        return { kind: isElsewhere ? 'elsewhere' : 'unknown' };
      }
      if (today.length > 1) return { kind: 'split', insees: today.sort() };
      return here.has(only) ? { kind: 'here', insee: only } : { kind: 'elsewhere' };
    },
    membersOf: (code) => {
      if (since === null) return null;
      const members = history.membersOf(code, since);
      return members.length === 0 ? null : members;
    },
  };
}

export async function loadLinks(db: Database) {
  const links = await db
    .select({
      effectiveOn: communeMovement.effectiveOn,
      before: communeMovement.inseeBefore,
      after: communeMovement.inseeAfter,
    })
    .from(communeMovement)
    .where(sql`${communeMovement.kindBefore} = 'COM' and ${communeMovement.kindAfter} = 'COM'`);
  return links.flatMap(({ before, ...link }) => (before === null ? [] : [{ ...link, before }]));
}

async function loadFormer(db: Database): Promise<Map<Insee, Insee[]>> {
  const rows = await db
    .select({ insee: communeFormer.insee, currentInsee: communeFormer.currentInsee })
    .from(communeFormer);
  const former = new Map<Insee, Insee[]>();
  for (const row of rows) {
    const successors = former.get(row.insee) ?? [];
    if (!successors.includes(row.currentInsee)) {
      former.set(row.insee, [...successors, row.currentInsee]);
    }
  }
  return former;
}

const insee = (row: { insee: Insee }): Insee => row.insee;

/**
 * Communes of the territories named: a territory of ours, the SIREN of an EPCI, a département or a
 * commune. Null: no territory named. Throws `bad_import` for a code that means nothing here.
 */
export async function loadWanted(
  db: Database,
  codes: readonly string[],
): Promise<ReadonlySet<Insee> | null> {
  if (codes.length === 0) return null;
  const wanted = new Set<Insee>();
  for (const code of codes) {
    const found = await db
      .select({ insee: commune.insee })
      .from(commune)
      .where(
        or(
          eq(commune.epciSiren, code),
          eq(commune.departement, code),
          eq(commune.insee, code),
          inArray(
            commune.insee,
            db
              .select({ insee: territoryCommune.insee })
              .from(territoryCommune)
              .where(eq(territoryCommune.territoryCode, code)),
          ),
        ),
      );
    if (found.length === 0) throw await unknownTerritory(db, code);
    for (const row of found) wanted.add(row.insee);
  }
  return wanted;
}

async function unknownTerritory(db: Database, code: string): Promise<AppError> {
  const known = (await db.select({ code: territory.code }).from(territory)).map((row) => row.code);
  return new AppError(
    'bad_import',
    `Territoire inconnu : « ${code} ». Attendu : ${known.sort().join(', ') || 'aucun n’est chargé'}, le SIREN d’un EPCI, un département ou une commune d’ici.`,
  );
}
