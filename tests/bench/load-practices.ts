// How do synthetic practices reach the project's own tables? By COPY into them, then by the
// projection the search reads: nothing is written to `entry` by hand.

import { sql } from 'drizzle-orm';
import type { DatabaseHandle } from '#db/database.ts';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import { practice, professional } from '#db/schema/directory.ts';
import { contactPoint, openingHours, service } from '#db/schema/directory-details.ts';
import { need } from '#db/schema/need.ts';
import { source } from '#db/schema/provenance.ts';
import { commune } from '#db/schema/territory.ts';
import type { HoursBlock } from '#domain/directory/directory.ts';
import {
  createPractices,
  NEED_COUNT,
  needIdOf,
  type SyntheticPractice,
  type Town,
} from '#tests/bench/synthetic-practices.ts';

const FROM = { sourceId: 'bench', asOf: '2026-11', confirmedOn: null, confidence: 'high' } as const;

const MORNING = { from: 540, to: 750 };
const AFTERNOON = { from: 840, to: 1110 };
const FULL_DAY = [MORNING, AFTERNOON];
const WEEK: HoursBlock['week'] = [FULL_DAY, FULL_DAY, [MORNING], FULL_DAY, FULL_DAY, [], []];

export async function loadPractices(
  handle: DatabaseHandle,
  towns: readonly Town[],
  count: number,
): Promise<void> {
  await handle.copyRows(source, [{ id: 'bench', name: 'Bench', publisher: 'Bench' }]);
  await handle.copyRows(commune, towns.map(communeRow));
  await handle.copyRows(
    need,
    Array.from({ length: NEED_COUNT }, (_, rank) => needRow(rank)),
  );
  const each = <T>(row: (made: SyntheticPractice, rank: number) => T) =>
    mapRows(createPractices(towns, count), row);
  await handle.copyRows(
    professional,
    each(({ id, name }) => ({ id: `professional-${id}`, name, demonstration: true, ...FROM })),
  );
  await handle.copyRows(practice, each(practiceRow));
  await handle.copyRows(
    service,
    each(({ id, needId, title }) => ({ entryId: id, position: 0, needId, name: title, ...FROM })),
  );
  await handle.copyRows(contactPoint, each(phoneRow));
  await handle.copyRows(openingHours, each(hoursRow));
  await refreshWithoutTimeLimit(handle);
}

function* mapRows<T, R>(rows: Iterable<T>, map: (row: T, rank: number) => R): Generator<R> {
  let rank = 0;
  for (const row of rows) {
    yield map(row, rank);
    rank += 1;
  }
}

/** The pool of the bench has no statement limit. Then figures for the planner, as autovacuum would. */
async function refreshWithoutTimeLimit({ db }: DatabaseHandle): Promise<void> {
  await refreshEntryProjection(db);
  await db.execute(sql`vacuum analyze`);
}

function communeRow({ insee, name, point, population }: Town): typeof commune.$inferInsert {
  return {
    insee,
    name,
    departement: insee.slice(0, 2),
    point,
    pointKind: 'bourg',
    population,
    population75Plus: Math.round(population / 8),
    populationYear: 2023,
    ...FROM,
  };
}

function needRow(rank: number): typeof need.$inferInsert {
  const label = { fr: `Besoin ${rank + 1}`, en: `Need ${rank + 1}` };
  return { id: needIdOf(rank), position: rank, group: 'doctor', label, plain: label };
}

function practiceRow(made: SyntheticPractice, rank: number): typeof practice.$inferInsert {
  return {
    id: made.id,
    professionalId: `professional-${made.id}`,
    category: made.category,
    title: made.title,
    newPatients: rank % 3 === 0 ? 'newpt' : 'unknown',
    street: `${1 + (rank % 90)} rue de la Source`,
    postcode: `${made.town.insee.slice(0, 2)}000`,
    city: made.town.name,
    insee: made.town.insee,
    point: made.point,
    pointPrecision: 'address',
    ...FROM,
  };
}

function phoneRow({ id }: SyntheticPractice, rank: number): typeof contactPoint.$inferInsert {
  const end = String(rank % 10_000).padStart(4, '0');
  const display = `05 36 49 ${end.slice(0, 2)} ${end.slice(2)}`;
  const phone = { display, dial: `+3353649${end}`, kind: 'fiction' } as const;
  return { entryId: id, position: 0, kind: 'phone', value: display, phone, ...FROM };
}

function hoursRow({ id }: SyntheticPractice, rank: number): typeof openingHours.$inferInsert {
  return {
    entryId: id,
    position: 0,
    kind: 'public',
    week: WEEK,
    closedOnHolidays: true,
    byAppointment: rank % 4 === 0,
    ...FROM,
  };
}
