import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SlotsAnswer } from '#api/features/journey/find-visit-slots.ts';
import type { SlotsLine } from '#api/features/journey/place-answers.ts';
import type { JourneyAnswer } from '#api/features/journey/plan-visit.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { TUESDAY, writeSmallTerritory } from '#tests/support/small-territory.ts';

let api: TestApp;

beforeAll(async () => {
  api = await openTestApp({ now: { date: TUESDAY, minute: 600 }, write: writeSmallTerritory });
});

afterAll(() => api?.close());

const APPOINTMENT = { date: '2026-12-01', minute: 600, durationMinutes: 30 };
const JOURNEY = {
  from: { insee: '16230' },
  to: { entryId: 'gp-ouvert' },
  appointment: APPOINTMENT,
  mode: 'no_car',
};
const SLOTS = { from: { insee: '16230' }, to: { entryId: 'gp-ouvert' }, mode: 'no_car' };

async function plan(change: object): Promise<JourneyAnswer> {
  const response = await api.post('/api/journeys', { ...JOURNEY, ...change });
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  return (await response.json()) as JourneyAnswer;
}

async function refusal(path: string, body: object | null): Promise<object> {
  const response = body === null ? await api.get(path) : await api.post(path, body);
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as { errors: object[] };
  return errors;
}

describe('an appointment', () => {
  test('in the past is answered, said to be over, and nothing of it can be booked', async () => {
    const { remarks, options } = await plan({
      appointment: { ...APPOINTMENT, date: '2026-11-23' },
    });
    expect(remarks).toEqual([{ code: 'appointment_past' }]);
    expect(options.filter(({ kind }) => kind === 'volunteer')).toEqual([]);
    const { remarks: anHourAgo } = await plan({
      appointment: { ...APPOINTMENT, date: TUESDAY, minute: 599 },
    });
    expect(anHourAgo).toEqual([{ code: 'appointment_past' }]);
    expect((await plan({ appointment: { ...APPOINTMENT, date: TUESDAY } })).remarks).toEqual([]);
  });

  test.each(['0001-01-01', '1583-01-01', '2026-03-29', '9999-12-31'])(
    'on %s is answered',
    async (date) => {
      for (const minute of [0, 150, 1439]) {
        const { request } = await plan({ appointment: { ...APPOINTMENT, date, minute } });
        expect(request.appointment.date).toBe(date);
      }
    },
  );

  test('that lasts no time, or more than a day, is refused by name; a whole day is answered', async () => {
    for (const durationMinutes of [0, -30, 1441, 1.5]) {
      const body = { ...JOURNEY, appointment: { ...APPOINTMENT, durationMinutes } };
      expect(await refusal('/api/journeys', body)).toMatchObject([
        { field: 'appointment.durationMinutes', received: `${durationMinutes}` },
      ]);
    }
    const day = await plan({ appointment: { ...APPOINTMENT, durationMinutes: 1440 } });
    expect(day.request.appointment.durationMinutes).toBe(1440);
  });
});

describe('a home', () => {
  test('in the sea is answered, and said to be near nothing known', async () => {
    const { remarks } = await plan({ from: { point: [-8, 45.5], name: 'Au large' } });
    expect(remarks).toEqual([{ code: 'nowhere_known', end: 'home' }]);
  });

  test.each([[[0, 0]], [[180, 90]], [[-180, -90]], [[0.13, 45.4]]])(
    'at %j is answered',
    async (point) => {
      expect((await plan({ from: { point, name: 'Ici' } })).options).toEqual(expect.any(Array));
    },
  );

  test('or a place of care outside the territory is answered, and said so', async () => {
    const away = { insee: '24999' };
    expect((await plan({ from: away })).remarks).toEqual([
      { code: 'outside_territory', end: 'home' },
    ]);
    const far = { point: [0.9, 45.2], name: 'Loin' };
    expect((await plan({ to: far })).remarks).toEqual([{ code: 'outside_territory', end: 'care' }]);
  });

  test('off the globe is refused by name', async () => {
    const body = { ...JOURNEY, from: { point: [0.17, 145.27], name: 'Nulle part' } };
    expect(await refusal('/api/journeys', body)).toMatchObject([{ field: 'from.point.1' }]);
  });
});

describe('hours of a fortnight', () => {
  test('are those of each day, from a commune', async () => {
    const response = await api.get('/api/slots?from=16230&to=gp-ouvert&on=2026-12-01');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const {
      days,
      leftOut,
      remarks,
      visiting: _coming,
      ...names
    } = (await response.json()) as SlotsAnswer;
    expect(names).toEqual({ fromName: 'Montmoreau', toName: 'Camille Rivière' });
    expect([leftOut, remarks]).toEqual([[], []]);
    expect(days.map(({ date }) => date)).toEqual(
      Array.from({ length: 14 }, (_, day) => `2026-12-${String(day + 1).padStart(2, '0')}`),
    );
    const reachable = days
      .filter(({ slots }) => slots.some(({ status }) => status !== 'not_reachable'))
      .map(({ date }) => date);
    // The volunteers drive from Monday to Friday.
    expect(reachable).toContain('2026-12-01');
    expect(reachable).not.toContain('2026-12-06');
  });

  test('say when the place receives people: a fortnight may be reached on days it is closed', async () => {
    const body = { ...SLOTS, fromDate: '2026-12-04', dayCount: 2 };
    const openingsOf = async (entryId: string) => {
      const answer = await api.post('/api/slots', { ...body, to: { entryId } });
      return ((await answer.json()) as SlotsAnswer).days.map(({ opening }) => opening);
    };
    expect(await openingsOf('gp-ouvert')).toEqual([
      { state: 'open', stretches: [{ from: 540, to: 720 }] },
      { state: 'closed', stretches: [] },
    ]);
    const [friday] = await openingsOf('maison-de-sante');
    expect(friday).toEqual({ state: 'unknown', stretches: [] });
    const point = { ...body, to: { point: [0.171, 45.27], name: 'Le cabinet' } };
    const response = await api.post('/api/slots', point);
    expect(await response.json()).toMatchObject({ days: [{ opening: friday }, {}] });
  });

  test('are sent one line a day as they are known, then what holds for all', async () => {
    const lines = { accept: 'application/x-ndjson' };
    const body = { ...SLOTS, fromDate: '2026-12-01', dayCount: 3 };
    const whole = (await (await api.post('/api/slots', body)).json()) as SlotsAnswer;
    const response = await api.post('/api/slots', body, lines);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const sent = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as SlotsLine);
    const days = sent.flatMap((each) => (each.line === 'day' ? [each.day] : []));
    expect(days.toSorted((a, b) => (a.date < b.date ? -1 : 1))).toEqual(whole.days);
    const { days: _days, ...end } = whole;
    expect(sent.at(-1)).toEqual({ line: 'end', ...end });
    const unknown = await api.post('/api/slots', { ...body, to: { entryId: 'rien' } }, lines);
    expect(unknown.status).toBe(404);
  });

  test('from an exact point are posted, and are the same', async () => {
    const body = { ...SLOTS, fromDate: '2026-12-01', dayCount: 2, durationMinutes: 30 };
    const posted = (await (await api.post('/api/slots', body)).json()) as SlotsAnswer;
    const path = '/api/slots?from=16230&to=gp-ouvert&on=2026-12-01&days=2&duration=30&mode=no_car';
    expect(posted).toEqual(await (await api.get(path)).json());
    const exact = { ...body, from: { point: [0.131, 45.401], name: 'Chez moi' } };
    const response = await api.post('/api/slots', exact);
    expect(await response.json()).toMatchObject({ fromName: 'Chez moi', leftOut: [] });
  });

  test('begin today when no day is said', async () => {
    const response = await api.post('/api/slots', { ...SLOTS, dayCount: 1 });
    expect(await response.json()).toMatchObject({ days: [{ date: TUESDAY }] });
  });

  test.each([
    ['from=16230_0070_12&to=gp-ouvert', 'from'],
    ['from=16230&to=gp-ouvert&days=15', 'days'],
    ['from=16230&to=gp-ouvert&days=0', 'days'],
    ['from=16230&to=gp-ouvert&duration=0', 'duration'],
    ['from=16230&to=gp-ouvert&duration=1441', 'duration'],
    ['from=16230&to=gp-ouvert&on=2026-02-30', 'on'],
    ['from=16230&to=gp-ouvert&lon=0.17', 'lon'],
    ['to=gp-ouvert', 'from'],
  ])('asked by « %s » are refused by name', async (query, field) => {
    expect(await refusal(`/api/slots?${query}`, null)).toMatchObject([{ field }]);
  });

  test.each(['0001-01-01', '9999-12-20', '9999-12-31'])('from %s are answered', async (on) => {
    expect((await api.get(`/api/slots?from=16230&to=gp-ouvert&on=${on}`)).status).toBe(200);
  });

  test('end with the year 9999, the last that can be written', async () => {
    const response = await api.get('/api/slots?from=16230&to=gp-ouvert&on=9999-12-30&days=5');
    const { days, leftOut } = (await response.json()) as SlotsAnswer;
    expect(days.map(({ date }) => date)).toEqual(['9999-12-30', '9999-12-31']);
    expect(leftOut).toEqual([]);
  });

  test('to a place or from a commune nobody knows are not found', async () => {
    expect((await api.get('/api/slots?from=99999&to=gp-ouvert')).status).toBe(404);
    expect((await api.get('/api/slots?from=16230&to=rien')).status).toBe(404);
  });
});

describe('without planning threads', () => {
  test('a journey is told to come back, and the rest of the API answers', async () => {
    const stopped = await openTestApp({
      now: { date: TUESDAY, minute: 600 },
      write: writeSmallTerritory,
    });
    try {
      await stopped.stores.planner.close();
      for (const [path, body] of [
        ['/api/journeys', JOURNEY],
        ['/api/slots', SLOTS],
      ] as const) {
        const response = await stopped.post(path, body);
        expect([path, response.status]).toEqual([path, 503]);
        expect(response.headers.get('retry-after')).toBe('5');
        expect(await response.json()).toMatchObject({ code: 'unavailable' });
      }
      expect((await stopped.get('/api/needs')).status).toBe(200);
      const ready = await stopped.get('/api/ready');
      expect([ready.status, await ready.json()]).toMatchObject([
        503,
        { stores: { planner: false } },
      ]);
    } finally {
      await stopped.close();
    }
  });
});
