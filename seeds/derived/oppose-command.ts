// `npm run import -- oppose`: a professional objects, and is shown no more whatever is imported later.

import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import type { DatabaseHandle } from '#db/database.ts';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import { AppError } from '#domain/error.ts';
import { toMoment } from '#domain/time.ts';
import {
  findProfessionals,
  namesOfNumber,
  type Removed,
  removeNamedRows,
  removeProfessionals,
} from '#seeds/derived/remove-professional.ts';
import { announceChange } from '#seeds/pipeline/announce-change.ts';
import { beOnlyImport } from '#seeds/pipeline/only-import.ts';
import { nameIdentifier } from '#seeds/pipeline/opposed-names.ts';
import { forgetOpposition, recordOpposition } from '#seeds/pipeline/opposition.ts';

export const OPPOSE_USAGE = `  oppose RPPS [--note …]                     ce professionnel s’oppose à figurer : il est retiré et n’y revient plus
  oppose --name "NOM Prénom" --postcode CP   de même, sans numéro RPPS
  oppose --undo RPPS                         l’opposition est levée (ou --undo --name … --postcode …)
  oppose --list                              combien d’oppositions, et depuis quand`;

type Outlet = { now?: Date; say?: (text: string) => void };
type Person = { rpps: string } | { name: string };

/** Throws `bad_request` with the usage when the words are not understood. `words` follow « oppose ». */
export async function opposeCommand(
  handle: DatabaseHandle,
  words: readonly string[],
  { now = new Date(), say = (text) => console.log(text) }: Outlet = {},
): Promise<boolean> {
  const { values, positionals } = parse(words);
  if (values.list === true) {
    say(await describeOppositions(handle));
    return true;
  }
  const person = personOf(positionals, values);
  if (values.undo === true) {
    const kind = 'rpps' in person ? 'rpps' : 'name';
    const identifier = 'rpps' in person ? person.rpps : person.name;
    const forgotten = await handle.db.transaction((tx) => forgetOpposition(tx, kind, identifier));
    say(
      forgotten > 0
        ? 'Opposition levée : la fiche revient au prochain import (npm run import -- rpps … --again).'
        : 'Aucune opposition à ce nom ou à ce numéro.',
    );
    return forgotten > 0;
  }
  const { removed, isNew } = await oppose(handle, person, { note: values.note ?? null, now });
  say(
    `${isNew ? 'Opposition enregistrée' : 'Opposition déjà enregistrée'} : ${removed.professionals} personne(s) et ${removed.practices} lieu(x) d’exercice retirés.`,
  );
  if (removed.professionals === 0) {
    say('Personne de ce nom n’était montré : les imports à venir en tiendront compte.');
  }
  return true;
}

async function oppose(
  handle: DatabaseHandle,
  person: Person,
  { note, now }: { note: string | null; now: Date },
): Promise<{ removed: Removed; isNew: boolean }> {
  return await handle.bulkTransaction(async ({ db: tx }) => {
    // An import under way read the oppositions before this one.
    await beOnlyImport(tx);
    const rpps = 'rpps' in person ? person.rpps : null;
    const names = 'rpps' in person ? await namesOfNumber(tx, person.rpps) : [person.name];
    const declaredOn = toMoment(now.getTime()).date;
    const recorded = await recordOpposition(tx, { rpps, names, declaredOn, note });
    const found = await findProfessionals(tx, { rpps, names });
    const removed = await removeProfessionals(tx, found);
    await removeNamedRows(tx, names);
    if (removed.professionals > 0) {
      await refreshEntryProjection(tx);
      await announceChange(tx, 'oppose');
    }
    return { removed, isNew: recorded > 0 };
  });
}

/** Dates and counts: who opposed cannot be read back. */
async function describeOppositions({ db }: DatabaseHandle): Promise<string> {
  const { rows } = await db.execute<{ day: string; count: number }>(sql`
    select declared_on::text as day, count(*)::int as count from opposition o
    where not exists (select from opposition_name n where n.name_hash = o.hash)
    group by declared_on order by declared_on`);
  if (rows.length === 0) return 'Aucune opposition.';
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return [`${total} opposition(s)`, ...rows.map(({ day, count }) => `  ${day}  ${count}`)].join(
    '\n',
  );
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        postcode: { type: 'string' },
        note: { type: 'string' },
        list: { type: 'boolean' },
        undo: { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw refusal(cause instanceof Error ? cause.message : 'options non comprises', cause);
  }
}

function personOf(
  [rpps, extra]: readonly string[],
  { name, postcode }: { name?: string | undefined; postcode?: string | undefined },
): Person {
  if (extra !== undefined) throw refusal(`« ${extra} » est en trop`);
  if (rpps !== undefined) {
    if (name !== undefined) throw refusal('un numéro RPPS ou un nom, pas les deux');
    const digits = rpps.replace(/\s/g, '');
    if (!/^\d{11}$/.test(digits)) throw refusal('un numéro RPPS a onze chiffres');
    return { rpps: digits };
  }
  if (name === undefined || name.trim() === '')
    throw refusal('un numéro RPPS ou un nom est attendu');
  if (postcode === undefined || !/^\d{5}$/.test(postcode)) {
    throw refusal('avec --name, --postcode attend cinq chiffres');
  }
  return { name: nameIdentifier(name, '', postcode) };
}

function refusal(what: string, cause?: unknown): AppError {
  return new AppError('bad_request', `Opposition : ${what}.\n\n${OPPOSE_USAGE}`, { cause });
}
