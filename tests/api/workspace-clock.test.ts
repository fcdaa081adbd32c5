// Does what must happen to an offer at an hour happen then, once, and do open pages hear of it?

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DraftView, OfferView } from '#api/features/workspace/present-offer.ts';
import { type OfferClock, startOfferClock } from '#api/runtime/offer-clock.ts';
import { openDatabase } from '#db/client.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { addDays, type Moment, toInstant } from '#domain/time.ts';
import { isSameDocument } from '#domain/transport/diff-documents.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { availableKinds, createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type EventReader, readEvents } from '#tests/support/read-events.ts';
import {
  type Ask,
  asker,
  completed,
  type People,
  signInPeople,
  until,
  writeOrganizations,
} from '#tests/support/workspace-site.ts';

const NOON: Moment = { date: '2026-11-24', minute: 720 };
const ROOT = '/workspaces/mosc/offers';
const SILENT = { info: () => {}, error: () => {} };

for (const kind of availableKinds('the hours of offers')) {
  describe(`offers and their hours, ${kind} database`, () => {
    let database: TestDatabase;
    let other: DatabaseHandle | null = null;
    /** Two processes over one PostgreSQL; the embedded database has one. */
    let sites: TestApp[];
    let clocks: OfferClock[];
    let people: People;
    let ask: Ask;

    beforeAll(async () => {
      database = await createTestDatabase(kind);
      await writeOrganizations(database.handle.db);
      const { databaseUrl, dataFolder } = database;
      if (databaseUrl !== null)
        other = await openDatabase({ databaseUrl, dataFolder, poolSize: 4 });
      const handles = other === null ? [database.handle] : [database.handle, other];
      sites = await Promise.all(
        handles.map((handle) => openTestApp({ now: NOON, database: handle })),
      );
      clocks = sites.map((site) =>
        startOfferClock({
          database: site.database,
          clock: () => site.clock.nowMs,
          log: SILENT,
          everyMs: null,
        }),
      );
      people = await signInPeople(database.handle.db);
      ask = asker(first(), people);
    });
    afterAll(async () => {
      for (const clock of clocks) await clock.stop();
      for (const site of sites) await site.close();
      await other?.close();
      await database.remove();
    });

    const first = () => at(sites, 0);
    const last = () => at(sites, sites.length - 1);
    const setNow = (now: Moment) => {
      for (const site of sites) site.clock.nowMs = toInstant(now);
    };
    /** Every process looks at the same time. */
    const look = () => Promise.all(clocks.map((clock) => clock.look()));
    const read = async (id: string): Promise<Offer | null> => {
      const response = await last().get(`/api/transport/offers/${id}`);
      return response.status === 200 ? ((await response.json()) as Offer) : null;
    };

    async function written(change: Partial<Offer> = {}) {
      const { body } = await ask<OfferView>('POST', ROOT, { body: { kind: 'volunteer' } });
      const path = `${ROOT}/${body.id}`;
      const draft = await ask<DraftView>('GET', `${path}/draft`);
      const document = completed(draft.body.document, change);
      const saved = await ask<DraftView>('PUT', `${path}/draft`, { body: document, etag: '"1"' });
      return { path, id: body.id, document, etag: saved.etag };
    }

    async function published(change: Partial<Offer> = {}) {
      const { path, id, document, etag } = await written(change);
      const reply = await ask<{ offer: OfferView }>('POST', `${path}/publication`, {
        body: {},
        etag,
      });
      await until(async () => (await read(id)) !== null);
      return { path, id, document, offer: reply.body.offer };
    }

    const stateOf = async (path: string) => (await ask<OfferView>('GET', path)).body;

    test('a planned publication waits for its hour, then is made once', async () => {
      const { path, id, etag } = await written();
      const publishAt = '2026-11-24T14:00:00+01:00';
      const planned = await ask<{ version: number; offer: OfferView }>(
        'POST',
        `${path}/publication`,
        { body: { note: 'À quatorze heures', publishAt }, etag },
      );
      expect(planned.status).toBe(201);
      expect(planned.body.offer).toMatchObject({
        state: 'not_published',
        scheduled: { number: 1, publishAt: '2026-11-24T13:00:00.000Z' },
        draft: null,
      });
      setNow({ date: NOON.date, minute: 839 });
      await look();
      expect((await stateOf(path)).versionInUse).toBeNull();
      setNow({ date: NOON.date, minute: 840 });
      await look();
      await look();
      expect(await stateOf(path)).toMatchObject({
        versionInUse: 1,
        scheduled: null,
        state: 'active',
      });
      await until(async () => (await read(id)) !== null);
      const { body } = await ask<{ entries: { action: string; actor: string | null }[] }>(
        'GET',
        `/workspaces/mosc/history?offer=${id}`,
      );
      const publications = body.entries.filter(({ action }) => action === 'published');
      expect(publications).toMatchObject([{ actor: null }]);
      setNow(NOON);
    });

    test('a planned publication can be cancelled, and its words are the draft again', async () => {
      const { path, id, document, etag } = await written();
      const planned = await ask<{ offer: OfferView }>('POST', `${path}/publication`, {
        body: { publishAt: '2026-11-24T14:00:00+01:00' },
        etag,
      });
      const more = await ask('PUT', `${path}/draft`, {
        body: document,
        etag: (await ask('GET', `${path}/draft`)).etag,
      });
      const twice = await ask('POST', `${path}/publication`, {
        body: { publishAt: '2026-11-25T14:00:00+01:00' },
        etag: more.etag,
      });
      expect(twice.status).toBe(409);
      await ask('DELETE', `${path}/draft`, { etag: more.etag });
      const cancelled = await ask<OfferView>('DELETE', `${path}/publication/planned`, {
        etag: planned.body.offer.etag,
      });
      expect(cancelled.body.scheduled).toBeNull();
      const draft = await ask<DraftView>('GET', `${path}/draft`);
      expect(draft.body.isSaved).toBe(true);
      expect(isSameDocument(draft.body.document, document)).toBe(true);
      setNow({ date: NOON.date, minute: 850 });
      await look();
      expect(await read(id)).toBeNull();
      setNow(NOON);
    });

    test('an interruption is told at once, and ends by itself at midnight in Paris', async () => {
      const { path, id, offer } = await published();
      const suspended = await ask<OfferView>('PUT', `${path}/suspension`, {
        body: { from: NOON.date, until: '2026-11-26', note: 'Véhicule en panne.' },
        etag: offer.etag,
      });
      expect(suspended.body.state).toBe('suspended');
      const note = 'Service interrompu jusqu’au 26 novembre 2026. Véhicule en panne.';
      await until(async () => (await read(id))?.statusNote === note);
      expect((await read(id))?.status).toBe('suspended');
      setNow({ date: '2026-11-26', minute: 1439 });
      await look();
      expect((await read(id))?.status).toBe('suspended');
      setNow({ date: '2026-11-27', minute: 0 });
      await look();
      await until(async () => (await read(id))?.status === 'active');
      setNow(NOON);
      await look();
      await until(async () => (await read(id))?.status === 'suspended');
      const stale = await ask('DELETE', `${path}/suspension`, { etag: offer.etag });
      expect(stale.status).toBe(412);
      await ask('DELETE', `${path}/suspension`, { etag: suspended.body.etag });
      await until(async () => (await read(id))?.status === 'active');
    });

    test('an interruption to come keeps its days out of journeys before it begins', async () => {
      const { path, id, offer } = await published();
      await ask('PUT', `${path}/suspension`, {
        body: { from: '2026-12-01', until: '2026-12-02' },
        etag: offer.etag,
      });
      await until(async () => (await read(id))?.patterns[0]?.calendar.exceptions.length === 2);
      const now = await read(id);
      expect(now?.status).toBe('active');
      expect(now?.patterns[0]?.calendar.exceptions).toMatchObject([
        { date: '2026-12-01', runs: false },
        { date: '2026-12-02', runs: false },
      ]);
    });

    test('a verification too old reads « à confirmer », until one tap says it is still true', async () => {
      const { path, id, offer } = await published();
      await ask('PATCH', path, { body: { reviewEveryDays: 30 }, etag: offer.etag });
      const due = addDays(NOON.date, 30);
      setNow({ date: due, minute: 600 });
      await look();
      expect((await read(id))?.status).toBe('active');
      setNow({ date: addDays(due, 1), minute: 1 });
      await look();
      await until(async () => (await read(id))?.status === 'to_confirm');
      expect((await read(id))?.statusNote).toBe(
        'Vérifié pour la dernière fois le 24 novembre 2026 : à confirmer par téléphone.',
      );
      const state = await stateOf(path);
      expect(state).toMatchObject({ isReviewDue: true, reviewDueOn: due });
      const verified = await ask<OfferView>('POST', `${path}/verification`, { etag: state.etag });
      expect(verified.body).toMatchObject({ state: 'active', verifiedBy: 'Paule Publie' });
      await until(async () => (await read(id))?.status === 'active');
      expect((await read(id))?.provenance.confirmedOn).toBe(addDays(due, 1));
      setNow(NOON);
      await look();
    });

    test('an open page hears of a publication within two seconds, and reads it then', async () => {
      const { path, id, etag } = await written();
      const stream = await openStream();
      const opened = await stream.next();
      expect(opened.event).toBe('open');
      const startMs = performance.now();
      await ask('POST', `${path}/publication`, { body: {}, etag });
      const heard = await stream.next();
      expect(performance.now() - startMs).toBeLessThan(2000);
      expect(heard).toMatchObject({ event: 'offers', data: { offerIds: [id] } });
      expect(heard.data.number).toBeGreaterThan(opened.data.number);
      expect(Object.keys(heard.data).toSorted()).toEqual(['number', 'offerIds']);
      expect(await read(id)).not.toBeNull();
      // A draft is nobody else's business.
      const draft = await ask<DraftView>('GET', `${path}/draft`);
      await ask('PUT', `${path}/draft`, { body: draft.body.document, etag: draft.etag });
      await expect(stream.next(400)).rejects.toThrow('No event');
      await stream.close();
    });

    test('an open page hears nothing of what is private, and then of what is published alone', async () => {
      const stream = await openStream();
      await stream.next();
      const known = await published();
      expect((await stream.next()).data.offerIds).toEqual([known.id]);
      const made: number[] = [];
      const quietly = async <Body>(...asked: Parameters<Ask>) => {
        const reply = await ask<Body>(...asked);
        made.push(reply.status);
        return reply;
      };
      const { path, id, etag } = await written();
      const publishAt = '2099-01-01T10:00:00+01:00';
      const planned = await quietly<{ offer: OfferView }>('POST', `${path}/publication`, {
        body: { note: 'Plus tard', publishAt },
        etag,
      });
      const cancelled = await quietly<OfferView>('DELETE', `${path}/publication/planned`, {
        etag: planned.body.offer.etag,
      });
      const draft = await quietly<DraftView>('GET', `${path}/draft`);
      const { document } = draft.body;
      await quietly('PUT', `${path}/draft`, { body: document, etag: draft.etag });
      await quietly('PATCH', path, { body: { archived: true }, etag: cancelled.body.etag });
      await quietly('POST', '/workspaces/mosc/cases', {
        body: {
          label: 'Madame Essai',
          subject: {
            homeInsee: '16020',
            entryId: 'gp-ouvert',
            weekday: 2,
            minute: 600,
            lengthMinutes: 45,
            profile: {},
            needs: [],
          },
        },
      });
      await quietly('POST', '/workspaces/autre/offers', {
        body: { kind: 'on_demand', name: 'Secret' },
        as: people.stranger,
      });
      await quietly('POST', '/workspaces/autre/invitations', {
        body: { email: 'secret@test.example', role: 'reader' },
        as: people.stranger,
      });
      expect(made.filter((status) => status >= 300)).toEqual([]);
      await expect(stream.next(600)).rejects.toThrow('No event');
      const now = await stateOf(known.path);
      await ask('POST', `${known.path}/verification`, { etag: now.etag });
      const heard = await stream.next();
      expect(heard.data.offerIds).toEqual([known.id]);
      expect(JSON.stringify(heard)).not.toContain(id);
      await stream.close();
    });

    test('streams of one address are counted, freed when they close, ended when the server stops', async () => {
      const streams = await Promise.all(Array.from({ length: 20 }, openStream));
      const refused = await last().get('/api/changes');
      expect(refused.status).toBe(429);
      await streams[0]?.close();
      const again = await openStream();
      last().stores.changes.close();
      await Promise.all([again, ...streams.slice(1)].map(({ ended }) => ended));
    });

    async function openStream(): Promise<EventReader> {
      const response = await last().get('/api/changes');
      expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
      return readEvents(response);
    }
  });
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new Error('No such process');
  return value;
}
