// Does a person read what would make a trip possible, once each, and what to press for it?

import { cleanup, render, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import type { JourneyChange, JourneySummary } from '#domain/journey/journey.ts';
import { JourneyChanges } from '#web/features/journey/journey-changes.tsx';
import { fr } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';
import { type Answers, NO_ANSWERS } from '#web/lib/personal-answers.ts';

const WAY: JourneySummary = {
  id: 'way',
  kind: 'volunteer',
  title: 'Transport solidaire',
  tier: 0,
  state: 'open',
  price: { minCents: 0, maxCents: 0, partial: false, estimate: false, lines: [] },
  notes: [],
  eligibility: { value: true, reasons: [] },
  departMinute: 543,
  arriveMinute: null,
  returnMinute: 670,
  firstCall: null,
};
const CHANGES: readonly JourneyChange[] = [
  { kind: 'other_hour', date: '2026-12-01', minute: 600, way: WAY },
  { kind: 'other_day', date: '2026-12-04', minute: 420, way: WAY },
  {
    kind: 'registration',
    offerId: 'volunteers',
    offerName: 'Transport solidaire',
    phone: '0782327633',
    before: { date: '2026-11-30', minute: 1050 },
    way: WAY,
  },
  {
    kind: 'outside_zone',
    offerId: 'bus',
    offerName: 'Bus',
    end: 'home',
    meters: 2300,
    measured: 'edge',
  },
];

afterEach(cleanup);

/** Spaces that do not break read as spaces. */
const read = (element: Element | null) =>
  (element?.textContent ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();

function show(): { said: Answers[]; items: HTMLElement[] } {
  const said: Answers[] = [];
  const query = {
    departKey: '16020',
    departText: null,
    appointment: { date: '2026-12-01', minute: 420, durationMinutes: null },
    assumed: false,
    mode: 'no_car',
    need: 'vaccination',
    dayAlone: null,
    search: {},
  } as const;
  const state = {
    locale: 'fr' as const,
    path: '/trajet/a',
    search: '',
    nowMs: Date.UTC(2026, 10, 28),
    api: createApi(() => Promise.reject(new Error('no network'))),
    text: fr,
    format: createFormat(fr.conventions),
    site: null,
    baseMap: null,
  };
  render(() => (
    <PageContext.Provider value={state}>
      <JourneyChanges
        changes={CHANGES}
        entryId="a"
        query={query}
        answers={NO_ANSWERS}
        action="/trajet/a"
        onAnswers={(answers) => said.push(answers)}
      />
    </PageContext.Provider>
  ));
  const section = screen.getByRole('region', { name: 'Ce qui le rendrait possible' });
  return { said, items: within(section).getAllByRole('listitem') };
}

describe('what would make a trip possible', () => {
  it('is told with its hours, and with its name only where the title does not say it', () => {
    const [hour, day, register] = show().items.map(read);
    expect(hour).toContain('Transport solidaire, départ 9 h 03, retour 11 h 10');
    expect(day).toContain('Transport solidaire, départ 9 h 03');
    expect(register).toMatch(/Transport solidaire »Départ 9 h 03, retour 11 h 10/);
    expect(register?.split('Transport solidaire').length).toBe(2);
  });

  it('says once what to ask on the phone, at the first hour', () => {
    const { items } = show();
    const asked = items.map((item) => read(item).includes('Au téléphone, dites'));
    expect(asked).toEqual([true, false, false, false]);
  });

  it('leads to the trip with that one thing changed, keeping what was looked for', () => {
    const { items } = show();
    const trip = screen.getByRole('link', { name: /Voir ce trajet : Un autre jour/ });
    expect(trip.getAttribute('href')).toContain('jour=2026-12-04');
    expect(trip.getAttribute('href')).toContain('besoin=vaccination');
    expect(read(items[3] ?? null)).toContain('2,3 km de chez vous');
  });

  it('says what the distance of a zone is measured to', () => {
    const { outside } = fr.journey.changes;
    const said = (measured: 'edge' | 'centre') =>
      outside('Bus', { meters: 5000, measured, end: 'care' }).replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(said('edge')).toBe('« Bus » s’arrête à 5,0 km du lieu de soin');
    expect(said('centre')).toContain(
      'le bourg desservi le plus proche est à 5,0 km du lieu de soin',
    );
  });

  it('leads to the call to register, and never takes the person for registered', () => {
    const { said, items } = show();
    const register = items[2] ?? null;
    expect(read(register)).toContain(
      'Appelez le 07 82 32 76 33 pour vous inscrire, avant lundi 30 novembre, 17 h 30.',
    );
    const item = within(register as HTMLElement);
    expect(item.getByRole('link', { name: /Appelez le/ }).getAttribute('href')).toBe(
      'tel:0782327633',
    );
    expect(item.queryByRole('button')).toBeNull();
    expect(item.getByRole('link', { name: 'Voir ce transport' }).getAttribute('href')).toContain(
      '/transports/volunteers',
    );
    expect(said).toEqual([]);
  });
});
