// Does the first sentence of the page say that a driver must still be found?

import { cleanup, render, screen } from '@solidjs/testing-library';
import { afterEach, expect, it } from 'vitest';
import type { JourneyNote, JourneyOption } from '#domain/journey/journey.ts';
import { Verdict } from '#web/features/journey/verdict.tsx';
import { fr } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';

const TRIP = { departMinute: 538, arriveMinute: 590, legs: [] };

afterEach(cleanup);

function show(known: Partial<JourneyOption>): string {
  const option: JourneyOption = {
    id: 'x',
    kind: 'volunteer',
    title: 'Transport solidaire',
    offerIds: [],
    tier: 0,
    state: 'open',
    outbound: TRIP,
    back: TRIP,
    otherReturns: [],
    lastReturnMinute: null,
    eligibility: { value: true, reasons: [] },
    price: { minCents: null, maxCents: null, partial: false, estimate: false, lines: [] },
    calls: [
      {
        offerId: 'solidaire',
        offerName: 'Transport solidaire',
        phone: '0782327633',
        email: null,
        url: null,
        deadline: {
          opens: null,
          limit: { date: '2026-11-28', minute: 1050 },
          answered: { date: '2026-11-27', minute: 1050 },
        },
        registerBefore: null,
        registrationClosed: null,
        urgentPossible: false,
        toSay: [],
        rides: [],
      },
    ],
    notes: [],
    toHave: [],
    provenance: null,
    totalMinutes: 102,
    walkMeters: 0,
    ...known,
  };
  const state = {
    locale: 'fr' as const,
    path: '/trajet/a',
    search: '',
    nowMs: Date.UTC(2026, 10, 22),
    api: createApi(() => Promise.reject(new Error('no network'))),
    text: fr,
    format: createFormat(fr.conventions),
    site: null,
    baseMap: null,
  };
  render(() => (
    <PageContext.Provider value={state}>
      <Verdict option={option} questionCount={0} />
    </PageContext.Provider>
  ));
  const said = screen.getByRole('region').textContent ?? '';
  cleanup();
  return said.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

it('a driver who must be found is told beside the call, and nothing is called settled', () => {
  const driver: JourneyNote = { code: 'driver_to_find' };
  const said = show({ notes: [driver] });
  expect(said).toContain(fr.journey.note(driver).replace(/[\s\u00a0\u202f]+/g, ' '));
  expect(said).not.toContain('tout est réglé');
  expect(show({})).toContain('puis tout est réglé');
  expect(show({}), 'no driver to find').not.toContain('Un conducteur');
});

it('one’s own car has no fare, so no price to ask for', () => {
  expect(show({ kind: 'own_car', title: '', calls: [], state: 'not_needed' })).not.toContain(
    'Prix',
  );
  expect(show({ kind: 'driven', title: '', calls: [], state: 'not_needed' })).not.toContain('Prix');
  expect(show({})).toContain('Prix à demander');
});
