import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import { practice, professional } from '#db/schema/directory.ts';
import { notice } from '#db/schema/directory-details.ts';
import type { EntryDetail, SearchAnswer } from '#domain/directory/directory.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { TERRITORY, TUESDAY, writeSmallTerritory } from '#tests/support/small-territory.ts';

const HOME = 'lon=0.17&lat=45.27';
const GP = 'need=medecin-generaliste';
let api: TestApp;

beforeAll(async () => {
  api = await openTestApp({ now: { date: TUESDAY, minute: 600 }, write: writeSmallTerritory });
});

afterAll(() => api?.close());

describe('a search near a point', () => {
  test('lists who is open before who is closed, with what depends on the person', async () => {
    const answer = await search(`${GP}&${HOME}&territory=${TERRITORY}`);
    expect(answer.entries.map(({ id }) => id)).toEqual(['gp-ouvert', 'gp-ferme']);
    expect(answer).toMatchObject({ total: 2, radiusMeters: 30_000, widened: false });
    expect(answer.nextCursor).toBeNull();
    const [first] = answer.entries;
    expect(first).toMatchObject({
      opening: { state: 'open', untilMinute: 720 },
      freshness: 'dated',
      outside: false,
      demonstration: true,
      phone: { dial: '+33536490012' },
    });
    expect(first?.crowMeters).toBeGreaterThan(50);
    expect(first?.crowMeters).toBeLessThan(150);
    expect(first?.drive?.minutes).toBeGreaterThan(0);
  });

  test('is answered for the hour asked', async () => {
    const evening = await search(`${GP}&${HOME}&at=${TUESDAY}T20:00`);
    expect(evening.entries.map(({ opening }) => opening)).toEqual([
      { state: 'closed', nextDate: '2026-11-25', nextMinute: 540 },
      { state: 'closed', nextDate: '2026-11-28', nextMinute: 540 },
    ]);
  });

  test('says who is closed for a time, and puts them after who is open', async () => {
    const [closure] = await api.database.db
      .insert(notice)
      .values({
        entryId: 'gp-ouvert',
        kind: 'closure',
        startsOn: '2026-11-23',
        endsOn: '2026-11-27',
        text: 'Congés',
        sourceId: 'registre',
        confidence: 'high',
      })
      .returning({ id: notice.id });
    await api.stores.reload();
    const closed = await search(`${GP}&${HOME}`);
    await api.database.db.delete(notice).where(eq(notice.id, closure?.id ?? 0));
    await api.stores.reload();
    expect(closed.entries.find(({ id }) => id === 'gp-ouvert')?.opening).toEqual({
      state: 'closed',
      nextDate: '2026-11-30',
      nextMinute: 540,
    });
    const open = await search(`${GP}&${HOME}`);
    expect(open.entries[0]?.opening).toEqual({ state: 'open', untilMinute: 720 });
  });

  test('looks further when nobody is within the radius, and says so', async () => {
    const answer = await search(`${GP}&lon=0.9&lat=45.6&radius=1000&territory=${TERRITORY}`);
    expect(answer.widened).toBe(true);
    expect(answer.radiusMeters).toBeGreaterThan(40_000);
    expect(answer.entries[0]).toMatchObject({ id: 'gp-loin', outside: true });
  });

  test('finds nobody where there is nobody, at the largest radius', async () => {
    const answer = await search(`need=dentiste&${HOME}`);
    expect(answer).toMatchObject({ entries: [], total: 0, radiusMeters: 150_000, widened: true });
  });

  test('goes from page to page without losing or repeating anybody', async () => {
    await writeManyPractices();
    const seen: string[] = [];
    const totals = new Set<number>();
    let cursor: string | null = null;
    do {
      const page: SearchAnswer = await search(
        `${GP}&${HOME}&radius=20000&limit=25${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...page.entries.map(({ id }) => id));
      totals.add(page.total);
      cursor = page.nextCursor;
    } while (cursor !== null && seen.length < 1000);
    expect(seen).toHaveLength(132);
    expect(new Set(seen).size).toBe(132);
    expect([...totals]).toEqual([132]);
  });
});

describe('a search without a point', () => {
  test('is by name, within the territory named', async () => {
    const answer = await search(`territory=${TERRITORY}&category=health_house,gp&limit=3`);
    const names = answer.entries.map(({ name }) => name);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'fr')));
    expect(
      answer.entries.every(({ drive, crowMeters }) => drive === null && crowMeters === null),
    ).toBe(true);
    expect(answer.widened).toBe(false);
  });

  test('keeps those of a theme, and those whose words match', async () => {
    expect(ids(await search('theme=acces-aux-soins'))).toEqual(['gp-ouvert']);
    expect(ids(await search('q=camille%20riv'))).toEqual(['gp-ouvert']);
    expect(ids(await search('q=%25%27%20or%201=1'))).toEqual([]);
  });
});

describe('a search for something unknown', () => {
  test.each([
    ['need=docteurr', 'need', 'an id of /api/needs'],
    ['theme=rien', 'theme', 'an id of /api/themes'],
    ['territory=ailleurs', 'territory', 'an id of /api/territories'],
    ['cursor=AAAA', 'cursor', 'the nextCursor of the page before'],
  ])('%s is refused', async (query, field, expected) => {
    const response = await api.get(`/api/directory?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ field, expected }] });
  });
});

describe('one entry', () => {
  test('is told whole, with the origin of its facts', async () => {
    const response = await api.get(`/api/directory/gp-ouvert?${HOME}`);
    const entry = (await response.json()) as EntryDetail;
    expect(entry).toMatchObject({
      id: 'gp-ouvert',
      opening: { state: 'open', untilMinute: 720 },
      outside: false,
      needIds: ['medecin-generaliste'],
      themes: [{ id: 'acces-aux-soins' }],
      notices: [{ text: 'Le cabinet est au premier étage.' }],
      provenance: { sourceId: 'registre', asOf: '2026-09' },
    });
    expect(entry.hours).toHaveLength(1);
    expect(entry.contacts.map(({ kind }) => kind)).toEqual(['phone', 'email']);
    expect(entry).not.toHaveProperty('territoryCodes');
    expect(entry.drive).not.toBeNull();
  });

  test('that does not exist is not found, by its id', async () => {
    const response = await api.get('/api/directory/personne');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      code: 'not_found',
      detail: 'No entry of the directory has the id personne.',
    });
  });

  test('becomes a contact a phone reads', async () => {
    const response = await api.get('/api/directory/gp-ouvert/card.vcf');
    expect(response.headers.get('content-type')).toBe('text/vcard; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="gp-ouvert.vcf"',
    );
    const lines = (await response.text()).split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCARD');
    expect(lines).toContain('FN:Camille Rivière');
    expect(lines).toContain('TEL;TYPE=WORK,VOICE:+33536490012');
    expect(lines).toContain('ADR;TYPE=WORK:;;1\\, rue du Test;Aubeterre-sur-Dronne;;16390;France');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(lines.at(-2)).toBe('END:VCARD');
  });
});

describe('the map', () => {
  test('gets the tile of a place, and only what was asked for', async () => {
    const tile = async (query: string) => {
      const response = await api.get(`/api/directory/tiles/14/8199/5876${query}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
      return Buffer.from(await response.arrayBuffer());
    };
    expect((await tile('')).includes('entries')).toBe(true);
    expect(await tile('?category=dentist')).toHaveLength(0);
    expect((await api.get('/api/directory/tiles/14/8199/5876?need=rien')).status).toBe(400);
    expect((await api.get('/api/directory/tiles/17/1/1')).status).toBe(400);
    expect((await api.get('/api/directory/tiles/1/9/0')).status).toBe(400);
  });
});

describe('words typed', () => {
  test.each(['docteur', 'medecin generaliste', 'docteurr'])('%s mean a need', async (words) => {
    const found = await suggest(words);
    expect(found[0]).toMatchObject({ kind: 'need', id: 'medecin-generaliste' });
  });

  test('may be a name, nearest first', async () => {
    expect(await suggest('camille riv')).toContainEqual({
      kind: 'entry',
      id: 'gp-ouvert',
      name: 'Camille Rivière',
      title: 'Médecin généraliste',
      communeName: 'Aubeterre-sur-Dronne',
    });
    const response = await api.get('/api/directory/suggest?q=camille&insee=16020');
    expect(await response.json()).toContainEqual(expect.objectContaining({ id: 'gp-ouvert' }));
  });

  test.each(["' or 1=1 --", '%', '🚑', 'a:*&!(', '\\'])('%s are only words', async (words) => {
    const response = await api.get(`/api/directory/suggest?q=${encodeURIComponent(words)}`);
    expect(response.status).toBe(200);
  });
});

async function search(query: string): Promise<SearchAnswer> {
  const response = await api.get(`/api/directory?${query}`);
  expect([query, response.status]).toEqual([query, 200]);
  return (await response.json()) as SearchAnswer;
}

async function suggest(words: string): Promise<{ kind: string; id: string }[]> {
  const response = await api.get(`/api/directory/suggest?q=${encodeURIComponent(words)}`);
  expect(response.status).toBe(200);
  return (await response.json()) as { kind: string; id: string }[];
}

function ids(answer: SearchAnswer): string[] {
  return answer.entries.map(({ id }) => id);
}

/** 130 more, at 130 distances, so that a page ends inside a ranked window and another at its end. */
async function writeManyPractices(): Promise<void> {
  const provenance = { sourceId: 'registre', asOf: '2026-09', confidence: 'high' as const };
  const numbers = Array.from({ length: 130 }, (_, index) => index);
  await api.database.db.insert(professional).values(
    numbers.map((index) => ({
      id: `foule-${index}`,
      name: `Praticien ${index}`,
      // As the others of the commune are: real ones would take their place.
      demonstration: true,
      ...provenance,
    })),
  );
  await api.database.db.insert(practice).values(
    numbers.map((index) => ({
      id: `gp-${index}`,
      professionalId: `foule-${index}`,
      category: 'gp' as const,
      title: 'Médecin généraliste',
      city: 'Aubeterre-sur-Dronne',
      insee: '16020',
      point: [0.175 + index / 2000, 45.27] as const,
      pointPrecision: 'address' as const,
      ...provenance,
    })),
  );
  await refreshEntryProjection(api.database.db);
  await api.stores.reload();
}
