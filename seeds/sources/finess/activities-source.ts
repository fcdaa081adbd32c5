// `npm run import -- finess-activites FILE` and `finess-equipements FILE`: what is done at each site.
// Rows of sites the register has not brought here are left out.

import { sql } from 'drizzle-orm';
import type { CopyValue } from '#db/database.ts';
import type { ImportContext, ImportSource } from '#seeds/pipeline/source.ts';
import {
  type ActivitiesRead,
  type ActivityRow,
  readCareTable,
  readEquipmentTable,
  readPlusActivities,
} from '#seeds/sources/finess/read-activities.ts';
import { expectKind } from '#seeds/sources/finess/recognise.ts';
import {
  ACTIVITIES_SOURCE,
  EQUIPMENT_SOURCE,
  writeServices,
} from '#seeds/sources/finess/swap-services.ts';

type Counted = { inactive: number; hiddenCodes: number };

type Reader = (context: ImportContext, read: ActivitiesRead) => AsyncGenerator<ActivityRow>;

const COLUMNS =
  'line finess nature code label shown_name need_id detail capacity starts_on ends_on'.split(' ');

function activitySource(
  said: Pick<ImportSource, 'name' | 'expects'> & { title: string; publisher: string; url: string },
  readerOf: (context: ImportContext) => Promise<Reader>,
): ImportSource<Counted> {
  return {
    name: said.name,
    version: 1,
    expects: said.expects,
    changesDirectory: true,
    source: (file) => ({
      id: said.name,
      name: said.title,
      publisher: said.publisher,
      url: said.url,
      licence: 'Licence Ouverte 2.0',
      note: `Fichier ${file.name}`,
    }),

    stage: async (context) => {
      const { tx, bulk, asOf } = context;
      const reader = await readerOf(context);
      const read: ActivitiesRead = { readCount: 0, inactive: 0, generatedOn: null };
      await tx.execute(sql`create temporary table staged_activity (line integer, finess text, nature text, code text,
        label text, shown_name text, need_id text, detail text, capacity integer, starts_on text, ends_on text)
        on commit drop`);
      await bulk.copyValues('staged_activity', COLUMNS, valuesOf(reader(context, read)));
      await tx.execute(sql`delete from staged_activity a
        where not exists (select from finess_site s where s.finess = a.finess)`);
      await tx.execute(sql`create temporary table activity_scope on commit drop as
        select distinct s.departement from staged_activity a join finess_site s on s.finess = a.finess`);
      const counted = await tx.execute<{ kept: number; hidden: number }>(sql`
        select count(*)::int as kept, (count(*) filter (where shown_name is null))::int as hidden from staged_activity`);
      const { kept = 0, hidden = 0 } = counted.rows[0] ?? {};
      return {
        read: { inactive: read.inactive, hiddenCodes: hidden },
        readCount: read.readCount,
        keptCount: kept,
        asOf: read.generatedOn ?? asOf,
        validFrom: null,
        validTo: null,
      };
    },

    check: async (_, { keptCount }) => [
      {
        guard: 'activites',
        label: 'Des activités de sites connus',
        passed: keptCount > 0,
        detail:
          keptCount > 0
            ? `${keptCount} dans le fichier`
            : 'aucune ; importez d’abord les établissements (finess)',
      },
    ],

    swap: async ({ tx, sourceId }, { read }) => {
      const unchanged = await tx.execute<{ count: number }>(sql`
        select count(*)::int as count from (
          select finess, nature, code, label, detail, capacity, starts_on, ends_on from staged_activity
          intersect all
          select finess, nature, code, label, detail, capacity, starts_on, ends_on from finess_activity
          where source_id = ${sourceId}) same`);
      await tx.execute(sql`delete from finess_activity a using finess_site s
        where a.source_id = ${sourceId} and s.finess = a.finess and s.departement in (select departement from activity_scope)`);
      await tx.execute(sql`
        insert into finess_activity (source_id, finess, position, nature, code, label, shown_name, need_id, detail,
          capacity, starts_on, ends_on)
        select ${sourceId}, finess, row_number() over (partition by finess order by line, code, detail), nature, code, label,
          shown_name, need_id, detail, capacity, starts_on, ends_on from staged_activity`);
      const services = await writeServices(tx);
      return {
        counts: {
          services,
          'activités non montrées': read.hiddenCodes,
          'activités arrêtées, laissées': read.inactive,
        },
        unchangedCount: unchanged.rows[0]?.count ?? 0,
      };
    },
  };
}

const CARE_EXPECTS =
  'les activités de FINESS+ (.json ou .json.gz) ou les activités de soins autorisées (.csv)';

export const finessActivitiesSource = activitySource(
  {
    name: ACTIVITIES_SOURCE,
    expects: CARE_EXPECTS,
    title: 'FINESS, activités de soins autorisées',
    publisher: 'Agence du numérique en santé',
    url: 'https://www.data.gouv.fr/datasets/finess-activites-1',
  },
  async ({ file }) =>
    (await expectKind(file, ['activities_json', 'care_csv'], CARE_EXPECTS)) === 'care_csv'
      ? readCareTable
      : readPlusActivities,
);

const EQUIPMENT_EXPECTS = 'les équipements sociaux et médico-sociaux de l’ancien FINESS (.csv)';

export const finessEquipmentSource = activitySource(
  {
    name: EQUIPMENT_SOURCE,
    expects: EQUIPMENT_EXPECTS,
    title: 'FINESS, équipements sociaux et médico-sociaux',
    publisher: 'Agence du numérique en santé',
    url: 'https://www.data.gouv.fr/datasets/finess-extraction-du-fichier-des-etablissements',
  },
  async ({ file }) => {
    await expectKind(file, ['equipment_csv'], EQUIPMENT_EXPECTS);
    return readEquipmentTable;
  },
);

async function* valuesOf(rows: AsyncIterable<ActivityRow>): AsyncGenerator<CopyValue[]> {
  for await (const row of rows) {
    yield [
      ...[row.line, row.finess, row.nature, row.code, row.label, row.shown?.name ?? null],
      ...[row.shown?.needId ?? null, row.detail, row.capacity, row.startsOn, row.endsOn],
    ];
  }
}
