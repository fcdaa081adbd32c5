// One person writes an offer, edit after edit, publishes now and then, and remembers what was acknowledged.

import type { DraftView } from '#api/features/workspace/present-offer.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import type { SignedIn } from '#tests/support/signed-in.ts';
import { completed } from '#tests/support/workspace-site.ts';
import type { Asked, AskUntilAnswered } from './killable-server.ts';

const ROOT = '/workspaces/mosc/offers';
const EDITS_A_VERSION = 15;
const EDITS_AN_OFFER = 60;

export type Written = {
  offerId: string;
  /** The name given by each acknowledged edit, in order. */
  names: readonly string[];
  /** The name each acknowledged version holds, in order. */
  versions: readonly string[];
};

export function createWriter(options: {
  name: string;
  person: SignedIn;
  publisher: SignedIn;
  ask: AskUntilAnswered;
  onAcknowledged: () => void;
  isOver: () => boolean;
}): () => Promise<readonly Written[]> {
  const { name, person, publisher, ask, onAcknowledged, isOver } = options;

  async function writeOffer(rank: number): Promise<Written> {
    const names: string[] = [];
    const versions: string[] = [];
    const key = { 'idempotency-key': `${name}-${rank}` };
    const created = expectStatus(
      await ask('POST', ROOT, { ...person.headers, ...key }, { kind: 'volunteer' }),
      201,
    );
    const { id } = created.body as { id: string };
    const path = `${ROOT}/${id}`;
    let { etag, document } = await readDraft(path);
    document = completed(document);
    while (names.length < EDITS_AN_OFFER && !isOver()) {
      const label = `${name} ${rank} ${names.length}`;
      document = { ...document, offer: { ...document.offer, name: label } };
      const saved = await ask(
        'PUT',
        `${path}/draft`,
        { ...person.headers, 'if-match': etag },
        document,
      );
      etag = expectStatus(saved, 200).etag;
      names.push(label);
      onAcknowledged();
      if (names.length % EDITS_A_VERSION !== 0) continue;
      const headers = { 'if-match': etag, 'idempotency-key': `${id}-${names.length}` };
      const order = { note: label };
      const published = await ask(
        'POST',
        `${path}/publication`,
        { ...publisher.headers, ...headers },
        order,
      );
      expectStatus(published, 201);
      versions.push(label);
      ({ etag } = await readDraft(path));
    }
    return { offerId: id, names, versions };
  }

  async function readDraft(path: string): Promise<{ etag: string; document: OfferDocument }> {
    const draft = expectStatus(await ask('GET', `${path}/draft`, person.headers), 200);
    return { etag: draft.etag, document: (draft.body as DraftView).document };
  }

  return async () => {
    const written: Written[] = [];
    for (let rank = 0; !isOver(); rank += 1) written.push(await writeOffer(rank));
    return written;
  };
}

function expectStatus(asked: Asked, status: number): Asked {
  if (asked.status === status) return asked;
  throw new Error(
    `Expected ${status}, received ${asked.status}: ${JSON.stringify(asked.body).slice(0, 500)}`,
  );
}
