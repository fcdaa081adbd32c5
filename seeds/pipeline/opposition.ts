// Who asked not to be shown? Imports ask here before they keep a professional; only hashes are kept.

import { randomBytes } from 'node:crypto';
import { inArray, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { opposition, oppositionKey } from '#db/schema/links.ts';
import { oppositionName } from '#db/schema/rpps.ts';
import {
  hashUnder,
  type Opposition,
  type OppositionFacts,
  type OppositionHash,
  oppositionOf,
} from '#seeds/pipeline/opposed-names.ts';

export async function loadOpposition(tx: Database): Promise<Opposition> {
  return oppositionOf(await loadOppositionFacts(tx));
}

/** Null: nobody ever opposed. */
export async function loadOppositionFacts(tx: Database): Promise<OppositionFacts | null> {
  const [key] = await tx.select().from(oppositionKey);
  const hashes = new Set((await tx.select({ hash: opposition.hash }).from(opposition)).map(hashOf));
  if (key === undefined || hashes.size === 0) return null;
  const named = await tx.selectDistinct({ hash: oppositionName.nameHash }).from(oppositionName);
  return { secret: key.secret, hashes, withNumber: new Set(named.map(hashOf)) };
}

/** Makes the deployment's secret at the first opposition. */
export async function oppositionHash(tx: Database): Promise<OppositionHash> {
  const secret = randomBytes(32).toString('hex');
  await tx.insert(oppositionKey).values({ secret }).onConflictDoNothing();
  const [key] = await tx.select().from(oppositionKey);
  return hashUnder(key?.secret ?? secret);
}

export type Declaration = {
  rpps: string | null;
  /** Made by `nameIdentifier`. */
  names: readonly string[];
  declaredOn: string;
  note: string | null;
};

/** Writes the hashes. Returns how many were new. */
export async function recordOpposition(
  tx: Database,
  { rpps, names, declaredOn, note }: Declaration,
): Promise<number> {
  const hash = await oppositionHash(tx);
  const rppsHash = rpps === null ? null : hash('rpps', rpps);
  const nameHashes = [...new Set(names)].map((name) => hash('name', name));
  const hashes = [...(rppsHash === null ? [] : [rppsHash]), ...nameHashes];
  if (hashes.length === 0) return 0;
  // A name once declared alone stays so: its owner may have no number, or not this one.
  const known = await tx
    .select({ hash: opposition.hash })
    .from(opposition)
    .where(inArray(opposition.hash, nameHashes));
  const alone = new Set(known.map(hashOf));
  const written = await tx
    .insert(opposition)
    .values(hashes.map((each) => ({ hash: each, declaredOn, note })))
    .onConflictDoNothing()
    .returning({ hash: opposition.hash });
  const linked = rppsHash === null ? [] : nameHashes.filter((each) => !alone.has(each));
  if (rppsHash !== null && linked.length > 0) {
    await tx
      .insert(oppositionName)
      .values(linked.map((nameHash) => ({ rppsHash, nameHash })))
      .onConflictDoNothing();
  } else if (rppsHash === null) {
    await tx.delete(oppositionName).where(inArray(oppositionName.nameHash, nameHashes));
  }
  return written.length;
}

/** Forgets a number with the names declared with it, or a name. Returns how many hashes. */
export async function forgetOpposition(
  tx: Database,
  kind: 'rpps' | 'name',
  identifier: string,
): Promise<number> {
  const hash = (await oppositionHash(tx))(kind, identifier);
  const deleted = await tx.execute(sql`
    with linked as (delete from ${oppositionName} where rpps_hash = ${hash} returning name_hash)
    delete from ${opposition} o where o.hash = ${hash} or o.hash in (
      select name_hash from linked where not exists (
        select from ${oppositionName} other
        where other.name_hash = linked.name_hash and other.rpps_hash <> ${hash}))`);
  return deleted.rowCount ?? 0;
}

const hashOf = ({ hash }: { hash: string }): string => hash;
