// Can reports be answered, freshness and trips be read, and what is hidden stay hidden, on their pages?

import { cleanup, render, screen, within } from '@solidjs/testing-library';
import type { JSX } from 'solid-js';
import { afterEach, describe, expect, it } from 'vitest';
import { demandRows, whatStandsOut } from '#web/features/workspace/demand-model.ts';
import { demandPage } from '#web/features/workspace/demand-page.tsx';
import { freshnessPage } from '#web/features/workspace/freshness-page.tsx';
import type { ReportsData } from '#web/features/workspace/reports-load.ts';
import { reportsPage } from '#web/features/workspace/reports-page.tsx';
import type { TripsData } from '#web/features/workspace/trips-load.ts';
import { tripsPage } from '#web/features/workspace/trips-page.tsx';
import type { Demand, OfferFreshness, Report } from '#web/features/workspace/watch-data.ts';
import { fr } from '#web/i18n/fr.ts';
import { frConventions } from '#web/i18n/fr-format.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';

const WORKSPACE = { id: 'mosc', name: 'MOSC', kind: 'carrier', role: 'admin' } as const;

afterEach(cleanup);

function show(content: () => JSX.Element): HTMLElement {
  const page = {
    locale: 'fr' as const,
    path: '/espace/mosc',
    search: '',
    nowMs: Date.parse('2026-11-27T10:00:00Z'),
    api: createApi(() => Promise.reject(new Error('No page asks here'))),
    text: fr,
    format: createFormat(frConventions),
    site: null,
    baseMap: null,
  };
  return render(() => <PageContext.Provider value={page}>{content()}</PageContext.Provider>)
    .container;
}

const plain = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ');

describe('the queue of reports', () => {
  const report: Report = {
    id: 'r1',
    about: { kind: 'offer', id: 'navette', name: 'Navette' },
    kind: 'price',
    text: '<b>trop</b> cher',
    createdAt: '2026-11-26T08:30:00Z',
    status: 'new',
    reviewedAt: null,
    reviewedBy: null,
    note: null,
    etag: '"new.0"',
  };
  const data: ReportsData = {
    path: '/espace/mosc/signalements',
    workspace: WORKSPACE,
    waiting: [report],
    reviewed: [],
    mayReview: true,
    next: null,
    isFirst: true,
    done: null,
    failure: null,
  };

  it('shows text as text, leads to the editor, and has two answers with the state that was read', () => {
    const page = show(() => <reportsPage.Content data={data} />);
    expect(screen.getByText('<b>trop</b> cher')).toBeTruthy();
    expect(page.querySelector('blockquote b')).toBeNull();
    const edit = screen.getByRole('link', { name: 'Ouvrir l’offre pour corriger' });
    expect(edit.getAttribute('href')).toBe('/espace/mosc/offres/navette');
    const form = page.querySelector<HTMLFormElement>('form');
    const sent = Object.fromEntries(new FormData(form ?? undefined));
    expect(sent).toEqual({ lequel: 'r1', etat: '"new.0"', note: '' });
    expect(screen.getByRole('button', { name: /C’est juste.*Navette/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /Rien à changer.*Navette/ })).toBeTruthy();
  });

  it('has no button for who may only read, and says when nothing waits', () => {
    show(() => <reportsPage.Content data={{ ...data, mayReview: false }} />);
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    show(() => <reportsPage.Content data={{ ...data, waiting: [] }} />);
    expect(screen.getByText('Rien à regarder : tout est à jour.')).toBeTruthy();
  });

  it('shows an answered one with who answered, and what happened to a late answer', () => {
    const seen = {
      ...report,
      status: 'accepted',
      reviewedAt: '2026-11-27T08:00:00Z',
      reviewedBy: 'Paule',
      note: 'Corrigé.',
    } as const;
    show(() => (
      <reportsPage.Content data={{ ...data, waiting: [], reviewed: [seen], failure: 'stale' }} />
    ));
    expect(screen.getByRole('alert').textContent).toContain('Quelqu’un a répondu entre-temps');
    expect(plain(screen.getByRole('main').textContent)).toContain(
      'Corrigé.corrigé le 27 novembre 2026, par Paule',
    );
  });
});

describe('freshness', () => {
  const offer = (id: string, change: Partial<OfferFreshness>): OfferFreshness => ({
    offerId: id,
    name: id,
    kind: 'volunteer',
    state: 'active',
    owner: 'MOSC',
    isKept: true,
    verifiedOn: '2026-11-01',
    dueOn: '2027-04-30',
    isDue: false,
    ...change,
  });

  it('puts what is due first, what comes within a month next, and what nobody keeps last', () => {
    const offers = [
      offer('vieille', { isDue: true, dueOn: '2026-10-01', state: 'to_confirm' }),
      offer('bientôt', { dueOn: '2026-12-20' }),
      offer('bonne', {}),
      offer('ligne', { isKept: false, dueOn: null, verifiedOn: '2025-03', owner: null }),
    ];
    const workspace = { ...WORKSPACE, kind: 'coordination', role: 'coordinator' } as const;
    show(() => <freshnessPage.Content data={{ workspace, offers }} />);
    const headings = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
    expect(headings).toEqual([
      'À vérifier (1)',
      'À vérifier dans le mois (1)',
      'À jour (1)',
      'Personne ne les vérifie ici (1)',
    ]);
    const all = plain(screen.getByRole('main').textContent);
    expect(all).toContain('à revoir depuis le 1er octobre 2026');
    expect(all).toContain('document de : mars 2025');
    expect(all).toContain('organisme non connu');
  });
});

describe('trips', () => {
  const counts = {
    trips: 42,
    kilometres: 6000,
    drivers: 7,
    beneficiariesByResidence: 15,
    beneficiariesByMeans: 5,
    refused: 3,
  };
  const notice = {
    code: 'mean_distance',
    values: { meanKm: 142.9, limit: 100 },
    legal: ['decret-2019-850'],
  } as const;
  const data: TripsData = {
    path: '/espace/mosc/trajets',
    workspace: WORKSPACE,
    trips: {
      year: 2026,
      offers: [
        {
          offerId: 'solidaire',
          name: 'Transport solidaire',
          months: [
            { month: '2026-09', counts: null, notices: [], etag: '"a"' },
            { month: '2026-10', counts, notices: [notice], etag: '"b"' },
          ],
          total: { ...counts, meanKm: 142.9, byResidencePercent: 75, byMeansPercent: 25 },
          notices: [],
        },
      ],
    },
    form: null,
    saved: null,
    failure: null,
  };

  it('show each month, the law where it is to be looked at, and the report of the year', () => {
    show(() => <tripsPage.Content data={data} />);
    const [, september, october, warning] = screen.getAllByRole('row');
    expect(within(september as HTMLElement).getByRole('link').textContent).toBe('Compter');
    expect(plain(october?.textContent ?? '')).toBe('octobre 2026 Corriger426 0007203');
    expect(warning?.textContent).toContain('Décret 2019-850 du 20 août 2019');
    const report = screen.getByRole('link', { name: /Rapport annuel 2026/ });
    expect(report.getAttribute('href')).toBe('/api/workspaces/mosc/trip-counts/2026.csv');
    expect(screen.getByText(/avant le 1er mars 2027/)).toBeTruthy();
  });

  it('are counted in six fields, and a slip is told where it is', () => {
    const values = Object.fromEntries(Object.keys(counts).map((name) => [name, '2']));
    const form = {
      offer: { offerId: 'solidaire', name: 'Transport solidaire' },
      month: '2026-09',
      etag: '"a"',
      values: { ...values, trips: 'douze' } as never,
      wrong: ['trips'] as const,
    };
    const page = show(() => <tripsPage.Content data={{ ...data, form }} />);
    expect(screen.getAllByRole('textbox')).toHaveLength(6);
    const trips = screen.getByLabelText('Trajets réalisés');
    expect(trips.getAttribute('aria-invalid')).toBe('true');
    const sent = Object.fromEntries(new FormData(page.querySelector('form') ?? undefined));
    expect(sent).toMatchObject({
      offre: 'solidaire',
      mois: '2026-09',
      etat: '"a"',
      trips: 'douze',
    });
  });
});

describe('searches without a way', () => {
  const cell = { insee: '16230', communeName: 'Montmoreau', category: 'doctor' } as const;
  const demand: Demand = {
    leastShown: 5,
    cells: [
      { ...cell, weekday: 2, halfDay: 'morning', count: 6 },
      { ...cell, weekday: 4, halfDay: 'morning', count: 12 },
      {
        ...cell,
        insee: '16020',
        communeName: 'Aubeterre',
        weekday: 1,
        halfDay: 'afternoon',
        count: 5,
      },
    ],
  };

  it('are told by commune and half-day, with what stands out, and nothing of what is hidden', () => {
    show(() => <demandPage.Content data={{ workspace: WORKSPACE, demand }} />);
    const all = plain(screen.getByRole('main').textContent);
    expect(all).toContain(
      'Ce qui ressort : au départ de Montmoreau, le jeudi matin (médecin), 12 recherches n’ont rien trouvé.',
    );
    const [, first, second] = screen.getAllByRole('row');
    expect(plain(first?.textContent ?? '')).toBe(
      'MontmoreauTotal montré : 18jeudi, médecin : 12mardi, médecin : 6moins de 5',
    );
    expect(plain(second?.textContent ?? '')).toContain('moins de 5lundi, médecin : 5');
    expect(demandRows(demand).map(({ total }) => total)).toEqual([18, 5]);
  });

  it('say so when there is nothing to show', () => {
    expect(whatStandsOut({ leastShown: 5, cells: [] })).toBeNull();
    show(() => (
      <demandPage.Content data={{ workspace: WORKSPACE, demand: { leastShown: 5, cells: [] } }} />
    ));
    expect(screen.getByText(/Rien à montrer pour le moment/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
