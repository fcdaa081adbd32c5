// The week without a car of a commune, as it is read: who goes, when, on what conditions, and what is not known.

import { cleanup, render, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HalfDay } from '#web/features/access/commune-week.ts';
import { SheetWeek } from '#web/features/access/sheet-week.tsx';
import { loadDictionary } from '#web/i18n/dictionaries.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';

let text: Dictionary;
beforeAll(async () => {
  text = await loadDictionary('fr');
});
afterEach(cleanup);

const closed = (weekday: number, part: HalfDay['part']): HalfDay => ({
  ...{ weekday, part, way: null },
  state: 'closed',
});

function half(weekday: number, part: HalfDay['part'], change: Partial<HalfDay>): HalfDay {
  return { ...closed(weekday, part), ...change };
}

const WAY: NonNullable<HalfDay['way']> = {
  ...{ title: 'Transport solidaire', siteName: 'Chalais', isForAll: false },
  ...{ leaveMinute: 505, homeMinute: 605, hours: 'usual' },
};

const WEEK: readonly HalfDay[] = [
  half(1, 'morning', { state: 'to_confirm', way: WAY }),
  half(1, 'afternoon', { state: 'no' }),
  half(2, 'morning', {
    state: 'yes',
    way: { ...WAY, title: '', isForAll: true, hours: 'known' },
  }),
  closed(2, 'afternoon'),
  closed(7, 'morning'),
  closed(7, 'afternoon'),
];

function show(answer: unknown, status = 200) {
  const asked: string[] = [];
  const api = createApi(async (path) => {
    asked.push(path);
    return Response.json(answer, { status });
  });
  const state = {
    ...{ locale: 'fr' as const, path: '/observatoire', search: '', nowMs: 0 },
    ...{ api, text, format: createFormat(text.conventions), site: null, baseMap: null },
  };
  render(() => (
    <PageContext.Provider value={state}>
      <SheetWeek territory="sud-charente" insee="16020" />
    </PageContext.Provider>
  ));
  return asked;
}

const plain = (said: string | null | undefined) => said?.replace(/\s+/g, ' ') ?? '';

describe('the week without a car', () => {
  it('says who goes and when, half-day by half-day, and what it depends on', async () => {
    const professions = [{ profession: 'gp', halfDays: WEEK }];
    const asked = show({ state: 'done', monday: '2025-04-14', professions });
    const table = await screen.findByRole('table');
    expect(asked).toEqual(['/api/access/sud-charente/communes/16020/days']);
    const cells = [...table.querySelectorAll('td')].map((cell) => plain(cell.textContent));
    expect(cells.slice(0, 4)).toEqual([
      'à confirmerTransport solidaire, vers Chalais, partir à 8 h 25, rentrer à 10 h 05 (selon la personne)',
      'non',
      'ouià pied, vers Chalais, partir à 8 h 25, rentrer à 10 h 05',
      'fermé',
    ]);
    const days = [...table.querySelectorAll('tbody th')].map((cell) => cell.textContent);
    expect(days).toEqual(['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']);
    expect(screen.getByText(/14 avril 2025/)).toBeTruthy();
    expect(screen.getByText(plain(text.access.week.usual))).toBeTruthy();
    expect(screen.getByText(plain(text.access.week.conditional))).toBeTruthy();
  });

  it('says that nothing is known without timetables, and does not say « never »', async () => {
    show({ state: 'no_timetable', monday: null, professions: [] });
    expect(await screen.findByText(plain(text.access.week.unknown))).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('leaves the sheet as it is when the week cannot come', async () => {
    show({ title: 'no' }, 503);
    await waitFor(() => expect(screen.queryByText(text.access.week.title)).toBeNull());
  });
});
