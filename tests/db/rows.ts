// Rows for tests, complete, with only what a test is about spelled out by it.

import type { Database } from '#db/database.ts';
import { organization, place, practice, professional } from '#db/schema/directory.ts';
import { source } from '#db/schema/provenance.ts';
import {
  commune,
  communeFormer,
  communePostcode,
  territory,
  territoryCommune,
} from '#db/schema/territory.ts';
import type { LonLat } from '#domain/geo.ts';

export const provenance = {
  sourceId: 'facts',
  asOf: '2026-10',
  confirmedOn: null,
  confidence: 'high',
} as const;

/** Aubeterre-sur-Dronne; ten kilometres to the east is about 0.1277 degrees of longitude. */
export const AUBETERRE: LonLat = [0.1689, 45.2711];

export const eastOf = ([lon, lat]: LonLat, kilometres: number): LonLat => [
  lon + kilometres / (111.195 * Math.cos((lat * Math.PI) / 180)),
  lat,
];

export async function addSource(db: Database, id = 'facts'): Promise<void> {
  await db.insert(source).values({ id, name: 'Faits', publisher: 'Voisoin' });
}

export async function addCommune(
  db: Database,
  insee: string,
  name: string,
  given: {
    point?: LonLat;
    postcodes?: string[];
    population?: number;
    former?: string[];
    territory?: string;
  } = {},
): Promise<void> {
  const { point = AUBETERRE, postcodes = [], population = 500, former = [] } = given;
  await db.insert(commune).values({
    insee,
    name,
    departement: insee.slice(0, 2),
    point,
    pointKind: 'bourg',
    population,
    population75Plus: 90,
    populationYear: 2022,
    ...provenance,
  });
  for (const postcode of postcodes) await db.insert(communePostcode).values({ insee, postcode });
  for (const formerName of former) {
    await db
      .insert(communeFormer)
      .values({ insee: `${insee.slice(0, 2)}999`, name: formerName, currentInsee: insee });
  }
  if (given.territory !== undefined) {
    await db.insert(territoryCommune).values({ territoryCode: given.territory, insee });
  }
}

export async function addTerritory(db: Database, code: string, position = 0): Promise<void> {
  await db.insert(territory).values({
    code,
    position,
    name: `Territoire ${code}`,
    holder: 'Pays',
    colours: { main: '#035', soft: '#eef' },
    contacts: [{ label: 'Accueil', phone: null, email: null, url: null }],
    helpNumbers: [{ number: '15', label: 'SAMU', when: 'En urgence', kind: 'emergency' }],
    coverage: 'full',
    ...provenance,
  });
}

type PracticeRow = typeof practice.$inferInsert;
type PlaceRow = typeof place.$inferInsert;
type OrganizationRow = typeof organization.$inferInsert;

/** A general practitioner at a point of commune 16020, by default. */
export async function addPractice(
  db: Database,
  id: string,
  given: Partial<PracticeRow> & { name?: string; demonstration?: boolean } = {},
): Promise<void> {
  const { name = `Dr ${id}`, demonstration = true, ...rest } = given;
  const professionalId = `professional-${id}`;
  await db.insert(professional).values({ id: professionalId, name, demonstration, ...provenance });
  await db.insert(practice).values({
    id,
    professionalId,
    category: 'gp',
    title: 'Médecin généraliste',
    insee: rest.placeId === undefined ? '16020' : null,
    ...provenance,
    ...rest,
  });
}

export async function addPlace(
  db: Database,
  id: string,
  given: Partial<PlaceRow> = {},
): Promise<void> {
  await db
    .insert(place)
    .values({ id, name: `Place ${id}`, insee: '16020', ...provenance, ...given });
}

export async function addOrganization(
  db: Database,
  id: string,
  given: Partial<OrganizationRow> = {},
): Promise<void> {
  await db.insert(organization).values({ id, name: `Organization ${id}`, ...provenance, ...given });
}
