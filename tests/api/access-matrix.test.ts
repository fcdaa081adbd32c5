// Is each route refused to everybody but those it is for? Routes × people × objects of another organization.

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DraftView, OfferView } from '#api/features/workspace/present-offer.ts';
import { isAllowed, type Permission, ROLES, type Role } from '#domain/account/roles.ts';
import { importBytes } from '#tests/seeds/gtfs-importing.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { localFiles } from '#tests/support/local-feed.ts';
import { type SignedIn, signInAs } from '#tests/support/signed-in.ts';
import {
  asker,
  completed,
  signInPeople,
  writeOrganizations,
} from '#tests/support/workspace-site.ts';

/** What a route is for: everybody, whoever is signed in, or members who may do this. */
type Access = 'everybody' | 'signed_in' | Permission;

const WS = '/api/workspaces/{workspaceId}';
const OFFER = `${WS}/offers/{offerId}`;

/** Every route of the API. One that is missing here, or is here and no more there, fails. */
const ROUTES: Readonly<Record<string, Access>> = {
  'GET /api/account/sign-in': 'everybody',
  'POST /api/account/sign-in': 'everybody',
  'POST /api/account/sign-out': 'everybody',
  'GET /api/account/invitations/{token}': 'everybody',
  'POST /api/account/invitations/{token}': 'everybody',
  'GET /api/account/password/{token}': 'everybody',
  'POST /api/account/password/{token}': 'everybody',
  'POST /api/account/passkeys/sign-in/options': 'everybody',
  'POST /api/account/passkeys/sign-in': 'everybody',
  'GET /api/account/me': 'signed_in',
  'GET /api/account/sessions': 'signed_in',
  'DELETE /api/account/sessions': 'signed_in',
  'DELETE /api/account/sessions/{id}': 'signed_in',
  'POST /api/account/password': 'signed_in',
  'GET /api/account/passkeys': 'signed_in',
  'POST /api/account/passkeys': 'signed_in',
  'POST /api/account/passkeys/options': 'signed_in',
  'DELETE /api/account/passkeys/{id}': 'signed_in',
  [`GET ${WS}/members`]: 'member.read',
  [`PUT ${WS}/members/{userId}`]: 'member.manage',
  [`DELETE ${WS}/members/{userId}`]: 'member.manage',
  [`GET ${WS}/invitations`]: 'member.manage',
  [`POST ${WS}/invitations`]: 'member.manage',
  [`DELETE ${WS}/invitations/{invitationId}`]: 'member.manage',
  [`GET ${WS}/organizations`]: 'workspace.create',
  [`POST ${WS}/organizations`]: 'workspace.create',
  [`POST ${WS}/organizations/{organizationId}/invitations`]: 'workspace.create',
  [`GET ${WS}/ground`]: 'offer.read',
  [`GET ${WS}/stops`]: 'offer.read',
  [`POST ${WS}/areas`]: 'offer.read',
  [`GET ${WS}/offers`]: 'offer.read',
  [`POST ${WS}/offers`]: 'offer.edit',
  [`GET ${OFFER}`]: 'offer.read',
  [`PATCH ${OFFER}`]: 'offer.publish',
  [`GET ${OFFER}/draft`]: 'offer.read',
  [`PUT ${OFFER}/draft`]: 'offer.edit',
  [`DELETE ${OFFER}/draft`]: 'offer.edit',
  [`GET ${OFFER}/draft/notices`]: 'offer.read',
  [`POST ${OFFER}/publication`]: 'offer.publish',
  [`DELETE ${OFFER}/publication`]: 'offer.publish',
  [`DELETE ${OFFER}/publication/planned`]: 'offer.publish',
  [`PUT ${OFFER}/suspension`]: 'offer.publish',
  [`DELETE ${OFFER}/suspension`]: 'offer.publish',
  [`POST ${OFFER}/verification`]: 'offer.confirm',
  [`GET ${OFFER}/versions`]: 'offer.read',
  [`GET ${OFFER}/versions/{number}`]: 'offer.read',
  [`POST ${OFFER}/versions/{number}/restoration`]: 'offer.publish',
  [`GET ${OFFER}/comparison`]: 'offer.read',
  [`POST ${OFFER}/trial`]: 'offer.read',
  [`GET ${WS}/cases`]: 'offer.read',
  [`POST ${WS}/cases`]: 'case.edit',
  [`PUT ${WS}/cases/{caseId}`]: 'case.edit',
  [`DELETE ${WS}/cases/{caseId}`]: 'case.edit',
  [`GET ${WS}/history`]: 'history.read',
  [`GET ${WS}/files`]: 'file.export',
  [`POST ${WS}/files`]: 'file.import',
  [`POST ${WS}/files/acceptance`]: 'file.import',
  [`GET ${WS}/reports`]: 'report.read',
  [`POST ${WS}/reports/{reportId}/review`]: 'report.review',
  [`GET ${WS}/freshness`]: 'freshness.read',
  [`GET ${WS}/trip-counts`]: 'trips.count',
  [`POST ${WS}/trip-counts`]: 'trips.count',
  [`GET ${WS}/trip-counts/{file}`]: 'trips.count',
  [`GET ${WS}/overlays`]: 'overlay.read',
  [`POST ${WS}/overlays`]: 'overlay.edit',
  [`PUT ${WS}/overlays/{overlayId}`]: 'overlay.edit',
  [`DELETE ${WS}/overlays/{overlayId}`]: 'overlay.edit',
  [`GET ${WS}/lines`]: 'overlay.read',
  [`GET ${WS}/lines/one`]: 'overlay.read',
  [`GET ${WS}/scenarios`]: 'scenario.keep',
  [`POST ${WS}/scenarios`]: 'scenario.keep',
  [`PUT ${WS}/scenarios/{scenarioId}`]: 'scenario.keep',
  [`DELETE ${WS}/scenarios/{scenarioId}`]: 'scenario.keep',
  [`GET ${WS}/departures`]: 'departure.note',
  [`PUT ${WS}/departures/{entryId}`]: 'departure.note',
  [`DELETE ${WS}/departures/{entryId}`]: 'departure.note',
  [`GET ${WS}/leaving-share`]: 'departure.note',
  [`GET ${WS}/access-model`]: 'scenario.keep',
  [`GET ${WS}/demand`]: 'demand.read',
  [`GET ${WS}/demand.csv`]: 'demand.read',
};

/** For everybody, without an account: residents, other sites, machines. */
const PUBLIC: readonly string[] = [
  '/api/access/{territory}',
  '/api/access/{territory}/communes/{insee}',
  '/api/access/{territory}/communes/{insee}/alike',
  '/api/access/{territory}/communes/{insee}/days',
  '/api/access/{territory}/compare',
  '/api/access/{territory}/jobs',
  '/api/access/{territory}/jobs/{job}',
  '/api/access/{territory}/model',
  '/api/access/{territory}/openings',
  '/api/access/{territory}/try',
  '/api/access/{territory}/places',
  '/api/access/{territory}/places.csv',
  '/api/access/{territory}/places.geojson',
  '/api/access/{territory}/tiles',
  '/api/access/{territory}/twins',
  '/api/changes',
  '/api/directory',
  '/api/directory/suggest',
  '/api/directory/tiles/{z}/{x}/{y}',
  '/api/directory/{id}',
  '/api/directory/{id}/card.vcf',
  '/api/health',
  '/api/journeys',
  '/api/journeys/visits',
  '/api/needs',
  '/api/places/nearest',
  '/api/places/suggest',
  '/api/places/{key}',
  '/api/qr.svg',
  '/api/ready',
  '/api/reports',
  '/api/slots',
  '/api/sources',
  '/api/sources/editions',
  '/api/territories',
  '/api/territories/{code}',
  '/api/territories/{code}/shapes',
  '/api/themes',
  '/api/transport/gtfs.zip',
  '/api/transport/medical-advice',
  '/api/transport/offers',
  '/api/transport/offers/{id}',
  '/api/transport/offers/{id}/marks',
  '/api/transport/organizations/{workspace}/offers',
];

/** What reads requests before any route, and what the API says of itself. */
const OF_THE_APP: readonly string[] = [
  'ALL /*',
  'ALL /api/access/{territory}/jobs',
  'ALL /api/account/*',
  'ALL /api/workspaces',
  'ALL /api/workspaces/*',
  'GET /api/docs',
  'GET /api/openapi.json',
];

const CASE = {
  label: 'Essai',
  subject: {
    homeInsee: '16020',
    entryId: 'gp-ouvert',
    weekday: 2,
    minute: 600,
    lengthMinutes: 45,
    profile: {},
    needs: [],
  },
};

const SCENARIO = { name: 'Essai', territoryCode: 'vallee', changes: [], vintage: 'abc' };

const LINE = { feedId: 'car', target: 'route', targetId: 'R' };

const MONTH = {
  month: '2026-10',
  trips: 1,
  kilometres: 20,
  drivers: 1,
  beneficiariesByResidence: 1,
  beneficiariesByMeans: 0,
  refused: 0,
};

/** What a request must hold to be judged by who asks, and not by its form. */
const BODIES: Readonly<Record<string, unknown>> = {
  [`PUT ${WS}/members/{userId}`]: { role: 'reader' },
  [`POST ${WS}/invitations`]: { email: 'nouvelle@test.example', role: 'reader' },
  [`POST ${WS}/organizations`]: {
    name: 'Nouvelle association',
    kind: 'carrier',
    territoryCodes: ['vallee'],
    email: 'direction@test.example',
  },
  [`POST ${WS}/organizations/{organizationId}/invitations`]: { email: 'direction@test.example' },
  [`POST ${WS}/areas`]: {
    recipe: { parts: [{ kind: 'communes', insees: ['16020'] }], minus: [] },
  },
  [`POST ${WS}/cases`]: CASE,
  [`PUT ${WS}/cases/{caseId}`]: CASE,
  [`POST ${WS}/scenarios`]: SCENARIO,
  [`PUT ${WS}/scenarios/{scenarioId}`]: SCENARIO,
  [`PUT ${WS}/departures/{entryId}`]: { leavesOn: '2027', note: null },
  [`POST ${WS}/reports/{reportId}/review`]: { verdict: 'accepted', note: '' },
  [`POST ${WS}/overlays`]: { ...LINE, mark: { kind: 'hidden' } },
  [`PUT ${WS}/overlays/{overlayId}`]: { mark: { kind: 'school_open' } },
  [`POST ${WS}/offers`]: { kind: 'on_demand', name: 'Essai' },
  [`PATCH ${OFFER}`]: { archived: true },
  [`POST ${OFFER}/publication`]: { note: '' },
  [`PUT ${OFFER}/suspension`]: { from: '2026-11-24', until: null, note: null },
  [`POST ${OFFER}/versions/{number}/restoration`]: { note: '' },
  'POST /api/account/password': {
    current: 'un mot de passe ancien',
    next: 'quatre chats au soleil',
  },
  'POST /api/account/passkeys': {
    name: 'Téléphone',
    response: { id: 'a', rawId: 'a', type: 'public-key', response: {} },
  },
};

const QUERIES: Readonly<Record<string, string>> = {
  [`GET ${OFFER}/comparison`]: '?from=draft&to=1',
  [`POST ${WS}/files/acceptance`]: '?offers=a@1',
  [`GET ${WS}/lines/one`]: '?feed=car&route=R',
  [`GET ${WS}/leaving-share`]: '?territory=vallee',
  [`GET ${WS}/access-model`]: '?territory=vallee&profession=gp',
};

/** Who is let through is told that no figure is computed of this territory. */
const UNCOMPUTED: ReadonlySet<string> = new Set([`GET ${WS}/access-model`]);

let site: TestApp;
let actors: { name: string; person: SignedIn | null; role: Role | null }[];
/** People of each role in another organization. */
let strangers: { role: Role; person: SignedIn }[];
let ours: Record<string, string>;
let documentBody: unknown;

beforeAll(async () => {
  site = await openTestApp({
    now: { date: '2026-11-24', minute: 720 },
    write: writeOrganizations,
  });
  const { db } = site.database;
  const people = await signInPeople(db);
  const ask = asker(site, people);
  const created = await ask<OfferView>('POST', '/workspaces/mosc/offers', {
    body: { kind: 'volunteer' },
  });
  const offerId = created.body.id;
  const draft = await ask<DraftView>('GET', `/workspaces/mosc/offers/${offerId}/draft`);
  documentBody = completed(draft.body.document);
  const saved = await ask<DraftView>('PUT', `/workspaces/mosc/offers/${offerId}/draft`, {
    body: documentBody,
    etag: '"1"',
  });
  await ask('POST', `/workspaces/mosc/offers/${offerId}/publication`, {
    body: { note: '' },
    etag: saved.etag,
  });
  const tried = await ask<{ id: string }>('POST', '/workspaces/mosc/cases', { body: CASE });
  expect(tried.status).toBe(201);
  expect((await importBytes(site.database, zipOf(localFiles()))).status).toBe('done');
  const marked = await ask<{ id: string }>('POST', '/workspaces/mosc/overlays', {
    body: { ...LINE, mark: { kind: 'school_only' } },
  });
  expect(marked.status).toBe(201);
  const victim = await signInAs(db, { mosc: 'reader' });
  const reported = await site.post('/api/reports', { offerId, kind: 'price', text: '' });
  const report = (await reported.json()) as { id: string };
  const invited = await ask<{ id: string }>('POST', '/workspaces/mosc/invitations', {
    as: await signInAs(db, { mosc: 'admin' }),
    body: { email: 'attendue@test.example', role: 'reader' },
  });
  expect([reported.status, invited.status]).toEqual([201, 201]);
  ours = {
    workspaceId: 'mosc',
    offerId,
    userId: victim.userId,
    number: '1',
    token: 'inconnu',
    id: 'inconnu',
    invitationId: invited.body.id,
    caseId: tried.body.id,
    reportId: report.id,
    overlayId: marked.body.id,
    scenarioId: 'inconnu',
    entryId: 'gp-ouvert',
    file: '2026.csv',
  };
  actors = [{ name: 'nobody', person: null, role: null }];
  strangers = [];
  for (const role of ROLES) {
    const person = await signInAs(db, { autre: role });
    strangers.push({ role, person });
    actors.push({ name: `${role} of another organization`, person, role: null });
    actors.push({ name: role, person: await signInAs(db, { mosc: role }), role });
  }
});
afterAll(() => site.close());

async function send(
  route: string,
  params: Record<string, string>,
  person: SignedIn | null,
  read: Record<string, string> = { 'if-match': '"0"' },
) {
  const [method = 'GET', path = ''] = route.split(' ');
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? 'inconnu');
  const body = bodyOf(route, params);
  const isZip = route.includes('/files') && method === 'POST';
  const query = QUERIES[route] ?? '';
  const response = await site.app.request(`${address}${query}`, {
    method,
    headers: {
      ...(person?.headers ?? { 'sec-fetch-site': 'same-origin' }),
      'content-type': isZip ? 'application/zip' : 'application/json',
      ...read,
    },
    ...(method === 'GET' || method === 'DELETE'
      ? {}
      : { body: isZip ? new Uint8Array([80, 75]) : JSON.stringify(body ?? {}) }),
  });
  return response.status;
}

function bodyOf(route: string, { offerId }: Record<string, string>): unknown {
  if (route === `PUT ${OFFER}/draft`) return documentBody;
  return route === `POST ${WS}/trip-counts` ? { offerId, ...MONTH } : BODIES[route];
}

function expectedRefusal(access: Access, actor: (typeof actors)[number]): number | null {
  if (access === 'everybody') return null;
  if (actor.person === null) return 401;
  if (access === 'signed_in') return null;
  if (actor.role === null) return 404;
  return isAllowed(actor.role, access) ? null : 403;
}

async function stateOf(): Promise<unknown> {
  const tables = [
    'kept_offer',
    'offer_draft',
    'offer_version',
    'offer_case',
    'workspace',
    'workspace_member',
    'workspace_invitation',
    'report',
    'line_overlay',
    'access_scenario',
    'practice_departure',
  ];
  const counts = tables.map(
    (
      table,
    ) => sql`select ${table} as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum
      from ${sql.identifier(table)} t`,
  );
  const { rows } = await site.database.db.execute(sql.join(counts, sql` union all `));
  return rows;
}

describe('the access matrix', () => {
  test('names every route of the API that is not for everybody, and no other', async () => {
    const response = await site.get('/api/openapi.json');
    const { paths } = (await response.json()) as { paths: Record<string, Record<string, unknown>> };
    const described = Object.entries(paths)
      .flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      )
      .filter((route) => /\/api\/(account|workspaces)\//.test(route));
    expect(described.sort()).toEqual(Object.keys(ROUTES).sort());
    const others = Object.keys(paths).filter((path) => !/\/api\/(account|workspaces)\//.test(path));
    expect(others.sort()).toEqual([...PUBLIC].sort());
  });

  test('knows every route the API answers: none is there that its document does not describe', async () => {
    const response = await site.get('/api/openapi.json');
    const { paths } = (await response.json()) as { paths: Record<string, object> };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const answered = new Set(
      site.app.routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
    );
    expect([...answered].sort()).toEqual([...described, ...OF_THE_APP].sort());
  });

  test('refuses each route to each person it is not for, and changes nothing', async ({
    annotate,
  }) => {
    const before = await stateOf();
    const wrong: string[] = [];
    let refusals = 0;
    for (const [route, access] of Object.entries(ROUTES)) {
      for (const actor of actors) {
        const expected = expectedRefusal(access, actor);
        if (expected === null) continue;
        const status = await send(route, ours, actor.person);
        refusals += 1;
        if (status !== expected) wrong.push(`${route}, ${actor.name}: ${status}, not ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(refusals).toBeGreaterThan(550);
    await annotate(`${refusals} refusals, ${Object.keys(ROUTES).length} routes`);
    expect(await stateOf()).toEqual(before);
  });

  test('answers 404 for an object of another organization asked through one’s own, whatever the role', async ({
    annotate,
  }) => {
    const before = await stateOf();
    const wrong: string[] = [];
    let refusals = 0;
    for (const [route, access] of Object.entries(ROUTES)) {
      if (
        !/\{(offerId|userId|invitationId|caseId|reportId|overlayId|scenarioId|entryId)\}/.test(
          route,
        )
      )
        continue;
      for (const { role, person } of strangers) {
        const refused = expectedRefusal(access, { name: role, person, role });
        // An entry of the directory belongs to no organization.
        if (refused === null && route.includes('{entryId}')) continue;
        const expected = refused ?? 404;
        const status = await send(route, { ...ours, workspaceId: 'autre' }, person);
        refusals += 1;
        if (status !== expected) wrong.push(`${route}, ${role}: ${status}, not ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(refusals).toBeGreaterThan(120);
    await annotate(`${refusals} refusals`);
    expect(await stateOf()).toEqual(before);
  });

  test('answers 428 to whoever changes or takes away something of a workspace unread, and changes nothing', async ({
    annotate,
  }) => {
    const before = await stateOf();
    const wrong: string[] = [];
    const asked = Object.entries(ROUTES).filter(([route]) =>
      /^(PUT|PATCH|DELETE) \/api\/workspaces\//.test(route),
    );
    for (const [route, access] of asked) {
      const actor = actors.find(
        (each) => each.role !== null && expectedRefusal(access, each) === null,
      );
      const status = await send(route, ours, actor?.person ?? null, {});
      if (status !== 428) wrong.push(`${route}, ${actor?.name}: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(asked.length).toBeGreaterThan(15);
    await annotate(`${asked.length} routes`);
    expect(await stateOf()).toEqual(before);
  });

  test('lets through those a route is for', async () => {
    const wrong: string[] = [];
    for (const [route, access] of Object.entries(ROUTES)) {
      if (!route.startsWith('GET ') || access === 'everybody') continue;
      for (const actor of actors) {
        if (expectedRefusal(access, actor) !== null) continue;
        const status = await send(route, ours, actor.person);
        if (status !== (UNCOMPUTED.has(route) ? 503 : 200)) {
          wrong.push(`${route}, ${actor.name}: ${status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
