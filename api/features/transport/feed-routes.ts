// The offers organizations publish, as a GTFS and GTFS-Flex archive that anybody may use.

import { createHash } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import type { HttpEnv } from '#api/http/http-env.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { buildOfferFeed, feedAddress } from '#api/runtime/offer-feed.ts';
import type { Stores } from '#api/runtime/stores.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { findTerritory } from '#db/queries/territory/find-territory.ts';
import { findOrganization } from '#db/queries/workspace/find-organization.ts';
import { lastOffersChange } from '#db/queries/workspace/last-offers-change.ts';
import { listPublishedDocuments } from '#db/queries/workspace/list-documents.ts';
import { AppError } from '#domain/error.ts';
import { toMoment } from '#domain/time.ts';
import { webAddress } from '#domain/transport/export-gtfs/export-booking.ts';
import type { FeedEntry, FeedPublisher } from '#domain/transport/export-gtfs/feed-input.ts';
import { OPEN_LICENCE } from '#domain/transport/export-gtfs/offers-sidecar.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { offersSchema } from './answers.ts';
import { feedQuery, organizationParams } from './contract.ts';

const FRESH_SECONDS = 300;
/** Feeds kept ready: those of one day and one state of the offers. */
const MOST_KEPT = 40;

export type FeedDeps = {
  database: DatabaseHandle;
  stores: Pick<Stores, 'offers'>;
  config: { publicUrl: string | null };
  /** Epoch milliseconds. */
  clock: () => number;
};

const listPublished = createRoute({
  method: 'get',
  path: '/transport/organizations/{workspace}/offers',
  tags: ['transport'],
  summary: 'The offers one organization publishes, as residents read them',
  request: { params: organizationParams },
  responses: { 200: describeJson('Offers', offersSchema), ...refusals },
});

type Wanted = z.infer<typeof feedQuery>;
type KeptFeed = { bytes: Uint8Array<ArrayBuffer>; etag: string };

const getFeed = createRoute({
  method: 'get',
  path: '/transport/gtfs.zip',
  tags: ['transport'],
  summary:
    'The published offers of an organization or of a territory: GTFS, GTFS-Flex, offers whole',
  description: `${OPEN_LICENCE.name}. What the formats cannot say is in x_offers.json.`,
  request: { query: feedQuery },
  responses: {
    200: {
      description: 'A GTFS archive, with a year of calendar from today',
      content: { 'application/zip': { schema: z.string().meta({ format: 'binary' }) } },
    },
    ...refusals,
  },
});

export function feedRoutes(deps: FeedDeps) {
  const kept = new Map<string, KeptFeed>();
  return createRoutes()
    .openapi(listPublished, async (c) => {
      const { workspace } = c.req.valid('param');
      const { database, stores } = deps;
      await publisherOf(deps, { workspace }, '');
      const documents = await listPublishedDocuments(database.db, workspace);
      const ids = new Set(documents.map(({ offer }) => offer.id));
      const offers = stores.offers.list({}).filter(({ id }) => ids.has(id));
      return sendJson(c, offers, { seconds: 60 });
    })
    .openapi(getFeed, async (c) => {
      const wanted = c.req.valid('query');
      const { database, clock, config } = deps;
      const { date } = toMoment(clock());
      const change = await lastOffersChange(database.db);
      const address = feedAddress(config.publicUrl, c.req.url);
      const key = JSON.stringify([wanted, date, change, address]);
      const feed = kept.get(key) ?? (await build(deps, wanted, { date, change, address }));
      kept.delete(key);
      kept.set(key, feed);
      for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old);
      return answer(c, feed, `${wanted.workspace ?? wanted.territory}-gtfs.zip`);
    });
}

type Edition = { date: string; change: number; address: string };

async function build(
  deps: FeedDeps,
  wanted: Wanted,
  { date, change, address }: Edition,
): Promise<KeptFeed> {
  const { db } = deps.database;
  const publisher = await publisherOf(deps, wanted, address);
  const documents = await listPublishedDocuments(db, wanted.workspace ?? null);
  const entries = shownEntries(deps, documents, wanted.territory);
  const version = `${date}.${change}`;
  const built = await buildOfferFeed(db, { entries, publisher, from: date, version });
  const bytes = Uint8Array.from(built);
  return {
    bytes,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
  };
}

/** Throws `not_found`. */
async function publisherOf(
  { database }: FeedDeps,
  { workspace, territory }: Wanted,
  url: string,
): Promise<FeedPublisher> {
  if (workspace !== undefined) {
    const organization = await findOrganization(database.db, workspace);
    if (organization === null) {
      throw new AppError('not_found', `No organization has the id ${workspace}.`);
    }
    const { name, provider } = organization;
    return { name, url: webAddress(provider?.url ?? null) ?? url, email: provider?.email ?? null };
  }
  const found = await findTerritory(database.db, territory ?? '');
  if (found === null) throw new AppError('not_found', `No territory has the code ${territory}.`);
  return { name: found.name, url, email: null };
}

/** With what residents read of each at this moment. */
function shownEntries(
  { stores }: FeedDeps,
  documents: readonly OfferDocument[],
  territory: string | undefined,
): FeedEntry[] {
  const shown = new Map(stores.offers.list({ territory }).map((offer) => [offer.id, offer]));
  return documents.flatMap((document) => {
    const offer = shown.get(document.offer.id);
    return offer === undefined ? [] : { document, shown: offer };
  });
}

function answer(c: Context<HttpEnv>, { bytes, etag }: KeptFeed, name: string): Response {
  const headers = {
    etag,
    'cache-control': `public, max-age=${FRESH_SECONDS}`,
    link: `<${OPEN_LICENCE.url}>; rel="license"`,
    'access-control-allow-origin': '*',
  };
  const asked = (c.req.header('if-none-match') ?? '').split(',').map((each) => each.trim());
  if (asked.some((each) => each === '*' || each.replace(/^W\//, '') === etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(bytes, {
    headers: {
      ...headers,
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}
