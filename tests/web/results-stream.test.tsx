// Do the ways of each card appear as they are known, without noise, and does a fault leave the rest?

import { cleanup, render, screen } from '@solidjs/testing-library';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ANSWER_DATA, CARD_IDS, placeLine } from '#tests/web/results-data.ts';
import { ResultsAnswer } from '#web/features/directory/results-answer.tsx';
import type { AnswerData } from '#web/features/directory/results-data.ts';
import { fr } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';

const IDS = CARD_IDS;
const DATA = ANSWER_DATA;

/** The page, and a hand on the answer it reads. */
function show(data: AnswerData = DATA) {
  const asked: unknown[] = [];
  let control!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start(each) {
      control = each;
    },
  });
  const api = createApi(async (path, init) => {
    asked.push([path, JSON.parse(String(init?.body ?? 'null'))]);
    return new Response(body);
  });
  const state = {
    locale: 'fr' as const,
    path: '/resultats',
    search: '',
    nowMs: Date.UTC(2026, 10, 20),
    api,
    text: fr,
    format: createFormat(fr.conventions),
    site: null,
    baseMap: null,
  };
  render(() => (
    <PageContext.Provider value={state}>
      <ResultsAnswer data={data} />
    </PageContext.Provider>
  ));
  const bytes = new TextEncoder();
  const send = async (text: string) => {
    control.enqueue(bytes.encode(text));
    await settled();
  };
  return { asked, send, place: placeLine, fail: () => control.error(new Error('cut')), control };
}

const settled = () => new Promise((done) => setTimeout(done, 5));
const card = (id: string) => document.querySelector(`#reponse-${id} .ways`);
const busy = () => IDS.filter((id) => card(id)?.getAttribute('aria-busy') === 'true');
const said = () => screen.getAllByRole('status').flatMap((each) => each.textContent || []);

// A phone: the map waits to be asked for.
beforeAll(() => vi.stubGlobal('matchMedia', () => ({ matches: false })));
afterAll(() => vi.unstubAllGlobals());
afterEach(cleanup);

describe('the ways of the cards', () => {
  it('appear one card at a time, whatever the pieces the lines come in', async () => {
    const { asked, send, place } = show();
    expect(busy()).toEqual(IDS);
    expect(asked).toEqual([
      [
        '/api/journeys',
        {
          from: { insee: '16020' },
          places: IDS.map((entryId) => ({ entryId })),
          appointment: DATA.appointment,
          mode: 'no_car',
          counted: true,
        },
      ],
    ]);
    const line = place('far', 'Transport solidaire');
    await send(line.slice(0, 40));
    expect(busy()).toEqual(IDS);
    await send(line.slice(40) + place('near'));
    expect(busy()).toEqual(['late']);
    expect(card('far')?.textContent).toContain('Transport solidaire');
    expect(card('near')?.textContent).toContain(fr.results.goNone);
    expect(said()).toEqual([]);
  });

  it('are said to be there once, at the end, and lead to the page of what was left out', async () => {
    const { send, place, control } = show();
    await send(place('near', 'Train') + place('far', 'Car'));
    await send(`${JSON.stringify({ line: 'end', leftOut: [{ entryId: 'late' }] })}\n`);
    control.close();
    await settled();
    expect(busy()).toEqual([]);
    expect(said()).toEqual([fr.results.goAllSaid(1)]);
    expect(card('late')?.textContent).toContain(fr.results.goLate);
    expect(card('late')?.querySelector('a')?.getAttribute('href')).toMatch(
      /^\/trajet\/late\?depart=16020&deplacement=sans-voiture/,
    );
  });

  it('stay when the answer is cut, and the others say so', async () => {
    const { send, place, fail } = show();
    await send(place('near', 'Train'));
    fail();
    await settled();
    expect(card('near')?.textContent).toContain('Train');
    expect(card('far')?.textContent).toContain(fr.results.goFailed);
    expect(card('far')?.querySelector('a')?.getAttribute('href')).toContain('/trajet/far');
    expect(said()).toEqual([fr.results.goAllSaid(2)]);
    cleanup();
    show().fail();
    await settled();
    expect(said()).toEqual([fr.results.goNoneSaid]);
  });

  it('are asked for only where the server wrote none', async () => {
    const { asked } = show({ ...DATA, waiting: ['late'] });
    expect(asked).toMatchObject([['/api/journeys', { places: [{ entryId: 'late' }] }]]);
    expect(busy()).toEqual(['late']);
    cleanup();
    expect(show({ ...DATA, waiting: [] }).asked).toEqual([]);
  });
});
