// What the tests of the register run: each of its sources on the database of the test.

import { sql } from 'drizzle-orm';
import type { DatabaseHandle } from '#db/database.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportFile, ImportOptions, ImportSource } from '#seeds/pipeline/source.ts';
import {
  finessActivitiesSource,
  finessEquipmentSource,
} from '#seeds/sources/finess/activities-source.ts';
import { finessNomenclatureSource } from '#seeds/sources/finess/nomenclature-source.ts';
import { finessSource } from '#seeds/sources/finess/source.ts';

const OPTIONS: ImportOptions = {
  territoryCodes: [],
  feedId: null,
  asOf: null,
  now: new Date('2026-11-22T08:00:00Z'),
  accept: [],
  onProgress: () => undefined,
};

type Rows = Record<string, unknown>[];

export function finessHarness(getHandle: () => DatabaseHandle) {
  const importWith =
    <Read>(source: ImportSource<Read>) =>
    (file: ImportFile, options: Partial<ImportOptions> = {}, dryRun = false) =>
      runImport(getHandle(), source, file, { ...OPTIONS, ...options }, { dryRun, clock: Date.now });
  const ask = async (query: ReturnType<typeof sql>): Promise<Rows> =>
    (await getHandle().db.execute(query)).rows;
  return {
    run: importWith(finessSource),
    nomenclature: importWith(finessNomenclatureSource),
    activities: importWith(finessActivitiesSource),
    equipment: importWith(finessEquipmentSource),
    ask,
    shownPlaces: () =>
      ask(sql`select id, name, title, gone_on::text as gone from place
        where source_id = 'finess' order by id`),
  };
}
