// Can somebody write the timetable of a line cell by cell, by columns, from a spreadsheet, and with the keyboard?

import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import {
  addStop,
  addTrip,
  blankTimetable,
  changeTrip,
  type Direction,
} from '#domain/transport/line-grid.ts';
import { blankDocument, type LineTimetable } from '#domain/transport/offer-document.ts';
import { serviceCalendar } from '#tests/domain/transport/drawn.ts';
import { workspacePage } from '#tests/web/workspace-page.ts';
import { createDraftStore, type DraftStore } from '#web/features/workspace/draft-store.ts';
import { TimetableFields } from '#web/features/workspace/timetable-fields.tsx';
import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';

const words = fr.editor.grid;
const DOCUMENT = blankDocument({
  id: 'navette',
  kind: 'scheduled_line',
  territoryCodes: [],
  provider: null,
  sourceId: 'essai',
});

afterEach(() => cleanup());

const STOPS = ['Gare', 'Mairie', 'Santé'];

/** Three stops, one trip at 8:00, 8:10 and 8:20. */
function line(): LineTimetable {
  const stops = STOPS.reduce(
    (grid, name, rank) =>
      addStop(grid, 0, { id: name, name, insee: null, point: [0.1 * rank, 45.3] }),
    blankTimetable({ name: 'semaine', calendar: serviceCalendar({ weekdays: [1, 2, 3, 4, 5] }) }),
  );
  return changeTrip(addTrip(stops, 0), 'course-1', { minutes: [480, 490, 500] });
}

function show(timetable: LineTimetable | null = line()) {
  const initial = { document: { ...DOCUMENT, timetable }, revision: 1 };
  const { state } = workspacePage({});
  const draft: DraftStore = createDraftStore({
    initial,
    keep: { read: () => null, write: () => undefined },
    save: async () => ({ kind: 'saved', revision: 2 }),
  });
  const data = {
    workspaceId: 'mosc',
    offerId: 'navette',
    step: 'quand' as const,
    draft: initial,
    ground: {
      workspace: { id: 'mosc', name: 'MOSC' },
      role: 'editor' as const,
      communes: [],
      epcis: [],
      needs: [],
    },
  };
  render(() => (
    <PageContext.Provider value={state}>
      <TimetableFields draft={draft} data={data} />
    </PageContext.Provider>
  ));
  const grid = (): LineTimetable => {
    const found = draft.document().timetable;
    if (found === null) throw new Error('There is no timetable');
    return found;
  };
  const hours = (direction: Direction = 0) =>
    grid()
      .trips.filter((trip) => trip.direction === direction)
      .map(({ minutes }) => minutes);
  return { draft, grid, hours };
}

const cell = (stop: string, trip: number) =>
  screen.getByRole<HTMLInputElement>('textbox', { name: words.cell(stop, trip) });
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
/** The weeks to come are a table too. */
const table = () => screen.getByRole('region', { name: words.table });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const told = () =>
  screen.getAllByRole('status').map(({ textContent }) => textContent?.trim() ?? '');

describe('the grid of a line', () => {
  test('begins empty, with the days of work', () => {
    const { grid } = show(null);
    press(words.begin);
    expect(grid()).toMatchObject({ stops: [], trips: [], calendars: [{ name: 'semaine' }] });
    expect(table()).toBeTruthy();
  });

  test('names each cell by its stop and its trip, and each row by its stop', () => {
    show();
    expect(STOPS.map((stop) => cell(stop, 1).value)).toEqual(['8:00', '8:10', '8:20']);
    const rows = within(table())
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent);
    expect(rows.map((row) => row?.replace(/[↑↓✕]/g, ''))).toEqual(STOPS);
    expect(screen.getByRole('columnheader', { name: /Course 1/ })).toBeTruthy();
  });

  test.each([
    ['8h05', 485],
    ['08:05', 485],
    ['24:10', 1450],
    ['', null],
  ])('reads « %s » as an hour of the day', (written, minute) => {
    const { hours } = show();
    write(cell('Mairie', 1), written);
    expect(hours()).toEqual([[480, minute, 500]]);
  });

  test('keeps the hour it had when what is written is none, and says so', () => {
    const { hours } = show();
    write(cell('Mairie', 1), 'midi passé');
    expect(hours()).toEqual([[480, 490, 500]]);
    expect(cell('Mairie', 1).getAttribute('aria-invalid')).toBe('true');
    write(cell('Mairie', 1), '8:15');
    expect(cell('Mairie', 1).getAttribute('aria-invalid')).toBeNull();
  });

  test('warns of hours that go back, naming both stops', () => {
    show();
    write(cell('Mairie', 1), '7:50');
    expect(screen.getByText(words.warnings)).toBeTruthy();
    expect(screen.getByText(/Mairie vient avant Gare/)).toBeTruthy();
  });

  test('warns of a speed no vehicle has', () => {
    show();
    write(cell('Mairie', 1), '8:01');
    expect(screen.getByText(/De Gare à Mairie, il faudrait rouler à/)).toBeTruthy();
  });

  test('takes back the last change', () => {
    const { draft, hours } = show();
    write(cell('Mairie', 1), '8:11');
    draft.undo();
    expect(hours()).toEqual([[480, 490, 500]]);
    expect(cell('Mairie', 1).value).toBe('8:10');
  });
});

describe('trips as columns', () => {
  test('are added, the keyboard in the new one', () => {
    const { hours } = show();
    press(words.addTrip);
    expect(hours()).toEqual([
      [480, 490, 500],
      [null, null, null],
    ]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe(words.tripDays(2));
    expect(told()).toContain(fr.editor.rows.added(words.trip(2)));
  });

  test('are copied with an offset, as many times as asked', () => {
    const { hours } = show();
    fireEvent.click(screen.getByText(words.more));
    fireEvent.input(screen.getByLabelText(words.every), { target: { value: '90' } });
    fireEvent.input(screen.getByLabelText(words.copies), { target: { value: '2' } });
    press(words.copy);
    expect(hours()).toEqual([
      [480, 490, 500],
      [570, 580, 590],
      [660, 670, 680],
    ]);
  });

  test('are removed, the keyboard in what is left', () => {
    const { hours } = show();
    press(words.addTrip);
    const [first] = screen.getAllByRole('columnheader', { name: /Course 1/ });
    fireEvent.click(
      within(first as HTMLElement).getByRole('button', {
        name: fr.editor.removeItem(words.trip(1)),
        hidden: true,
      }),
    );
    expect(hours()).toEqual([[null, null, null]]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe(words.tripDays(1));
    expect(told()).toContain(fr.editor.rows.removed(words.trip(1), 1));
  });

  test('carry a note, and may be on booking at every stop', () => {
    const { grid } = show();
    fireEvent.input(screen.getByLabelText(/Remarque/), { target: { value: 'Jours de marché' } });
    fireEvent.click(screen.getByLabelText(words.booked));
    expect(grid().trips[0]).toMatchObject({
      note: 'Jours de marché',
      booked: [true, true, true],
    });
    fireEvent.input(screen.getByLabelText(/Remarque/), { target: { value: ' ' } });
    expect(grid().trips[0]?.note).toBeNull();
  });
});

describe('stops as rows', () => {
  test('are moved with their hours, the keyboard on what moves them', () => {
    const { grid, hours } = show();
    press(words.down('Gare'));
    expect(grid().directions[0].stopIds).toEqual(['Mairie', 'Gare', 'Santé']);
    expect(hours()).toEqual([[490, 480, 500]]);
    const label = () => document.activeElement?.getAttribute('aria-label');
    expect(label()).toBe(words.down('Gare'));
    expect(told()).toContain(fr.editor.rows.moved('Gare', 2, 3));
    press(words.down('Gare'));
    // At the end there is no further down: the keyboard stays in its row.
    expect(label()).toBe(words.up('Gare'));
  });

  test('are removed with their hours, the keyboard in the next row', () => {
    const { grid, hours } = show();
    press(fr.editor.removeItem('Mairie'));
    expect(hours()).toEqual([[480, 500]]);
    expect(grid().stops.map(({ name }) => name)).toEqual(['Gare', 'Santé']);
    expect(document.activeElement).toBe(cell('Santé', 1));
  });

  test('are renamed everywhere at once', () => {
    show();
    fireEvent.input(screen.getByLabelText(words.stopName(1)), { target: { value: 'Place' } });
    expect(cell('Place', 1).value).toBe('8:00');
  });

  test('are those of the other way, turned round, without hours', () => {
    const { grid, hours } = show();
    fireEvent.click(screen.getByRole('radio', { name: words.directions['1'] }));
    expect(within(table()).queryByRole('rowheader')).toBeNull();
    press(words.mirror);
    expect(grid().directions[1].stopIds).toEqual(STOPS.toReversed());
    press(words.addTrip);
    write(cell('Santé', 1), '17:00');
    expect(hours(1)).toEqual([[1020, null, null]]);
    expect(hours(0)).toEqual([[480, 490, 500]]);
  });

  test('keep what is written on the vehicle, each way its own', () => {
    const { grid } = show();
    fireEvent.input(screen.getByLabelText(words.headsign), { target: { value: 'Santé' } });
    fireEvent.click(screen.getByRole('radio', { name: words.directions['1'] }));
    fireEvent.input(screen.getByLabelText(words.headsign), { target: { value: 'Gare' } });
    expect(grid().directions.map(({ headsign }) => headsign)).toEqual(['Santé', 'Gare']);
  });
});

describe('a timetable pasted from a spreadsheet', () => {
  const paste = (rows: string[][]) =>
    fireEvent.input(screen.getByLabelText(words.pasteLabel), {
      target: { value: rows.map((row) => row.join('\t')).join('\n') },
    });

  test('is counted before it replaces anything', () => {
    const { hours } = show();
    paste([
      ['Gare', '9:00', '10h30'],
      ['Mairie', '9:10', ''],
      ['Santé', '9:20', '10h50'],
    ]);
    expect(screen.getByText(words.pasteFound(2))).toBeTruthy();
    expect(hours()).toEqual([[480, 490, 500]]);
    press(words.pasteTake);
    expect(hours()).toEqual([
      [540, 550, 560],
      [630, null, 650],
    ]);
    expect(screen.getByLabelText<HTMLTextAreaElement>(words.pasteLabel).value).toBe('');
  });

  test('names what it cannot read, and the stops that are not on the line', () => {
    show();
    paste([
      ['Gare', '9:00'],
      ['Mairie', 'midi'],
      ['Piscine', '9:30'],
    ]);
    expect(screen.getByText(words.pasteUnknown(['Piscine']))).toBeTruthy();
    expect(screen.getByText(words.pasteUnreadable('Mairie', 1, 'midi'))).toBeTruthy();
  });

  test('that holds no hour at all cannot be taken', () => {
    show();
    paste([['Piscine', 'x']]);
    expect(screen.getByText(words.pasteFound(0))).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: words.pasteTake }).disabled).toBe(
      true,
    );
  });
});

describe('the days of a line', () => {
  const tripDays = () =>
    screen.getByRole<HTMLSelectElement>('combobox', { name: words.tripDays(1) });

  test('are added under a name that is changed for the trips that use it', () => {
    const { grid } = show();
    press(words.addCalendar);
    expect(grid().calendars.map(({ name }) => name)).toEqual(['semaine', words.calendarName(2)]);
    expect(document.activeElement?.getAttribute('name')).toBe('calendar-1');
    fireEvent.change(tripDays(), { target: { value: words.calendarName(2) } });
    fireEvent.input(document.activeElement as HTMLElement, { target: { value: 'samedi' } });
    expect(grid().calendars.map(({ name }) => name)).toEqual(['semaine', 'samedi']);
    expect(grid().trips[0]?.calendar).toBe('samedi');
    expect(tripDays().value).toBe('samedi');
  });

  test('are removed, and the trips that ran on them run on the first ones', () => {
    const { grid } = show();
    press(words.addCalendar);
    fireEvent.change(tripDays(), { target: { value: words.calendarName(2) } });
    press(fr.editor.removeItem(words.calendarName(2)));
    expect(grid().calendars.map(({ name }) => name)).toEqual(['semaine']);
    expect(grid().trips[0]?.calendar).toBe('semaine');
    // The only days left cannot be removed.
    expect(screen.queryByRole('button', { name: fr.editor.removeItem('semaine') })).toBeNull();
  });
});
