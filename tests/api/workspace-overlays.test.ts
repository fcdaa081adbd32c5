// Does what an organization says of imported lines reach residents, outlive imports, and stay within its territory?

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JourneyAnswer } from '#api/features/journey/plan-visit.ts';
import type { OverlayView } from '#api/features/workspace/overlay-body.ts';
import type { OverlaysAnswer } from '#api/features/workspace/overlays-routes.ts';
import type { OfferMark } from '#api/runtime/line-marks.ts';
import type { Database } from '#db/database.ts';
import type { LineDetail } from '#db/queries/transport/find-line.ts';
import type { ListedLine } from '#db/queries/transport/list-lines.ts';
import { writeOffers } from '#db/queries/transport/write-offers.ts';
import type { JourneyOption } from '#domain/journey/journey.ts';
import { offer } from '#tests/domain/plan/drawn-plan.ts';
import { importBytes } from '#tests/seeds/gtfs-importing.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { localFiles } from '#tests/support/local-feed.ts';
import { addWorkspace, type SignedIn, signInAs } from '#tests/support/signed-in.ts';
import { TERRITORY } from '#tests/support/small-territory.ts';
import {
  type Ask,
  asker,
  type People,
  signInPeople,
  until,
  writeOrganizations,
} from '#tests/support/workspace-site.ts';

const NOON = { date: '2026-11-24', minute: 720 };
const SOON_MS = 2000;
const MARKS = '/workspaces/mosc/overlays';
const LINES = '/workspaces/mosc/lines';
const LINE = { feedId: 'car', target: 'route', targetId: 'R' } as const;
const HANDIBUS = { kind: 'reserved', forWhom: 'abonnés Handibus', condition: null } as const;
const TRIP = {
  from: { point: [0.131, 45.4], name: 'Chez moi' },
  to: { point: [0.171, 45.27], name: 'Cabinet' },
  appointment: { date: '2026-12-01', minute: 540, durationMinutes: 60 },
  mode: 'no_car',
};

let site: TestApp;
/** Another process on the same database. */
let other: TestApp;
let people: People;
let ask: Ask;
let coordinator: SignedIn;

async function write(db: Database): Promise<void> {
  await writeOrganizations(db);
  await addWorkspace(db, 'cls', { kind: 'coordination', territoryCodes: [TERRITORY] });
}

/** What residents know as « Ligne 13 ». */
async function writeLine(db: Database): Promise<void> {
  const line = offer({ id: 'ligne-13', kind: 'scheduled_line', name: 'Ligne 13', feedId: 'car' });
  const { provenance } = line;
  const sourced = { ...provenance, sourceId: 'registre' };
  await writeOffers(db, 'demo', [{ ...line, provenance: sourced }], 90);
}

beforeAll(async () => {
  site = await openTestApp({ now: NOON, write });
  other = await openTestApp({ now: NOON, database: site.database });
  people = await signInPeople(site.database.db);
  coordinator = await signInAs(site.database.db, { cls: 'coordinator' });
  ask = asker(site, people);
  await importLines(localFiles(), 0);
  await writeLine(site.database.db);
  await Promise.all([site.stores.reload(), other.stores.reload()]);
});
afterAll(async () => {
  await other?.close();
  await site?.close();
});

async function importLines(files: Record<string, string>, hours: number): Promise<void> {
  const report = await importBytes(site.database, zipOf(files), 'car.zip', hours);
  expect(report.status).toBe('done');
  await Promise.all([site.stores.reload(), other.stores.reload()]);
}

async function byLine(app: TestApp = site): Promise<JourneyOption | null> {
  const response = await app.post('/api/journeys', TRIP);
  expect(response.status).toBe(200);
  const { options, almost } = (await response.json()) as JourneyAnswer;
  return [...options, ...almost].find(({ kind }) => kind === 'scheduled_line') ?? null;
}

const marked = (option: JourneyOption | null) =>
  option?.outbound.legs.find(({ line }) => line)?.line?.marks ?? [];
const isMarked = (app?: TestApp) => async () => marked(await byLine(app)).length > 0;

async function markLine(mark: object, about: object = LINE): Promise<OverlayView> {
  const reply = await ask<OverlayView>('POST', MARKS, { body: { ...about, mark } });
  expect(reply.status).toBe(201);
  return reply.body;
}

async function unmark({ id, etag }: OverlayView): Promise<void> {
  expect((await ask('DELETE', `${MARKS}/${id}`, { etag })).status).toBe(204);
}

describe('lines to mark', () => {
  test('are those that stop in the territory, and those of the organization itself', async () => {
    const names = async (query: string) => {
      const { body } = await ask<ListedLine[]>('GET', `${LINES}?q=${encodeURIComponent(query)}`);
      return body.map(({ routeId }) => routeId);
    };
    expect(await names('')).toEqual(['Q', 'R']);
    expect(await names('aubeterre 13')).toEqual(['R']);
    expect(await names('navette')).toEqual(['Q']);
    expect(await names('autre')).toEqual([]);
    const stranger = await ask<ListedLine[]>('GET', '/workspaces/autre/lines', {
      as: people.stranger,
    });
    expect(stranger.body.map(({ routeId }) => routeId)).toEqual(['R']);
  });

  test('are told with their trips and their stops', async () => {
    const { body } = await ask<LineDetail>('GET', `${LINES}/one?feed=car&route=R`);
    expect(body).toMatchObject({
      feedId: 'car',
      shortName: '13',
      agencyName: 'Région',
      trips: [
        {
          tripId: 'r1',
          from: 'Montmoreau Gare',
          to: 'Aubeterre Bourg',
          departSeconds: 8 * 3600,
          weekdays: [1, 2, 3, 4, 5],
        },
        { tripId: 'r2', departSeconds: 12 * 3600 },
        { tripId: 'r3', from: 'Aubeterre Bourg' },
      ],
      stops: [
        { stopId: 'AU', name: 'Aubeterre Bourg' },
        { stopId: 'MO', name: 'Montmoreau Gare' },
      ],
    });
    expect((await ask('GET', `${LINES}/one?feed=car&route=T`)).status).toBe(404);
    expect((await ask('GET', `${LINES}/one?feed=rien&route=R`)).status).toBe(404);
  });
});

describe('a mark', () => {
  test('is refused on what no timetable holds, on a line of elsewhere, and twice', async () => {
    const mark = { kind: 'hidden' };
    const post = (about: object, body: object = { mark }) =>
      ask<{ detail: string; errors?: unknown }>('POST', MARKS, { body: { ...about, ...body } });
    const unknown = await post({ ...LINE, targetId: 'R99' });
    expect([unknown.status, unknown.body.detail]).toEqual([400, expect.stringContaining('"R99"')]);
    expect((await post({ ...LINE, targetId: 'T' })).status).toBe(403);
    expect((await post({ ...LINE, target: 'trip', targetId: 't1' })).status).toBe(403);
    expect((await post({ ...LINE, target: 'stop', targetId: 'L2' })).status).toBe(201);
    expect((await post({ ...LINE, target: 'stop', targetId: 'L2' })).status).toBe(409);
    expect((await post(LINE, { mark: { kind: 'note' } })).status).toBe(400);
    expect((await post(LINE, { mark: { kind: 'reserved', forWhom: ' ' } })).status).toBe(400);
    const { body } = await ask<OverlaysAnswer>('GET', MARKS);
    expect(body.overlays).toMatchObject([{ target: 'stop', label: 'Plus loin', applies: true }]);
    for (const each of body.overlays) await unmark(each);
  });

  test('sent twice under one key is made once', async () => {
    const send = () =>
      ask<OverlayView>('POST', MARKS, {
        body: { ...LINE, mark: { kind: 'school_open' }, note: 'Le mercredi aussi.' },
        key: 'marque-1',
      });
    const [first, again] = [await send(), await send()];
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    await unmark(first.body);
  });

  test('is read on the journey within two seconds by every process, with who said it and when', async () => {
    await until(async () => marked(await byLine()).length === 0);
    const made = await markLine(HANDIBUS);
    const times = await Promise.all([until(isMarked()), until(isMarked(other))]);
    expect(Math.max(...times)).toBeLessThan(SOON_MS);
    const way = await byLine();
    expect(way).toMatchObject({ tier: 1, eligibility: { value: null } });
    expect(marked(way)).toMatchObject([
      { ...HANDIBUS, target: 'route', saidBy: 'Organisation mosc', saidOn: '2026-11-24' },
    ]);
    const page = await site.get('/api/transport/offers/ligne-13/marks');
    expect((await page.json()) as OfferMark[]).toMatchObject([{ ...HANDIBUS, stopName: null }]);
    await unmark(made);
    await until(async () => !(await isMarked()()));
    expect(await (await site.get('/api/transport/offers/ligne-13/marks')).json()).toEqual([]);
  });

  test('is changed from the state that was read, and no other', async () => {
    const made = await markLine({ kind: 'school_open' });
    const path = `${MARKS}/${made.id}`;
    const body = { mark: { kind: 'hidden' }, note: '' };
    expect((await ask('PUT', path, { body })).status).toBe(428);
    const changed = await ask<OverlayView>('PUT', path, { body, etag: made.etag });
    expect([changed.status, changed.body.mark]).toEqual([200, { kind: 'hidden' }]);
    await until(async () => (await byLine()) === null);
    const stale = await ask<{ current: OverlayView }>('PUT', path, { body, etag: made.etag });
    expect([stale.status, stale.body.current.mark]).toEqual([412, { kind: 'hidden' }]);
    expect((await ask('DELETE', path, { etag: made.etag })).status).toBe(412);
    await unmark(changed.body);
    await until(async () => (await byLine()) !== null);
  });

  test('of a booking gives the number and the last moment to call', async () => {
    const notice = {
      kind: 'days_before',
      days: 1,
      businessDays: false,
      atMinute: 1020,
      opensDaysBefore: null,
    };
    const booking = { notice, phone: '05 45 99 00 00', url: null };
    const made = await markLine({ kind: 'on_booking', booking });
    expect(made.mark).toEqual({ kind: 'on_booking', booking });
    await until(isMarked());
    expect((await byLine())?.calls).toMatchObject([
      { phone: '05 45 99 00 00', deadline: { limit: { date: '2026-11-30', minute: 1020 } } },
    ]);
    await unmark(made);
  });

  test('is in the history, and may be made by the coordination of the territory too', async () => {
    const reply = await ask<OverlayView>('POST', '/workspaces/cls/overlays', {
      body: { ...LINE, mark: { kind: 'note' }, note: 'Arrêt déplacé.' },
      as: coordinator,
    });
    expect(reply.status).toBe(201);
    const path = `/workspaces/cls/overlays/${reply.body.id}`;
    await ask('DELETE', path, { etag: reply.body.etag, as: coordinator });
    const { body } = await ask<{ entries: { subjectKind: string; action: string }[] }>(
      'GET',
      '/workspaces/mosc/history',
    );
    const acts = body.entries.filter(({ subjectKind }) => subjectKind === 'overlay');
    expect(acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['created', 'changed', 'removed']),
    );
  });
});

describe('a timetable imported again', () => {
  test('keeps marks: silent while their line is gone, heard again when it comes back', async () => {
    const made = await markLine(HANDIBUS);
    const trip = await markLine({ kind: 'hidden' }, { ...LINE, target: 'trip', targetId: 'r2' });
    const base = localFiles();
    const anew = (text = '') => text.replaceAll('r2', 'a2');
    await importLines(
      {
        ...base,
        'trips.txt': anew(base['trips.txt']),
        'stop_times.txt': anew(base['stop_times.txt']),
      },
      24,
    );
    expect(marked(await byLine())).toMatchObject([HANDIBUS]);
    const kept = await ask<OverlaysAnswer>('GET', MARKS);
    expect(kept.body.overlays.map(({ applies }) => applies)).toEqual([true, true]);

    const renamed = (text = '') => text.replaceAll('R,', 'N,');
    await importLines(
      {
        ...base,
        'routes.txt': renamed(base['routes.txt']),
        'trips.txt': renamed(base['trips.txt']),
        'feed_info.txt': info('3'),
      },
      48,
    );
    await importLines(
      {
        ...base,
        'routes.txt': renamed(base['routes.txt']),
        'trips.txt': renamed(base['trips.txt']),
        'feed_info.txt': info('4'),
      },
      72,
    );
    expect(marked(await byLine())).toEqual([]);
    const { body } = await ask<OverlaysAnswer>('GET', MARKS);
    expect(body.overlays).toMatchObject([
      {
        id: made.id,
        applies: false,
        goneSince: '2026-11-24T08:00:00.000Z',
        label: '13 · Montmoreau – Aubeterre',
        lineName: null,
      },
      { id: trip.id, applies: true, goneSince: null, routeId: 'N' },
    ]);

    await importLines({ ...base, 'feed_info.txt': info('5') }, 96);
    expect(marked(await byLine())).toMatchObject([HANDIBUS]);
    const back = await ask<OverlaysAnswer>('GET', MARKS);
    expect(back.body.overlays.every(({ applies }) => applies)).toBe(true);
    await unmark(made);
    await unmark(trip);
  });
});

function info(version: string): string {
  return `feed_publisher_name,feed_publisher_url,feed_lang,feed_version\nR,https://r.example,fr,${version}\n`;
}
