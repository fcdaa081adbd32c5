// Writes needs, themes and the entries of the directory.

import { inArray } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { insertRows } from '#db/insert-rows.ts';
import { organization, place, practice, professional } from '#db/schema/directory.ts';
import {
  accessibility,
  contactPoint,
  coverageArea,
  entryTheme,
  openingHours,
  service,
} from '#db/schema/directory-details.ts';
import { clsTheme, need, needCategory, needSynonym } from '#db/schema/need.ts';
import { assertion } from '#db/schema/provenance.ts';
import { upsertRows } from '#db/upsert-rows.ts';
import type { EntrySeed } from '#seeds/demo/directory/entry-seed.ts';
import { directoryRows } from '#seeds/demo/rows/directory-rows.ts';
import { needRows } from '#seeds/demo/rows/need-rows.ts';

export async function writeNeeds(tx: Database): Promise<void> {
  const rows = needRows();
  const ids = rows.needs.map(({ id }) => id);
  await upsertRows(tx, clsTheme, clsTheme.id, rows.themes);
  await upsertRows(tx, need, need.id, rows.needs);
  await tx.delete(needSynonym).where(inArray(needSynonym.needId, ids));
  await tx.delete(needCategory).where(inArray(needCategory.needId, ids));
  await insertRows(tx, needSynonym, rows.synonyms);
  await insertRows(tx, needCategory, rows.categories);
}

export async function writeDirectory(tx: Database, entries: readonly EntrySeed[]): Promise<void> {
  const rows = directoryRows(entries);
  await insertRows(tx, organization, rows.organizations);
  await insertRows(tx, place, rows.places);
  await insertRows(tx, professional, rows.professionals);
  await insertRows(tx, practice, rows.practices);
  await insertRows(tx, service, rows.services);
  await insertRows(tx, openingHours, rows.hours);
  await insertRows(tx, contactPoint, rows.contacts);
  await insertRows(tx, accessibility, rows.accessibilities);
  await insertRows(tx, coverageArea, rows.coverages);
  await insertRows(tx, entryTheme, rows.themes);
  await insertRows(tx, assertion, rows.assertions);
}
