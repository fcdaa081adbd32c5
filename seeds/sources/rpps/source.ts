// `npm run import -- rpps FILE`: health professionals and where they practise.

import { sql } from 'drizzle-orm';
import type { PartialDate } from '#domain/provenance.ts';
import { loadWanted } from '#seeds/derived/wanted-territory.ts';
import { checkReferences, skipRowChecks } from '#seeds/pipeline/skip-row-checks.ts';
import type { Check, ImportContext, ImportSource } from '#seeds/pipeline/source.ts';
import { RPPS_EXPECTS } from '#seeds/sources/rpps/columns.ts';
import {
  endFirstLoad,
  fillDirectory,
  leaveOutFirstLinked,
} from '#seeds/sources/rpps/first-load.ts';
import { type RppsRead, stageActivities } from '#seeds/sources/rpps/stage.ts';
import { decideAgain, writeNeeds, writePhones } from '#seeds/sources/rpps/swap-details.ts';
import { markGone, moveToSites, writeDirectory } from '#seeds/sources/rpps/swap-directory.ts';
import { claimLinked, leaveOutLinked, linkActivities } from '#seeds/sources/rpps/swap-links.ts';
import { dropUnchanged, listGone, writeSnapshot } from '#seeds/sources/rpps/swap-snapshot.ts';

/** So few may go whatever their share: a small territory. */
const FEW_GONE = 10;
/** A week changes less than one practice in a hundred. */
const MOST_GONE_PERCENT = 20;
/** From so many new rows on, the planner needs to know. */
const MANY_CHANGED = 10_000;

export const rppsSource: ImportSource<RppsRead> = {
  name: 'rpps',
  version: 2,
  expects: RPPS_EXPECTS,
  changesDirectory: true,

  source: (file) => ({
    id: 'rpps',
    name: 'Annuaire Santé, professionnels (RPPS)',
    publisher: 'Agence du numérique en santé',
    url: 'https://www.data.gouv.fr/datasets/annuaire-sante-extractions-des-donnees-en-libre-acces-des-professionnels-intervenant-dans-le-systeme-de-sante-rpps',
    licence: 'Licence Ouverte 2.0',
    note: `Fichier ${file.name}`,
  }),

  stage: stageActivities,

  check: async (context, { read }) => {
    await context.tx.execute(sql`set local work_mem = '64MB'`);
    await listGone(context.tx, await inseesOf(context));
    return [
      {
        guard: 'lieux',
        label: 'Des lieux d’exercice à montrer',
        passed: read.practiceCount > 0,
        detail: read.practiceCount > 0 ? `${read.practiceCount}` : 'aucune ligne ne convient',
      },
      await checkGone(context),
    ];
  },

  swap: async (context, { asOf, read }) => {
    const linkedCount = await linkActivities(context);
    const written = read.isFirst
      ? await writeFirst(context, asOf, linkedCount)
      : await writeChanged(context, asOf, read);
    await decideAgain(context);
    if (read.isFirst) await endFirstLoad(context);
    return {
      counts: {
        'lieux d’exercice nouveaux ou changés': written.practices,
        professionnels: written.professionals,
        cabinets: written.places,
        téléphones: written.phones,
        'besoins auxquels ils répondent': written.needs,
        'rattachés à un établissement': written.moved,
        'champs de fiches liées mis à jour': written.fieldsWon,
        'lieux d’exercice disparus': written.gone,
        'lignes de personnes qui s’y opposent': read.opposedCount,
      },
      unchangedCount: written.unchangedCount,
      isSound: read.isFirst,
    };
  },
};

type Written = {
  professionals: number;
  places: number;
  practices: number;
  phones: number;
  needs: number;
  moved: number;
  gone: number;
  fieldsWon: number;
  unchangedCount: number;
};

/** Each is written where its site is: none is to move, and none can be gone. */
async function writeFirst(
  context: ImportContext,
  asOf: PartialDate | null,
  linkedCount: number,
): Promise<Written> {
  const { tx, incoming } = context;
  let fieldsWon = 0;
  if (linkedCount > 0) {
    await incoming.within();
    fieldsWon = await claimLinked(context, asOf);
    await leaveOutFirstLinked(tx);
  }
  const filled = await fillDirectory(context, asOf);
  return { ...filled, moved: 0, gone: 0, fieldsWon, unchangedCount: 0 };
}

async function writeChanged(
  context: ImportContext,
  asOf: PartialDate | null,
  { practiceCount }: RppsRead,
): Promise<Written> {
  const { tx, now } = context;
  const unchangedCount = await dropUnchanged(tx);
  await writeSnapshot(tx);
  await leaveOutLinked(tx);
  const fieldsWon = await claimLinked(context, asOf);
  const written = await skipRowChecks(tx, async () => ({
    ...(await writeDirectory(tx, asOf)),
    phones: await writePhones(tx, asOf),
    needs: await writeNeeds(tx, asOf),
    moved: await moveToSites(tx),
  }));
  if (practiceCount - unchangedCount > MANY_CHANGED) {
    await tx.execute(sql`analyze professional, place, practice, contact_point, service`);
  }
  const from = { table: 'practice', sourceId: 'rpps' };
  await checkReferences(tx, { ...from, column: 'professional_id', target: 'professional' });
  await checkReferences(tx, { ...from, column: 'place_id', target: 'place' });
  const gone = await markGone(tx, now);
  return { ...written, gone, fieldsWon, unchangedCount };
}

async function inseesOf({ tx, territoryCodes }: ImportContext): Promise<string[] | null> {
  const wanted = await loadWanted(tx, territoryCodes);
  return wanted === null ? null : [...wanted.insees];
}

async function checkGone({ tx }: ImportContext): Promise<Check> {
  const [counted] = (
    await tx.execute<{ gone: number; all: number }>(sql`
      select (select count(*) from rpps_gone)::int as gone,
        (select count(*) from public.rpps_activity)::int as all`)
  ).rows;
  const { gone, all } = counted ?? { gone: 0, all: 0 };
  const percent = all === 0 ? 0 : Math.round((100 * gone) / all);
  return {
    guard: 'disparus',
    label: `Au plus ${MOST_GONE_PERCENT} % de lieux d’exercice disparus`,
    passed: gone <= FEW_GONE || percent <= MOST_GONE_PERCENT,
    detail: `${gone} sur ${all}`,
  };
}
