// Entries several sources speak of, and how a test lets a source speak.

import { sql } from 'drizzle-orm';
import type { Database, DatabaseHandle } from '#db/database.ts';
import { place, practice, professional } from '#db/schema/directory.ts';
import { contactPoint } from '#db/schema/directory-details.ts';
import { source } from '#db/schema/provenance.ts';
import { phoneOf } from '#domain/directory/phone.ts';
import type { ClaimField } from '#domain/directory/precedence.ts';
import { applyClaims, createStagedClaims } from '#seeds/derived/apply-claims.ts';
import { clearTables } from '#tests/support/database.ts';

export const NOW = new Date('2026-11-22T08:00:00Z');
export const CURATED = {
  sourceId: 'mairie',
  asOf: '2025-03',
  confirmedOn: null,
  confidence: 'medium',
} as const;
export const ADDRESS = {
  street: '2, rue Neuve',
  complement: null,
  postcode: '16390',
  city: 'Aubeterre-sur-Dronne',
  insee: '16020',
  point: [0.1712345, 45.2698765],
  precision: 'address',
};

export type StagedRow = readonly [entryId: string, field: ClaimField, value: unknown];

export async function writeEntries(db: Database): Promise<void> {
  await clearTables(db);
  await db.insert(source).values(
    ['mairie', 'rpps', 'finess', 'ameli', 'acceslibre', 'clic'].map((id) => ({
      id,
      name: `Source ${id}`,
      publisher: 'Test',
    })),
  );
  await db.insert(place).values({
    id: 'maison',
    name: 'Maison des Prés',
    category: 'health_house',
    title: 'Maison de santé',
    insee: '16020',
    ...CURATED,
  });
  await db.insert(professional).values({ id: 'p', name: 'Camille Rivière', ...CURATED });
  await db.insert(practice).values({
    id: 'cabinet',
    professionalId: 'p',
    placeId: 'maison',
    category: 'gp',
    title: 'Médecin généraliste',
    ...CURATED,
  });
  await db.insert(contactPoint).values({
    entryId: 'cabinet',
    position: 3,
    kind: 'phone',
    label: 'Secrétariat',
    value: '05 36 49 00 12',
    phone: phoneOf('05 36 49 00 12'),
    ...CURATED,
  });
}

/** What tests ask of the database, and do to it. */
export function createClaimsHarness(getDb: () => Database, getHandle: () => DatabaseHandle) {
  const apply = (sourceId: string, rows: readonly StagedRow[], asOf = '2026-10') =>
    applyTo(getHandle(), sourceId, rows, asOf);
  const inTransaction = (work: (tx: Database) => Promise<void>) =>
    getHandle().bulkTransaction(({ db }) => work(db));
  const ask = async (query: ReturnType<typeof sql>) => (await getDb().execute(query)).rows;
  const phones = () =>
    ask(
      sql`select entry_id, position, value, label, source_id from contact_point order by entry_id, position`,
    );
  const assertions = () =>
    ask(sql`select subject_id, field, source_id, as_of from assertion order by subject_id, field`);
  const claims = () => ask(sql`select entry_id, field, source_id from claim order by 1, 2, 3`);
  const everything = async () => ({
    practice: await ask(sql`select * from practice`),
    place: await ask(sql`select * from place`),
    professional: await ask(sql`select * from professional`),
    accessibility: await ask(sql`select * from accessibility`),
    contacts: await phones(),
    assertions: await assertions(),
    claims: await ask(sql`select * from claim order by 1, 2, 4`),
  });
  return { apply, inTransaction, ask, phones, assertions, claims, everything };
}

async function applyTo(
  handle: DatabaseHandle,
  sourceId: string,
  rows: readonly StagedRow[],
  asOf: string,
): Promise<{ claimed: number; won: number }> {
  return await handle.bulkTransaction(async (bulk) => {
    await createStagedClaims(bulk.db);
    await bulk.copyValues(
      'staged_claim',
      ['entry_id', 'field', 'value'],
      rows.map(([entryId, field, value]) => [entryId, field, JSON.stringify(value)]),
    );
    return await applyClaims({ tx: bulk.db, sourceId, now: NOW }, { asOf, confidence: 'high' });
  });
}
