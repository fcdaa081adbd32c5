// Can a coordination say a change of transport, is it told back in plain words, and is each fault named?

import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import type { OnDemandChange, ScenarioChange } from '#domain/access/scenario-change.ts';
import { VALLEY } from '#tests/support/access-model.ts';
import { DAYS, VALLEY_DAYS } from '#tests/support/no-car-model.ts';
import { workspacePage } from '#tests/web/workspace-page.ts';
import { createAnswers } from '#web/features/access/scenario-answer.ts';
import {
  composeTransport,
  FIRST_TRANSPORT,
  nextStop,
  readHours,
  type TransportDraft,
  type TransportKind,
} from '#web/features/access/scenario-compose-transport.ts';
import { shownDays } from '#web/features/access/scenario-days-shown.ts';
import { scenarioCsv } from '#web/features/access/scenario-files.ts';
import { ScenarioForm } from '#web/features/access/scenario-form.tsx';
import { ScenarioLosers } from '#web/features/access/scenario-losers.tsx';
import type { DeskModel, TriedResult } from '#web/features/access/scenario-messages.ts';
import { ScenarioSentence, ScenarioTable } from '#web/features/access/scenario-summary.tsx';
import { tellChange } from '#web/features/access/scenario-told.ts';
import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';

afterEach(cleanup);

const days = shownDays(DAYS);
const words = fr.scenario.days;
const compose = (kind: TransportKind, draft: Partial<TransportDraft>, known = days) =>
  composeTransport(kind, { ...FIRST_TRANSPORT, ...draft }, known, 'TAD');
const SERVICE: OnDemandChange = {
  kind: 'add_on_demand',
  id: 'TAD',
  zone: ['16001', '16002', '16003'],
  destinations: ['16003'],
  weekdays: [2, 4],
  fromMinute: 480,
  toMinute: 1_080,
  waitMinutes: 10,
  durationFactor: 1.3,
  bookingDaysBefore: 1,
};

async function opened(source = VALLEY_DAYS) {
  const answer = createAnswers(
    async () => source,
    () => 0,
  );
  const model = (await answer({
    ask: 'open',
    territory: 'v',
    profession: 'gp',
    space: null,
  })) as DeskModel;
  const tried = async (...changes: ScenarioChange[]) =>
    (await answer({ ask: 'try', changes })) as TriedResult;
  return { model, tried };
}

function page(content: () => ReturnType<typeof ScenarioTable>) {
  const { state } = workspacePage({});
  return render(() => <PageContext.Provider value={state}>{content()}</PageContext.Provider>);
}

describe('a transport that is written', () => {
  it('is the whole territory unless communes are chosen, and names the first thing missing', () => {
    expect(compose('add_on_demand', { destinations: ['16003'] })).toEqual({ change: SERVICE });
    expect(compose('add_on_demand', {})).toEqual({ fault: 'destinations' });
    const whole = { destinations: ['16003'] };
    expect(compose('add_on_demand', { ...whole, isWhole: false })).toEqual({ fault: 'zone' });
    expect(compose('add_on_demand', { ...whole, weekdays: [] })).toEqual({ fault: 'weekdays' });
    expect(compose('add_on_demand', { ...whole, to: '08:00' })).toEqual({ fault: 'hours' });
    expect(compose('add_on_demand', { ...whole, wait: 'peu' })).toEqual({ fault: 'wait' });
  });

  it('of a line has two stops, hours, and a way back', () => {
    const [amont, milieu] = days.state === 'done' ? days.communes : [];
    if (amont === undefined || milieu === undefined) throw new Error('The valley is known');
    const first = nextStop([], amont, '');
    if (first === null) throw new Error('A first stop needs no minutes');
    expect(nextStop([first], milieu, '12')?.minutesFromFirst).toBe(12);
    expect(nextStop([first], milieu, '0')).toBeNull();
    // The road, estimated, a fifth slower.
    const byRoad = nextStop([first], milieu, '');
    expect(byRoad?.minutesFromFirst).toBeGreaterThan(5);
    const stops = [first, ...(byRoad === null ? [] : [byRoad])];
    expect(compose('add_line', { stops: [first] })).toEqual({ fault: 'lineStops' });
    expect(compose('add_line', { stops })).toEqual({ fault: 'departures' });
    expect(compose('add_line', { stops, departures: '9:00' })).toEqual({ fault: 'returns' });
    expect(compose('add_line', { stops, departures: '9:00, 8h30', returns: '12h' })).toMatchObject({
      change: { departures: [510, 540], returnDepartures: [720] },
    });
  });

  it('at other hours names the line and by how much, earlier too', () => {
    expect(compose('retime_line', {})).toEqual({ fault: 'line' });
    expect(compose('retime_line', { line: 'reseau:L1', shift: '0' })).toEqual({ fault: 'shift' });
    expect(compose('retime_line', { line: 'reseau:L1', shift: '-15' })).toEqual({
      change: { kind: 'retime_line', line: 'reseau:L1', shiftMinutes: -15, weekdays: [2, 4] },
    });
    const unknown = shownDays({ state: 'not_computed' });
    expect(compose('retime_line', { line: 'a', shift: '5' }, unknown)).toEqual({
      fault: 'days_unknown',
    });
  });

  it('has hours read as people write them', () => {
    expect(readHours('8:30; 12h15 7h')).toEqual([420, 510, 735]);
    expect(readHours('')).toBeNull();
    expect(readHours('8:30, midi')).toBeNull();
    expect(readHours('25:00')).toBeNull();
  });
});

describe('a transport that was added', () => {
  it('is told with its zone, where it leads, its days, its hours and its booking', async () => {
    const { model } = await opened();
    const tell = (change: ScenarioChange) => tellChange(fr.scenario.form.told, model, change);
    expect(tell(SERVICE).replaceAll('\u00a0', ' ')).toBe(
      'TAD : tout le territoire vers Aval, le mardi et le jeudi, de 8 h à 18 h, à réserver la veille',
    );
    expect(tell({ ...SERVICE, zone: ['16002'] })).toContain('TAD : Milieu vers Aval');
    expect(
      tell({
        kind: 'retime_line',
        line: 'reseau:L1',
        shiftMinutes: -15,
        weekdays: [1, 2, 3, 4, 5],
      }),
    ).toBe('L1 · Amont – Aval : 15 min plus tôt, du lundi au vendredi');
  });

  it('is read in a sentence, with and without, and commune by commune', async () => {
    const { model, tried } = await opened();
    const result = await tried({ ...SERVICE, weekdays: [1] });
    page(() => (
      <>
        <ScenarioSentence model={model} result={result} isEmpty={false} />
        <ScenarioTable model={model} results={[result]} />
        <ScenarioLosers model={model} result={result} />
      </>
    ));
    expect(screen.getByText(/500 habitants gagnent au moins un jour utile/)).toBeDefined();
    const table = screen.getByRole('table', { name: words.table.caption });
    const row = within(table).getByRole('row', { name: new RegExp(words.table.meanDays) });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['4', '4,14']);
    const gaining = screen.getByRole('table', { name: words.places.gainersTitle });
    expect(within(gaining).getByRole('row', { name: /Milieu/ }).textContent).toBe('Milieu50023+1');
  });

  it('is told of pharmacies too, by days without a car alone', async () => {
    const { model, tried } = await opened({ ...VALLEY_DAYS, profession: 'pharmacy' });
    const result = await tried({ ...SERVICE, weekdays: [1] });
    page(() => (
      <>
        <ScenarioSentence model={model} result={result} isEmpty={false} />
        <ScenarioTable model={model} results={[result]} />
        <ScenarioLosers model={model} result={result} />
      </>
    ));
    expect(screen.getByText(/500 habitants gagnent au moins un jour utile/)).toBeDefined();
    expect(screen.getByText(words.result.only)).toBeDefined();
    expect(screen.queryByText(fr.scenario.table.mean)).toBeNull();
    expect(screen.queryByText(fr.scenario.losers.losersTitle)).toBeNull();
    const table = scenarioCsv({ text: fr, model, result, changes: [] });
    expect(table).toContain('16002;Milieu;500;;;;;;;2;3;1');
  });

  it('is in the table one takes away, beside what people have by car', async () => {
    const { model, tried } = await opened();
    const result = await tried({ ...SERVICE, weekdays: [1] });
    const table = scenarioCsv({ text: fr, model, result, changes: [] });
    expect(table.split('\r\n')[0]).toContain('jours_utiles_avant;jours_utiles_apres');
    expect(table).toMatch(/16002;Milieu;500;.*;2;3;1/);
  });
});

describe('the form', () => {
  it('adds a transport with a choice and a button, and says which field is wrong', async () => {
    const { model } = await opened();
    const added: ScenarioChange[] = [];
    page(() => <ScenarioForm model={model} changes={[]} onAdd={(change) => added.push(change)} />);
    const choose = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    choose(fr.scenario.form.kind, 'add_on_demand');
    fireEvent.click(screen.getByText(fr.scenario.form.add));
    expect(added).toEqual([]);
    expect(screen.getByRole('alert').textContent).toBe(words.form.wrong.destinations);
    expect(screen.getByLabelText(words.form.destination).getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(screen.getByLabelText(words.form.destination));
    choose(words.form.destination, '16003');
    fireEvent.click(screen.getByText(words.form.addDestination));
    fireEvent.click(screen.getByText(fr.scenario.form.add));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(added).toEqual([{ ...SERVICE, id: words.form.names.on_demand }]);
  });

  it('says why transport cannot be tried where days are not known; the table says so too', async () => {
    const { model, tried } = await opened(VALLEY);
    const result = await tried();
    page(() => (
      <>
        <ScenarioForm model={model} changes={[]} onAdd={() => undefined} />
        <ScenarioTable model={model} results={[result]} />
      </>
    ));
    expect(screen.getAllByText(words.form.unknown.not_computed)).toHaveLength(1);
    fireEvent.change(screen.getByLabelText(fr.scenario.form.kind), {
      target: { value: 'retime_line' },
    });
    expect(screen.getAllByText(words.form.unknown.not_computed)).toHaveLength(2);
  });
});
