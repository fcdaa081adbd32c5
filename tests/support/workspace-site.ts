// An organization with people of each role, beside another one, on the small territory: ready to write.

import type { DraftView, OfferView } from '#api/features/workspace/present-offer.ts';
import type { Database } from '#db/database.ts';
import { provider } from '#db/schema/transport.ts';
import type { Role } from '#domain/account/roles.ts';
import type { Offer } from '#domain/transport/offer.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import {
  bookingRule,
  communes,
  serviceCalendar,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';
import type { TestApp } from '#tests/support/app.ts';
import { addWorkspace, type SignedIn, signInAs } from '#tests/support/signed-in.ts';
import { TERRITORY, writeSmallTerritory } from '#tests/support/small-territory.ts';

export type Reply<Body> = { status: number; etag: string; body: Body; headers: Headers };
export type Ask = <Body = Record<string, unknown>>(
  method: string,
  path: string,
  options?: { body?: unknown; etag?: string; key?: string; as?: SignedIn | null },
) => Promise<Reply<Body>>;

export type People = {
  publisher: SignedIn;
  editor: SignedIn;
  reader: SignedIn;
  stranger: SignedIn;
};

/** `mosc` and `autre`, both carriers of the territory. */
export async function writeOrganizations(db: Database): Promise<void> {
  await writeSmallTerritory(db);
  for (const id of ['mosc', 'autre']) {
    await db.insert(provider).values({ id, name: `Association ${id}`, kind: 'association' });
    await addWorkspace(db, id, { providerId: id, territoryCodes: [TERRITORY] });
  }
}

export async function signInPeople(db: Database): Promise<People> {
  const member = (role: Role, name: string) => signInAs(db, { mosc: role }, { name });
  return {
    publisher: await member('publisher', 'Paule Publie'),
    editor: await member('editor', 'Édith Écrit'),
    reader: await member('reader', 'Luc Lit'),
    stranger: await signInAs(db, { autre: 'admin' }, { name: 'Alix Autre' }),
  };
}

/** As a page asks: `as` is the publisher of `mosc` unless said. */
export function asker(site: Pick<TestApp, 'app'>, people: People): Ask {
  return async (method, path, { body, etag, key, as = people.publisher } = {}) => {
    const response = await site.app.request(`/api${path}`, {
      method,
      headers: {
        ...(as === null
          ? { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
          : as.headers),
        ...(etag === undefined ? {} : { 'if-match': etag }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      etag: response.headers.get('etag') ?? '',
      body: text === '' ? null : JSON.parse(text),
      headers: response.headers,
    };
  };
}

/** What can be published: a driver on weekdays, booked by phone, ten cents a kilometre. */
export function completed(
  document: OfferDocument,
  change: Partial<OfferDocument['offer']> = {},
): OfferDocument {
  const { provenance } = document.offer;
  return {
    ...document,
    offer: {
      ...document.offer,
      name: 'Transport solidaire',
      summary: 'Un bénévole vous conduit.',
      phone: '05 36 49 00 99',
      patterns: [
        travelPattern({
          id: 'p1',
          rule: 'starts_in',
          origin: communes('16020', '16230'),
          bothWays: true,
          maxKm: 100,
          calendar: serviceCalendar(),
          durationFactor: 1,
          durationOffsetSeconds: 0,
        }),
      ],
      booking: bookingRule({ provenance, phone: '05 36 49 00 99' }),
      fares: [
        {
          kind: 'per_km',
          centsPerKm: 10,
          basis: 'home_round_trip',
          waitRule: null,
          note: null,
          provenance,
        },
      ],
      eligibility: {
        criterion: { kind: 'residence', insees: ['16020', '16230'], label: 'La vallée' },
        proof: null,
        weight: 'hard',
      },
      ...change,
    },
  };
}

export async function until(isTrue: () => Promise<boolean>, limitMs = 2000): Promise<number> {
  const startMs = performance.now();
  while (!(await isTrue())) {
    if (performance.now() - startMs > limitMs) throw new Error(`Not true after ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - startMs;
}

const OFFERS = '/workspaces/mosc/offers';

/** A draft of `mosc`, begun and not written yet. */
export async function beginOffer(
  ask: Ask,
  kind = 'volunteer',
): Promise<{ path: string; id: string; draft: DraftView }> {
  const { body } = await ask<OfferView>('POST', OFFERS, { body: { kind } });
  const path = `${OFFERS}/${body.id}`;
  const draft = await ask<DraftView>('GET', `${path}/draft`);
  return { path, id: body.id, draft: draft.body };
}

/** Written whole and published; the state after it. */
export async function publishOffer(ask: Ask, change: Partial<Offer> = {}) {
  const { path, id, draft } = await beginOffer(ask);
  const document = completed(draft.document, change);
  const saved = await ask<DraftView>('PUT', `${path}/draft`, { body: document, etag: '"1"' });
  const reply = await ask<{ version: number; offer: OfferView }>('POST', `${path}/publication`, {
    body: { note: 'Première' },
    etag: saved.etag,
  });
  if (reply.status !== 201) throw new Error(`Not published: ${JSON.stringify(reply.body)}`);
  return { path, id, document, offer: reply.body.offer };
}
