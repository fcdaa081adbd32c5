// Which other file should be loaded before this one, and is it? Said once, at the end of the summary.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { communeMovement, officialCommune } from '#db/schema/commune-history.ts';
import { finessSite } from '#db/schema/finess.ts';
import { rppsActivity } from '#db/schema/rpps.ts';
import { commune } from '#db/schema/territory.ts';
import type { Reject } from '#seeds/pipeline/source.ts';

/** How a refusal for want of a commune begins. */
const UNKNOWN_COMMUNE = 'Commune inconnue';
const HISTORY_PAGE = 'https://www.insee.fr/fr/information/2560452';

type Missing = { table: typeof commune | typeof finessSite | typeof rppsActivity; words: string };

const COMMUNES: Missing = {
  table: commune,
  words:
    'Aucune commune n’est chargée ici. D’abord : npm run import -- territory SIREN (communes d’un EPCI et d’alentour), ou npm run import -- communes FICHIER (réponse de geo.api.gouv.fr).',
};
const SITES: Missing = {
  table: finessSite,
  words:
    'Aucun établissement FINESS n’est chargé ici, à quoi rattacher ces lignes. D’abord : npm run import -- finess',
};
const PROFESSIONALS: Missing = {
  table: rppsActivity,
  words:
    'Aucun professionnel du RPPS n’est chargé ici, à qui rattacher ces lignes. D’abord : npm run import -- rpps',
};

/** By the word of the command. */
const NEEDED: Readonly<Record<string, readonly Missing[]>> = {
  population: [COMMUNES],
  places: [COMMUNES],
  finess: [COMMUNES],
  rpps: [COMMUNES],
  'finess-activites': [SITES],
  'finess-equipements': [SITES],
  ameli: [PROFESSIONALS],
  'ameli-centres': [SITES],
  acceslibre: [SITES],
};

/** Sentences for the person, each with the command; none when nothing is missing. */
export async function findLoadFirst(
  tx: Database,
  word: string,
  { keptCount, rejects }: { keptCount: number; rejects: readonly Reject[] },
): Promise<string[]> {
  const sentences: string[] = [];
  // Outlines draw communes that are known; a list of communes makes them.
  if (word === 'communes' && keptCount === 0 && (await isEmpty(tx, commune))) {
    sentences.push(COMMUNES.words);
  }
  for (const { table, words } of NEEDED[word] ?? []) {
    if (await isEmpty(tx, table)) sentences.push(words);
  }
  const strangers = rejects.filter(({ reason }) => reason.startsWith(UNKNOWN_COMMUNE)).length;
  if (strangers > 0) sentences.push(...(await missingHistory(tx, strangers)));
  return sentences;
}

async function missingHistory(tx: Database, rowCount: number): Promise<string[]> {
  const files: string[] = [];
  if (await isEmpty(tx, officialCommune)) files.push('v_commune_AAAA.csv');
  if (await isEmpty(tx, communeMovement)) files.push('v_mvt_commune_AAAA.csv');
  if (files.length === 0) return [];
  const commands = files.map((file) => `npm run import -- communes ${file}`).join(' puis ');
  const lines = rowCount === 1 ? '1 ligne refusée porte' : `${rowCount} lignes refusées portent`;
  return [
    `${lines} le code d’une commune inconnue, fusionnée depuis peut-être : il manque ${files.join(' et ')} de l’Insee (${HISTORY_PAGE}). D’abord : ${commands}`,
  ];
}

async function isEmpty(
  tx: Database,
  table: Missing['table'] | typeof officialCommune | typeof communeMovement,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from ${table} limit 1`);
  return rows.length === 0;
}
