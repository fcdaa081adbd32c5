// Does a person read which service comes, where and when, how far, and what is to be checked?

import { cleanup, render, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import type { VisitingService } from '#domain/journey/journey.ts';
import { weekdayCalendar } from '#seeds/demo/transport/calendars.ts';
import { doorPattern, offerSeed } from '#seeds/demo/transport/offer-seed.ts';
import { ResultsVisits } from '#web/features/directory/results-visits.tsx';
import { readVisits } from '#web/features/directory/results-visits-model.ts';
import { VisitingServices } from '#web/features/journey/visiting-services.tsx';
import { OfferVisits } from '#web/features/transport/offer-visits.tsx';
import { en } from '#web/i18n/en.ts';
import { fr } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';

const HERE = { name: 'Andilly', crowMeters: 0, inHomeCommune: true };
const THERE = { name: 'Marans', crowMeters: 6144, inHomeCommune: false };
const MORNING = [{ from: 570, to: 720 }];
const BUS: VisitingService = {
  offerId: 'bus',
  offerName: 'Bus des démarches',
  kind: 'itinerant',
  needMatch: 'yes',
  areaKnown: true,
  place: HERE,
  next: { date: '2026-12-03', hours: MORNING, place: HERE },
  others: [
    { date: '2026-11-30', hours: [...MORNING, { from: 840, to: 1020 }], place: THERE },
    { date: '2026-12-10', hours: MORNING, place: HERE },
  ],
  state: 'not_needed',
  eligibility: { value: true, reasons: [] },
  price: { minCents: 0, maxCents: 0, partial: false, estimate: false, lines: [] },
  phone: '05 99 00 00 00',
  calls: [],
  toConfirm: true,
  provenance: { sourceId: 'list', asOf: '2024-08-01', confirmedOn: null, confidence: 'high' },
};
const HOME_CARE: VisitingService = {
  ...BUS,
  offerId: 'home-care',
  offerName: 'Soins chez soi',
  kind: 'home_visit',
  needMatch: 'to_check',
  place: null,
  next: null,
  others: [],
  state: 'unknown',
  phone: null,
  toConfirm: false,
};

afterEach(cleanup);

const stateOf = (text: typeof fr) => ({
  locale: text === fr ? ('fr' as const) : ('en' as const),
  path: '/trajet/a',
  search: '',
  nowMs: Date.UTC(2026, 10, 28),
  api: createApi(() => Promise.reject(new Error('no network'))),
  text,
  format: createFormat(text.conventions),
  site: null,
  baseMap: null,
});

function show(services: readonly VisitingService[], text = fr): void {
  render(() => (
    <PageContext.Provider value={stateOf(text)}>
      <VisitingServices services={services} />
    </PageContext.Provider>
  ));
}

/** Spaces that do not break read as spaces. */
const read = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();

describe('the service that comes', () => {
  it('is told by its nearest day, its hours and its place, then by the other days', () => {
    show([BUS]);
    const section = screen.getByRole('region', { name: 'Le service qui vient à vous' });
    expect(within(section).getByRole('heading', { level: 3 }).textContent).toBe(BUS.offerName);
    expect(read(section.querySelector('.visit-next'))).toBe(
      'Au plus près de chez vousjeudi 3 décembre de 9 h 30 à 12 hAndilly, dans votre commune',
    );
    const others = within(section).getByRole('list', { name: 'Autres jours' });
    expect(within(others).getAllByRole('listitem').map(read)).toEqual([
      'lundi 30 novembre de 9 h 30 à 12 h et de 14 h à 17 h Marans, à 6,1 km',
      'jeudi 10 décembre de 9 h 30 à 12 h Andilly, dans votre commune',
    ]);
    expect(read(section)).toContain('Distances de chez vous, à vol d’oiseau.');
    expect(read(section)).toContain('Sans rendez-vous');
    expect(read(section)).toContain('à confirmer');
    expect(read(section)).toContain('1er août 2024');
    const phone = screen.getByRole('link', {
      name: 'Appelez le 05 99 00 00 00, Bus des démarches',
    });
    expect(phone.getAttribute('href')).toBe('tel:0599000000');
    expect(
      screen
        .getByRole('link', { name: 'Voir ce service : Bus des démarches' })
        .getAttribute('href'),
    ).toBe('/transports/bus');
  });

  it('to be booked says until when, and until when only if that is before it comes', () => {
    const call = (limit: string, minute: number): VisitingService['calls'][number] => ({
      offerId: 'bus',
      offerName: BUS.offerName,
      phone: BUS.phone,
      email: null,
      url: null,
      deadline: {
        opens: null,
        limit: { date: limit, minute },
        answered: { date: limit, minute: minute - 60 },
      },
      registerBefore: null,
      registrationClosed: null,
      urgentPossible: false,
      toSay: [],
      rides: [],
    });
    const said = (calls: VisitingService['calls']) => {
      show([{ ...BUS, state: 'open', calls }]);
      const words = read(screen.getByRole('region'));
      cleanup();
      return words;
    };
    expect(said([call('2026-12-02', 1020)])).toContain('Appelez avant mercredi 2 décembre à 16 h.');
    expect(said([call('2026-12-03', 570)])).not.toContain('avant');
  });

  it('that does not say where it comes is to be checked', () => {
    show([{ ...BUS, areaKnown: false }]);
    expect(read(screen.getByRole('region'))).toContain(
      'ce service ne dit pas s’il vient dans votre commune',
    );
  });

  it('always at one place names it once', () => {
    const { place: _, ...visit } = BUS.others[1] ?? { date: '', hours: [], place: null };
    show([{ ...BUS, others: [{ ...visit, place: HERE }] }]);
    const section = screen.getByRole('region');
    expect(read(section)).toContain('Prochaine fois');
    expect(read(section).split('Andilly').length).toBe(2);
    expect(read(section)).not.toContain('vol d’oiseau');
  });

  it('that does not say which needs it answers is to be checked, and says so', () => {
    show([HOME_CARE]);
    const said = read(screen.getByRole('region'));
    expect(said).toContain('Jour et heure à convenir avec le service');
    expect(said).toContain('Chez vous');
    expect(said).toContain('À vérifier : ce service ne dit pas à quels besoins il répond.');
    expect(said).not.toContain('à confirmer');
  });

  it('is told in English too, and not at all when none comes', () => {
    show([BUS], en);
    expect(read(screen.getByRole('region'))).toMatch(/Nearest to home.*Andilly, in your commune/);
    cleanup();
    show([]);
    expect(screen.queryByRole('region')).toBeNull();
  });
});

describe('the page of a service that comes', () => {
  const PATTERN = offerSeed({
    id: 'bus',
    kind: 'itinerant',
    name: 'Bus',
    summary: '',
    status: 'active',
    territoryCodes: [],
    provenance: { sourceId: 'list', asOf: null, confirmedOn: null, confidence: 'high' },
    sourceIds: [],
    patterns: [
      doorPattern({
        id: 'monday',
        rule: 'starts_in',
        origin: { kind: 'communes', insees: ['17008'], label: 'Le canton' },
        destination: { kind: 'communes', insees: ['17218'], label: 'Marans' },
        calendar: weekdayCalendar(1, [1, 3]),
        windows: MORNING,
      }),
    ],
  }).patterns;

  function page(needs: readonly string[], patterns = PATTERN): string {
    render(() => (
      <PageContext.Provider value={stateOf(fr)}>
        <OfferVisits patterns={patterns} needs={needs} />
      </PageContext.Provider>
    ));
    return read(screen.getByRole('region', { name: 'Comment cela marche' }));
  }

  it('says for which needs, for whom, where and when, and nothing of being driven', () => {
    const said = page(['Papiers', 'Vaccin']);
    expect(said).toContain('Pour : Papiers, Vaccin.');
    expect(said).toContain('Habitants concernés : Le canton.');
    expect(said).toContain(
      'Marans : le premier et troisième lundi du mois, sauf jours fériés, de 9 h 30 à 12 h',
    );
    expect(said).not.toMatch(/départ|arrêt|aller/i);
  });

  it('says that needs are to be checked and the day agreed when nothing was described', () => {
    const said = page(
      [],
      PATTERN.map((each) => ({ ...each, windows: [] })),
    );
    expect(said).toContain('ce service ne dit pas à quels besoins il répond');
    expect(said).toContain('Jour et heure à convenir avec le service.');
  });
});

describe('a line above the results', () => {
  const search = { place: '17008', need: 'demarches-droits', mode: 'no_car' } as const;

  it('names two services at most, when and where, for the need and the home searched', async () => {
    const asked: unknown[] = [];
    const api = createApi(async (path, init) => {
      asked.push([path, JSON.parse(String(init?.body))]);
      return Response.json({ services: [BUS, HOME_CARE, { ...BUS, offerId: 'third' }] });
    });
    const visits = await readVisits({ api, text: fr }, search);
    expect(asked).toEqual([
      [
        '/api/journeys/visits',
        {
          from: { insee: '17008' },
          need: 'demarches-droits',
          mode: 'no_car',
          profile: {},
          needs: [],
        },
      ],
    ]);
    render(() => (
      <PageContext.Provider value={stateOf(fr)}>
        <ResultsVisits visits={visits} />
      </PageContext.Provider>
    ));
    const section = screen.getByRole('region', { name: 'Ces services peuvent venir à vous' });
    expect(within(section).getAllByRole('listitem').map(read)).toEqual([
      'Bus des démarches Andilly, dans votre commune · jeudi 3 décembre de 9 h 30 à 12 h',
      'Soins chez soi Chez vous · jour et heure à convenir · à vérifier pour ce besoin',
    ]);
  });

  it('is left out when the API does not answer', async () => {
    const api = createApi(() => Promise.reject(new Error('down')));
    expect(await readVisits({ api, text: fr }, search)).toEqual([]);
  });
});
