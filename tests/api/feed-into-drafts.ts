// What becomes of a feed sent whole to an organization of its own: what is proposed, then what is kept.

import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import type { FileProposal } from '#api/features/workspace/file-answers.ts';
import type { DraftView } from '#api/features/workspace/present-offer.ts';
import type { Database } from '#db/database.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import type { TestApp } from '#tests/support/app.ts';
import { addWorkspace, signInAs } from '#tests/support/signed-in.ts';

const FOLDER = sharedFile('data/gtfs-flex', 'Import of shared feeds into drafts');

/** Every archive of the folder, by its path. */
export const SHARED_FEEDS: readonly string[] =
  FOLDER === null
    ? []
    : readdirSync(FOLDER)
        .filter((name) => name.endsWith('.zip'))
        .map((name) => `${FOLDER}/${name}`);

type Drafts = {
  proposal: FileProposal;
  /** In the order they were proposed. */
  documents: DraftView['document'][];
  /** The same file, proposed once more. */
  again: FileProposal;
};

export async function feedIntoDrafts(
  site: TestApp,
  db: Database,
  workspaceId: string,
  bytes: Uint8Array,
): Promise<Drafts> {
  await addWorkspace(db, workspaceId, { territoryCodes: ['sud-charente'] });
  const { headers, cookie } = await signInAs(db, { [workspaceId]: 'editor' });
  const root = `/api/workspaces/${workspaceId}`;
  const send = (path: string) =>
    site.app.request(`${root}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/zip' },
      body: Buffer.from(bytes),
    });
  const propose = async () => (await (await send('/files')).json()) as FileProposal;
  const proposal = await propose();
  const keys = proposal.offers.map(({ id, revision }) => `${id}@${revision}`).join(',');
  const accepted = await send(`/files/acceptance?offers=${encodeURIComponent(keys)}`);
  expect(accepted.status).toBe(201);
  const documents: DraftView['document'][] = [];
  for (const { id } of proposal.offers) {
    const draft = await site.get(`${root}/offers/${id}/draft`, { cookie });
    expect(draft.status).toBe(200);
    documents.push(((await draft.json()) as DraftView).document);
  }
  return { proposal, documents, again: await propose() };
}
