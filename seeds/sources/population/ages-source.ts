// People by commune, sex and five years of age, whatever the file they come in.

import { sql } from 'drizzle-orm';
import { populationAge } from '#db/schema/population.ts';
import { AppError } from '#domain/error.ts';
import type { ImportContext, ImportSource } from '#seeds/pipeline/source.ts';
import { inOrder } from '#seeds/sources/communes/contours-source.ts';
import { loadKnownCodes, loadWanted } from '#seeds/sources/communes/known-codes.ts';
import { readJson } from '#seeds/sources/communes/read-json.ts';
import { addUpByCommune } from '#seeds/sources/population/commune-counts.ts';
import {
  AGES_EXPECTS,
  type AgeCounts,
  type AgesRead,
  readAges,
} from '#seeds/sources/population/read-ages.ts';
import {
  DETAILED_AGES_EXPECTS,
  readDetailedAges,
} from '#seeds/sources/population/read-detailed-ages.ts';
import { rememberOldTotals, writeAgeTotals } from '#seeds/sources/population/write-age-totals.ts';

const COLUMNS = ['insee', 'sex', 'age_from', 'count'];

type AgesFile = {
  feed: string;
  expects: string;
  read: (context: ImportContext) => Promise<AgesRead>;
};

/** « tranches » and two lists a commune, women first. */
export const agesSource = sourceOf({
  feed: 'ages',
  expects: AGES_EXPECTS,
  read: async ({ file, now, reject }) => readAges(file.name, await readJson(file), now, reject),
});

export const detailedAgesSource = sourceOf({
  feed: 'ages-detailles',
  expects: DETAILED_AGES_EXPECTS,
  read: readDetailedAges,
});

function sourceOf(kind: AgesFile): ImportSource {
  return {
    name: 'population',
    version: 2,
    expects: kind.expects,
    feedOf: (_, { feedId }) => feedId ?? kind.feed,

    source: (file) => ({
      id: 'population-ages',
      name: 'Recensement : population par sexe et âge',
      publisher: 'Insee',
      url: 'https://www.insee.fr/fr/metadonnees/source/serie/s1321',
      licence: 'Licence Ouverte 2.0',
      note: `Fichier ${file.name}`,
    }),

    stage: async (context) => {
      const { tx, bulk, territoryCodes, reject } = context;
      const read = await kind.read(context);
      const { communes, rejects } = addUpByCommune(
        read.rows,
        await loadKnownCodes(tx, null),
        await loadWanted(tx, territoryCodes),
        addAges,
      );
      for (const refused of inOrder(rejects)) reject(refused);
      await tx.execute(sql`
      create temporary table staged_age (insee text, sex text, age_from int, count float8,
        primary key (insee, sex, age_from)) on commit drop`);
      await bulk.copyValues(
        'staged_age',
        COLUMNS,
        communes.flatMap(({ insee, counts }) =>
          (['female', 'male'] as const).flatMap((sex) =>
            counts[sex].map((count, index) => [insee, sex, read.ages[index] ?? 0, count]),
          ),
        ),
      );
      return {
        read: null,
        readCount: read.readCount,
        keptCount: communes.reduce((sum, { rowCount }) => sum + rowCount, 0),
        asOf: `${read.year}`,
        validFrom: null,
        validTo: null,
      };
    },

    check: async ({ tx }, { keptCount, asOf }) => {
      const year = Number(asOf);
      const { rows } = await tx.execute<{ newer: number }>(sql`
      select count(distinct insee)::int as newer from ${populationAge}
      where year > ${year} and insee in (select insee from staged_age)`);
      const newer = rows[0]?.newer ?? 0;
      return [
        {
          guard: 'communes',
          label: 'Des communes connues',
          passed: keptCount > 0,
          detail: `${keptCount}`,
        },
        {
          guard: 'annee',
          label: 'Un recensement au moins aussi récent que celui d’ici',
          passed: newer === 0,
          detail: newer === 0 ? `${year}` : `${year}, plus ancien pour ${newer} communes`,
        },
      ];
    },

    swap: async ({ tx, sourceId }, { asOf, keptCount }) => {
      const year = Number(asOf);
      const { rows: changed } = await tx.execute<{ insee: string }>(sql`
      select distinct insee from (
        (select insee, sex, age_from, count, ${year}::int as year from staged_age
          except select insee, sex, age_from, count, year from ${populationAge})
        union all (select insee, sex, age_from, count, year from ${populationAge}
          where insee in (select insee from staged_age)
          except select insee, sex, age_from, count, ${year}::int from staged_age)) differs`);
      await rememberOldTotals(tx);
      const insees = sql`${sql.param(changed.map(({ insee }) => insee))}::text[]`;
      await tx.execute(sql`delete from ${populationAge} where insee = any(${insees})`);
      await tx.execute(sql`
      insert into ${populationAge} (insee, sex, age_from, count, year, source_id)
      select insee, sex, age_from, count, ${year}, ${sourceId} from staged_age
      where insee = any(${insees})`);
      const totals = await writeAgeTotals(tx, sourceId, year);
      return {
        counts: { 'communes par âge': changed.length, 'populations mises à jour': totals },
        unchangedCount: keptCount - changed.length,
      };
    },
  };
}

function addAges(one: AgeCounts, other: AgeCounts): AgeCounts {
  const add = (a: readonly number[], b: readonly number[]) =>
    a.map((count, index) => count + (b[index] ?? 0));
  if (one.female.length !== other.female.length) {
    throw new AppError('bad_import', 'Des communes n’ont pas les mêmes tranches d’âge.');
  }
  return { female: add(one.female, other.female), male: add(one.male, other.male) };
}
