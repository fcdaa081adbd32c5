import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PlacesAnswer } from '#api/features/journey/answer-places.ts';
import type { PlacesLine } from '#api/features/journey/place-answers.ts';
import type { JourneyAnswer } from '#api/features/journey/plan-visit.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { TUESDAY, writeSmallTerritory } from '#tests/support/small-territory.ts';

let api: TestApp;

beforeAll(async () => {
  api = await openTestApp({ now: { date: TUESDAY, minute: 600 }, write: writeSmallTerritory });
});

afterAll(() => api?.close());

const HOME = { insee: '16230' };
const NEXT_WEEK = { date: '2026-12-01', minute: 600, durationMinutes: 30 };
const SEVERAL = {
  from: HOME,
  places: [
    { entryId: 'gp-loin' },
    { entryId: 'inconnu' },
    { point: [0.171, 45.27], name: 'Le cabinet' },
    { entryId: 'gp-ouvert' },
  ],
  appointment: NEXT_WEEK,
  mode: 'no_car',
};

async function readLines(response: Response): Promise<PlacesLine[]> {
  const text = await response.text();
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as PlacesLine);
}

describe('several places', () => {
  test('are answered in the order asked, the unknown one named', async () => {
    const response = await api.post('/api/journeys', SEVERAL);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const answer = (await response.json()) as PlacesAnswer;
    expect(answer.places.map(({ index, entryId }) => [index, entryId])).toEqual([
      [0, 'gp-loin'],
      [2, null],
      [3, 'gp-ouvert'],
    ]);
    expect(answer.leftOut).toEqual([{ index: 1, entryId: 'inconnu', reason: 'unknown_entry' }]);
    expect([answer.appointment, answer.assumed, answer.remarks]).toEqual([NEXT_WEEK, false, []]);
    const [, , near] = answer.places;
    expect(near?.summaries.some(({ kind }) => kind === 'volunteer')).toBe(true);
    expect(near?.plan).toBeNull();
  });

  test('each say what is to be known of them alone: in the sea, outside the territories', async () => {
    const places = [{ entryId: 'gp-ouvert' }, { point: [-8, 45.5], name: 'Au large' }];
    const response = await api.post('/api/journeys', { ...SEVERAL, places });
    const answer = (await response.json()) as PlacesAnswer;
    expect(answer.places.map(({ index, remarks }) => [index, remarks])).toEqual([
      [0, []],
      [1, [{ code: 'nowhere_known', end: 'care' }]],
    ]);
    expect(answer.remarks).toEqual([]);
  });

  test('are answered whole when asked, each as it is alone', async () => {
    const response = await api.post('/api/journeys', { ...SEVERAL, answer: 'plan' });
    const { places } = (await response.json()) as PlacesAnswer;
    const alone = await api.post('/api/journeys', {
      from: HOME,
      to: { entryId: 'gp-ouvert' },
      appointment: NEXT_WEEK,
      mode: 'no_car',
    });
    const { remarks, isCut, ...plan } = (await alone.json()) as JourneyAnswer;
    expect([remarks, isCut, places.at(-1)?.isCut]).toEqual([[], false, false]);
    expect(places.at(-1)?.plan).toEqual(plan);
  });

  test('are sent one line each as they are known, then what was left out', async () => {
    const headers = { accept: 'application/x-ndjson' };
    const response = await api.post('/api/journeys', { ...SEVERAL, appointment: null }, headers);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const lines = await readLines(response);
    const places = lines.flatMap((each) => (each.line === 'place' ? [each.place.index] : []));
    expect(places.toSorted()).toEqual([0, 2, 3]);
    expect(lines.at(-1)).toEqual({
      line: 'end',
      appointment: { date: '2026-12-02', minute: 600, durationMinutes: null },
      assumed: true,
      leftOut: [{ index: 1, entryId: 'inconnu', reason: 'unknown_entry' }],
      remarks: [],
    });
  });

  test('are sent each in a piece of its own, not held back for the others', async () => {
    const headers = { accept: 'application/x-ndjson' };
    const response = await api.post('/api/journeys', SEVERAL, headers);
    const pieces: string[] = [];
    for await (const piece of response.body ?? []) pieces.push(new TextDecoder().decode(piece));
    expect(pieces.map((piece) => piece.split('\n').length)).toEqual([2, 2, 2, 2]);
  });

  test('are sent compressed line by line to who reads it', async () => {
    const response = await api.post('/api/journeys', SEVERAL, {
      accept: 'application/x-ndjson',
      'accept-encoding': 'gzip',
    });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const plain = response.body?.pipeThrough(new DecompressionStream('gzip'));
    expect((await readLines(new Response(plain))).length).toBe(4);
  });

  test('of which one only is asked come in lines too, with its whole plan', async () => {
    const { places: _several, ...asked } = SEVERAL;
    const body = { ...asked, to: { entryId: 'gp-ouvert' } };
    const response = await api.post('/api/journeys', body, { accept: 'application/x-ndjson' });
    const [first, last] = await readLines(response);
    expect(first).toMatchObject({ line: 'place', place: { entryId: 'gp-ouvert', plan: {} } });
    expect(last).toMatchObject({ line: 'end', leftOut: [] });
  });

  test('from a home nobody knows are refused before the first line', async () => {
    const response = await api.post(
      '/api/journeys',
      { ...SEVERAL, from: { insee: '99999' } },
      { accept: 'application/x-ndjson' },
    );
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  test('beyond twenty are refused with the greatest number', async () => {
    const places = (count: number, idLength: number) =>
      Array.from({ length: count }, (_, n) => ({ entryId: `${n}`.padStart(idLength, 'p') }));
    for (const [count, length] of [
      [21, 4],
      [2_500, 4],
      [10_000, 120],
      [10_000, 200],
    ] as const) {
      const response = await api.post('/api/journeys', {
        ...SEVERAL,
        places: places(count, length),
      });
      expect(response.status).toBe(400);
      const { detail, errors } = (await response.json()) as { detail: string; errors: object[] };
      expect(errors[0]).toMatchObject({
        field: 'places',
        expected: 'a list with a length of at most 20',
      });
      expect(detail).toContain('places: expected a list with a length of at most 20');
      expect(detail.length).toBeLessThan(3_000);
    }
    const huge = await api.post('/api/journeys', { ...SEVERAL, places: places(50_000, 120) });
    expect(huge.status).toBe(413);
    expect(await huge.json()).toMatchObject({
      code: 'too_large',
      detail: expect.stringContaining('places: at most 20 in one request'),
      errors: [{ field: 'body', expected: expect.stringContaining('at most 4194304 bytes') }],
    });
    const none = await api.post('/api/journeys', { ...SEVERAL, places: [] });
    expect(await none.json()).toMatchObject({ errors: [{ field: 'places' }] });
  });

  test('that are not computed in time are left out and named, those that are stay', async () => {
    const hurried = await openTestApp({
      now: { date: TUESDAY, minute: 600 },
      write: writeSmallTerritory,
      env: { JOURNEY_BUDGET_MS: '100' },
    });
    try {
      // Forty requests opened before this one take turns with it past its time.
      const others = Array.from({ length: 40 }, () => hurried.stores.planner.begin(30_000));
      const now = { date: TUESDAY, minute: 600 };
      const point = { name: 'Ici', point: [0.13, 45.4] as const, insee: '16230' };
      const request = {
        from: point,
        to: { ...point, point: [0.17, 45.27] as const },
        fromDate: TUESDAY,
        dayCount: 14,
        durationMinutes: null,
        mode: 'no_car' as const,
        profile: {},
        needs: [],
      };
      const busy = others.flatMap((other) =>
        Array.from({ length: 20 }, () =>
          other.run({ name: 'slots', request, now }).catch(() => undefined),
        ),
      );
      const places = Array.from({ length: 20 }, () => ({ entryId: 'gp-ouvert' }));
      const response = await hurried.post('/api/journeys', { ...SEVERAL, places });
      const answer = (await response.json()) as PlacesAnswer;
      for (const other of others) other.end();
      await Promise.all(busy);
      expect(response.status).toBe(200);
      expect(answer.places.length + answer.leftOut.length).toBe(20);
      expect(answer.leftOut.length).toBeGreaterThan(0);
      expect(new Set(answer.leftOut.map(({ reason }) => reason))).toEqual(new Set(['out_of_time']));
    } finally {
      await hurried.close();
    }
  });
});

describe('plans the planner had no time to finish', () => {
  test('are told as such, alone and among several', async () => {
    const { planner } = api.stores;
    const { begin } = planner;
    const spy = vi.spyOn(planner, 'begin').mockImplementation((limitMs) => {
      const session = begin(limitMs);
      const run: typeof session.run = async (task) => {
        const answer = await session.run(task);
        return 'isCut' in answer ? { ...answer, isCut: true } : answer;
      };
      return { ...session, run };
    });
    try {
      const alone = await api.post('/api/journeys', {
        from: HOME,
        to: { entryId: 'gp-ouvert' },
        appointment: NEXT_WEEK,
        mode: 'no_car',
      });
      expect(((await alone.json()) as JourneyAnswer).isCut).toBe(true);
      const several = await api.post('/api/journeys', { ...SEVERAL, answer: 'plan' });
      const { places } = (await several.json()) as PlacesAnswer;
      expect(places.map(({ isCut }) => isCut)).toEqual([true, true, true]);
    } finally {
      spy.mockRestore();
    }
  });
});
