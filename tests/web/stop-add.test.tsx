// Can the stops of a line be taken from those known, pointed at on the map, and put where they are?

import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, expect, test, vi } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import type { KnownStop } from '#domain/transport/known-stops.ts';
import { addStop, blankTimetable } from '#domain/transport/line-grid.ts';
import { blankDocument, type LineTimetable } from '#domain/transport/offer-document.ts';
import { serviceCalendar } from '#tests/domain/transport/drawn.ts';
import { workspacePage } from '#tests/web/workspace-page.ts';
import { createDraftStore } from '#web/features/workspace/draft-store.ts';
import { TimetableFields } from '#web/features/workspace/timetable-fields.tsx';
import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';

const POINTED: LonLat = [0.2, 45.5];
/** A map is more than a test page can draw: what it says when a point is touched is enough. */
vi.mock('#web/map/draw-panel.tsx', () => ({
  DrawPanel: (props: { places: readonly unknown[]; onPick: (point: LonLat) => void }) => (
    <button type="button" onClick={() => props.onPick(POINTED)}>
      {`Carte, ${props.places.length} arrêts`}
    </button>
  ),
}));

const words = fr.editor.grid;
const OTHERS: readonly KnownStop[] = [
  { name: 'Gare', insee: null, point: [0, 45.3], offerId: 'marche', line: 'Bus du marché' },
  { name: 'Halle', insee: '16230', point: [0.3, 45.3], offerId: 'marche', line: 'Bus du marché' },
  { name: 'Dépôt', insee: null, point: [0.4, 45.3], offerId: 'navette', line: 'Navette' },
];

afterEach(() => cleanup());

/** `navette`: outward from Gare to Mairie, nothing back yet. */
function show(others: readonly KnownStop[] | null = OTHERS) {
  const begun = blankTimetable({ name: 'semaine', calendar: serviceCalendar() });
  const timetable = ['Gare', 'Mairie'].reduce<LineTimetable>(
    (grid, name, rank) =>
      addStop(grid, 0, { id: name, name, insee: '16230', point: [0.1 * rank, 45.3] }),
    begun,
  );
  const document = {
    ...blankDocument({
      id: 'navette',
      kind: 'scheduled_line',
      territoryCodes: ['vallee'],
      provider: null,
      sourceId: 'essai',
    }),
    timetable,
  };
  const { state, asked } = workspacePage({
    ...(others === null ? {} : { 'GET /stops': { status: 200, body: others } }),
    'GET /suggest': { status: 200, body: [] },
  });
  const initial = { document, revision: 1 };
  const draft = createDraftStore({
    initial,
    keep: { read: () => null, write: () => undefined },
    save: async () => ({ kind: 'saved', revision: 2 }),
  });
  const ground = {
    workspace: { id: 'mosc', name: 'MOSC' },
    role: 'editor' as const,
    communes: [],
    epcis: [],
    needs: [],
  };
  const data = { workspaceId: 'mosc', offerId: 'navette', step: 'quand' as const };
  render(() => (
    <PageContext.Provider value={state}>
      <TimetableFields draft={draft} data={{ ...data, draft: initial, ground }} />
    </PageContext.Provider>
  ));
  const grid = (): LineTimetable => {
    const found = draft.document().timetable;
    if (found === null) throw new Error('There is no timetable');
    return found;
  };
  return { grid, asked };
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: words.addStop });
const back = () => fireEvent.click(screen.getByRole('radio', { name: words.directions['1'] }));
const key = (name: string) => fireEvent.keyDown(field(), { key: name });

/** What the list proposes once these words are written. */
async function proposed(written: string): Promise<(string | null)[]> {
  field().focus();
  fireEvent.input(field(), { target: { value: written } });
  await waitFor(() => expect(field().getAttribute('aria-expanded')).toBe('true'));
  const list = document.getElementById(field().getAttribute('aria-controls') ?? '');
  if (list === null) throw new Error('The field has no list');
  return within(list)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
}

test('before a letter, the stops of the other way and of the other lines are proposed', async () => {
  const { asked } = show();
  await waitFor(() =>
    expect(asked.map(({ path }) => path)).toContain('/api/workspaces/mosc/stops'),
  );
  back();
  expect(await proposed('')).toEqual([
    `Gare${words.stopFrom.other_way}`,
    `Mairie${words.stopFrom.other_way}`,
    `Halle${words.stopOf('Bus du marché')}`,
  ]);
});

test('a stop known is found by its beginning and chosen with the keyboard alone', async () => {
  const { grid } = show();
  back();
  expect(await proposed('mai')).toEqual([`Mairie${words.stopFrom.other_way}`]);
  key('ArrowDown');
  key('Enter');
  expect(grid().directions[1].stopIds).toEqual(['Mairie']);
  // It is the same stop: renamed once, it is renamed both ways.
  expect(grid().stops).toHaveLength(2);
  expect(document.activeElement).toBe(field());
  expect(field().value).toBe('');
  expect(await proposed('mai')).toEqual([`Mairie${words.stopFrom.here}`]);
});

test('a stop of another line comes with its position, under an id of its own', async () => {
  const { grid } = show();
  expect(await proposed('hal')).toEqual([`Halle${words.stopOf('Bus du marché')}`]);
  key('ArrowDown');
  key('Enter');
  expect(grid().stops.at(-1)).toMatchObject({ name: 'Halle', insee: '16230', point: [0.3, 45.3] });
  expect(new Set(grid().directions[0].stopIds).size).toBe(3);
});

test('without network, those of the line itself are still proposed', async () => {
  show(null);
  back();
  expect(await proposed('gar')).toEqual([`Gare${words.stopFrom.other_way}`]);
});

test('a point of the map is a stop, each under a name of its own', async () => {
  const { grid } = show();
  fireEvent.click(screen.getByRole('button', { name: fr.editor.where.points.map }));
  const map = await screen.findByRole('button', { name: 'Carte, 2 arrêts' });
  fireEvent.click(map);
  fireEvent.click(map);
  expect(grid().stops.slice(2)).toMatchObject([
    { name: words.newStop(3), insee: null, point: POINTED },
    { name: words.newStop(4), insee: null, point: POINTED },
  ]);
  expect(screen.getByRole('button', { name: 'Carte, 4 arrêts' })).toBe(map);
});

test('the position of each stop can be written, and what cannot be read changes nothing', () => {
  const { grid } = show();
  const position = screen.getByLabelText<HTMLInputElement>(words.stopPosition(2));
  expect(position.value).toBe('45.30000, 0.10000');
  fireEvent.input(position, { target: { value: 'près du pont' } });
  expect(grid().stops[1]?.point).toEqual([0.1, 45.3]);
  expect(position.getAttribute('aria-invalid')).toBe('true');
  fireEvent.input(position, { target: { value: '45,4 0,25' } });
  expect(grid().stops[1]).toMatchObject({ name: 'Mairie', point: [0.25, 45.4], insee: null });
  expect(position.getAttribute('aria-invalid')).toBeNull();
});
