import { describe, expect, test } from 'vitest';
import { createRoadService } from '#api/runtime/road-service.ts';
import { readRoadService } from '#api/runtime/road-settings.ts';
import type { LonLat } from '#domain/geo.ts';
import { answeredRoads, recordQuestions } from '#domain/journey/road-table.ts';
import { estimateRoads, type RoadTimes } from '#domain/journey/road-times.ts';
import { type Answer, send, serve } from '#tests/api/road-server.ts';

function serviceOf(url: string, kind: 'osrm' | 'valhalla', timeoutMs = 2_000) {
  const failures: string[] = [];
  const settings = readRoadService({
    ROADS_URL: url,
    ROADS_KIND: kind,
    ROADS_TIMEOUT_MS: `${timeoutMs}`,
  });
  if (settings === null) throw new Error('Expected settings');
  return { service: createRoadService(settings, (message) => failures.push(message)), failures };
}

const HOME: LonLat = [0.04123, 45.27456];
const CARE: LonLat = [0.15, 45.65];
const FAR: LonLat = [-9.87654, 45.3];

/** OSRM that drives at 1 000 m a minute over as many kilometres as there are places between. */
const osrmTable: Answer = ({ url }, response) => {
  const indexes = (name: string) => (url.searchParams.get(name) ?? '').split(';').map(Number);
  const points = decodeURIComponent(url.pathname.split('/').at(-1) ?? '').split(';');
  const away = (index: number) => (Number(points[index]?.split(',')[0]) < -5 ? 40_000 : 0);
  const [sources, destinations] = [indexes('sources'), indexes('destinations')];
  const meters = sources.map((i) => destinations.map((j) => Math.abs(j - i) * 1_000));
  send(response, {
    code: 'Ok',
    durations: meters.map((row) => row.map((each) => each * 0.06)),
    distances: meters,
    sources: sources.map((i) => ({ distance: away(i) })),
    destinations: destinations.map((j) => ({ distance: away(j) })),
  });
};

describe('a table asked of OSRM', () => {
  test('comes back in the order asked, as known times, with the setting out of a driver', async () => {
    const { url, asked } = await serve(osrmTable);
    const { service } = serviceOf(`${url}/roads/`, 'osrm');
    expect(await service.askTable('car', [HOME], [CARE, HOME])).toEqual([
      [
        { minutes: 2, meters: 1_000, estimate: false },
        { minutes: 3, meters: 2_000, estimate: false },
      ],
    ]);
    expect(asked.map(({ url: each }) => `${each.pathname}${each.search}`)).toEqual([
      '/roads/table/v1/driving/0.04123,45.27456;0.15,45.65;0.04123,45.27456?annotations=duration,distance&sources=0&destinations=1;2',
    ]);
  });

  test('is null where a point lies too far from any road, and there only', async () => {
    const { service } = serviceOf((await serve(osrmTable)).url, 'osrm');
    const [row] = await service.askTable('car', [HOME], [CARE, FAR, CARE]);
    expect(row?.map((each) => each === null)).toEqual([false, true, false]);
  });

  test('is asked by parts when it is large', async () => {
    const { url, asked } = await serve(osrmTable);
    const { service } = serviceOf(url, 'osrm');
    const many = Array.from({ length: 120 }, (_, i): LonLat => [0.1 + i / 1000, 45.3]);
    const table = await service.askTable('car', many, many.slice(0, 70));
    expect([table.length, ...new Set(table.map((row) => row.length))]).toEqual([120, 70]);
    expect(asked.length).toBeGreaterThan(5);
    for (const each of asked) {
      expect(each.url.pathname.split(';').length).toBeLessThanOrEqual(100);
    }
  });

  test('is estimated for the modes the server does not know', async () => {
    const { url, asked } = await serve(osrmTable);
    const { service } = serviceOf(url, 'osrm');
    const walk = await service.askTable('walk', [HOME], [CARE]);
    expect(walk).toEqual([estimateRoads.fromOne('walk', HOME, [CARE])]);
    expect(asked).toEqual([]);
  });
});

describe('a matrix asked of Valhalla', () => {
  const matrix: Answer = ({ body }, response) => {
    const { sources, targets, costing } = JSON.parse(body);
    const all = [...sources, ...targets] as { lon: number }[];
    if (all.some(({ lon }) => lon < -5)) return send(response, { error_code: 171 }, 400);
    const time = costing === 'auto' ? 600 : 6_000;
    return send(response, {
      sources_to_targets: sources.map((_: unknown, from_index: number) =>
        targets.map((_each: unknown, to_index: number) => ({
          time: to_index === 1 ? null : time,
          distance: to_index === 1 ? null : 8.25,
          from_index,
          to_index,
        })),
      ),
      units: 'kilometers',
    });
  };

  test('comes back as known times, null where no way leads', async () => {
    const { url, asked } = await serve(matrix);
    const { service } = serviceOf(url, 'valhalla');
    expect(await service.askTable('car', [HOME, CARE], [CARE, HOME])).toEqual([
      [{ minutes: 11, meters: 8_250, estimate: false }, null],
      [{ minutes: 11, meters: 8_250, estimate: false }, null],
    ]);
    expect(await service.askTable('walk', [HOME], [CARE])).toEqual([
      [{ minutes: 100, meters: 8_250, estimate: false }],
    ]);
    expect(asked[0]?.method).toBe('POST');
    expect(asked[0]?.url.pathname).toBe('/sources_to_targets');
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
      sources: [{ lon: 0.04123, lat: 45.27456 }, {}],
      costing: 'auto',
      units: 'kilometers',
    });
  });

  test('keeps the others when one point has no road near', async () => {
    const { service } = serviceOf((await serve(matrix)).url, 'valhalla');
    const [row, lost] = await service.askTable('car', [HOME, FAR], [CARE]);
    expect(row?.[0]?.minutes).toBe(11);
    expect(lost).toEqual([null]);
    const [wide] = await service.askTable('car', [HOME], [FAR, CARE]);
    expect(wide?.map((each) => each === null)).toEqual([true, false]);
  });
});

describe('a server that fails', () => {
  const cases: readonly [string, Answer, string][] = [
    ['says an error', (_, response) => send(response, { code: 'TooBig' }, 400), 'received TooBig'],
    ['says something else', (_, response) => send(response, { ok: true }), 'something else'],
    ['is no JSON', (_, response) => response.end('<html>'), 'expected JSON'],
    ['never answers', () => undefined, 'it took too long'],
    ['cuts the line', (_, response) => response.destroy(), 'cannot be reached'],
    [
      'sends elsewhere',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
      'cannot be reached',
    ],
    [
      'answers without end',
      (_, response) => {
        const piece = ' '.repeat(1_000_000);
        for (let i = 0; i < 12; i++) response.write(piece);
        response.end('{}');
      },
      'received more',
    ],
    [
      'forgets some',
      (_, response) =>
        send(response, {
          code: 'Ok',
          durations: [[]],
          distances: [[]],
          sources: [],
          destinations: [],
        }),
      'none at 0, 0',
    ],
  ];

  test.each(cases)('%s: estimates, and a message without any position', async (_, answer, why) => {
    const { url } = await serve(answer);
    const { service, failures } = serviceOf(url, 'osrm', 300);
    const question = { mode: 'car', origins: [HOME], destinations: [CARE] } as const;
    await expect(service.askTable('car', [HOME], [CARE])).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining(why),
    });
    expect(await service.answer([question])).toEqual([
      { question, table: [estimateRoads.fromOne('car', HOME, [CARE])] },
    ]);
    expect(failures).toHaveLength(1);
    expect(failures.join()).not.toMatch(/0\.04123|45\.27456/);
  });

  test('more than it may be asked is refused, nothing is answered for nothing', async () => {
    const { service } = serviceOf('http://127.0.0.1:9', 'osrm');
    const many = Array.from({ length: 10_000 }, (): LonLat => HOME);
    await expect(service.askTable('car', many, many)).rejects.toMatchObject({
      code: 'bad_request',
      message: 'Times by road: expected at most 25000 at once, received 10000 × 10000.',
    });
    expect(await service.askTable('car', [], [CARE])).toEqual([]);
    expect(await service.askTable('car', [HOME], [])).toEqual([[]]);
  });
});

describe('a plan on answers of a server', () => {
  test('asks once for what it needs, then reads the answers, and estimates the rest', async () => {
    const { url, asked } = await serve(osrmTable);
    const { service } = serviceOf(url, 'osrm');
    const planBy = (roads: RoadTimes) => [
      ...roads.fromOne('car', HOME, [CARE, FAR]),
      ...roads.fromOne('car', HOME, [CARE, FAR]),
      ...roads.toOne('car', [HOME], CARE),
      ...roads.fromOne('walk', HOME, [CARE]),
    ];
    const recorded = recordQuestions();
    expect(planBy(recorded.roads).every((each) => each?.estimate)).toBe(true);
    expect(recorded.asked()).toHaveLength(3);
    const plan = planBy(answeredRoads(await service.answer(recorded.asked())));
    expect(plan.map((each) => each?.estimate)).toEqual([
      false,
      undefined,
      false,
      undefined,
      false,
      true,
    ]);
    expect(asked).toHaveLength(2);
  });

  test('asks nothing for nobody, and reads estimates for what nobody answered', () => {
    const { roads, asked } = recordQuestions();
    expect([roads.fromOne('car', HOME, []), roads.toOne('car', [], CARE)]).toEqual([[], []]);
    expect(asked()).toEqual([]);
    expect(answeredRoads([]).toOne('cycle', [HOME], CARE)).toEqual(
      estimateRoads.toOne('cycle', [HOME], CARE),
    );
  });

  test('refuses a table of another size than its question', () => {
    const question = { mode: 'car', origins: [HOME], destinations: [CARE, HOME] } as const;
    expect(() => answeredRoads([{ question, table: [[null]] }])).toThrow(
      'Road table: expected 1 × 2 times, none at 0, 1',
    );
  });
});
