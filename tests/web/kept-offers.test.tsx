// Does the list of an organization say what is due first, and offer only what its people may do?

import { cleanup, render, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { Role } from '#domain/account/roles.ts';
import { workspacePage } from '#tests/web/workspace-page.ts';
import { keptFacts } from '#web/features/workspace/kept-offer-words.ts';
import { loadOffers, submitOffers } from '#web/features/workspace/offers-load.ts';
import { sortKept, whatIsDue } from '#web/features/workspace/offers-model.ts';
import { keptOffersPage } from '#web/features/workspace/offers-page.tsx';
import type { KeptOffer } from '#web/features/workspace/workspace-data.ts';
import { fr } from '#web/i18n/fr.ts';
import type { PageRequest } from '#web/lib/page.ts';
import { PageContext } from '#web/lib/page-context.ts';

const words = fr.workspace.offers;

function kept(id: string, change: Partial<KeptOffer> = {}): KeptOffer {
  return {
    id,
    name: id,
    kind: 'volunteer',
    state: 'active',
    stateNote: null,
    versionInUse: 1,
    publishedAt: '2026-11-01T10:00:00.000Z',
    lastVersion: 1,
    draft: null,
    scheduled: null,
    suspension: null,
    verifiedOn: '2026-11-01',
    verifiedBy: 'Paule',
    reviewEveryDays: 180,
    reviewDueOn: '2027-04-30',
    isReviewDue: false,
    archivedAt: null,
    etag: `"${id}"`,
    ...change,
  };
}

const DUE = kept('Échue', {
  state: 'to_confirm',
  verifiedOn: '2025-01-01',
  reviewDueOn: '2025-06-30',
  isReviewDue: true,
});
const DRAFT = kept('Brouillon', {
  state: 'not_published',
  versionInUse: null,
  lastVersion: null,
  draft: { revision: 1, updatedAt: '2026-11-20T10:00:00.000Z', updatedBy: 'Édith' },
});
const ARCHIVED = kept('Rangée', {
  state: 'archived',
  versionInUse: null,
  archivedAt: '2026-10-01T10:00:00.000Z',
});
const ALL = [kept('Calme'), ARCHIVED, DRAFT, DUE];

const membership = (role: Role) => ({
  workspaces: [{ id: 'mosc', name: 'MOSC', kind: 'carrier', role }],
});

function request(role: Role, answers: Parameters<typeof workspacePage>[0] = {}) {
  const { state, asked } = workspacePage(
    {
      'GET /account/me': { status: 200, body: membership(role) },
      'GET /offers': { status: 200, body: ALL },
      ...answers,
    },
    { path: '/espace/mosc' },
  );
  const { locale, path, nowMs, api, text, format } = state;
  const page: PageRequest = {
    locale,
    path,
    nowMs,
    api,
    text,
    format,
    params: { espace: 'mosc' },
    query: new URLSearchParams(),
    origin: 'https://voisoin.example',
    site: null,
    helpNumbers: [],
    colours: null,
    baseMap: null,
  };
  return { page, state, asked };
}

async function show(role: Role, offers: readonly KeptOffer[] = ALL) {
  const { page, state } = request(role, { 'GET /offers': { status: 200, body: offers } });
  const outcome = await loadOffers(page);
  if (outcome.kind !== 'page' || typeof outcome.data === 'function') throw new Error('No page');
  const { data } = outcome;
  render(() => (
    <PageContext.Provider value={state}>
      <keptOffersPage.Content data={data} />
    </PageContext.Provider>
  ));
}

afterEach(() => cleanup());

describe('the offers of a workspace', () => {
  test('stand due first, then drafts, then the others, those put away last', () => {
    expect(sortKept(ALL).map(({ id }) => id)).toEqual(['Échue', 'Brouillon', 'Calme', 'Rangée']);
    expect(whatIsDue(ALL)).toEqual({ reviews: 1, drafts: 1 });
  });

  test('say their state and their age in words', () => {
    const said = (offer: KeptOffer) =>
      keptFacts(offer, words, '2026-11-24').map(({ said: sentence }) => sentence);
    expect(said(DUE)).toEqual([
      'vérifié le 1er janvier 2025 par Paule, à revoir depuis le 30 juin 2025',
    ]);
    expect(said(DRAFT)).toEqual(['brouillon du 20 novembre 2026, par Édith']);
    const suspension = { from: '2026-11-20', until: '2026-12-01', note: 'Véhicule en panne' };
    expect(said(kept('x', { suspension }))[0]).toBe(
      'interrompu du 20 novembre 2026 au 1er décembre 2026 (Véhicule en panne)',
    );
    const over = { ...suspension, until: '2026-11-22' };
    expect(said(kept('x', { suspension: over }))).toHaveLength(1);
    const later = { ...suspension, from: '2026-11-30', note: null };
    expect(said(kept('x', { suspension: later }))[0]).toContain('s’interrompra');
  });

  test('are confirmed, interrupted and put away by who publishes', async () => {
    await show('publisher');
    expect(screen.getByText(words.due(1))).toBeTruthy();
    const card = screen.getByRole('article', { name: 'Échue' });
    const confirm = within(card).getByRole('button', { name: words.confirmOf('Échue') });
    const form = confirm.closest('form');
    expect(form?.getAttribute('method')).toBe('post');
    expect(form?.querySelector<HTMLInputElement>('[name=etat]')?.value).toBe('"Échue"');
    expect(within(card).getByText(words.suspend.submit)).toBeTruthy();
    expect(within(card).getByText(words.archive)).toBeTruthy();
    const archived = screen.getByRole('button', {
      name: words.unarchiveOf('Rangée'),
      hidden: true,
    });
    expect(archived).toBeTruthy();
  });

  test('are written, not published, by an editor; read only by a reader', async () => {
    await show('editor');
    expect(screen.queryByText(words.confirm)).toBeNull();
    expect(screen.queryByText(words.suspend.submit)).toBeNull();
    expect(screen.getAllByText(words.copy).length).toBe(3);
    cleanup();
    await show('reader');
    expect(screen.queryByText(words.copy)).toBeNull();
    expect(screen.queryByRole('button', { name: words.create.submit })).toBeNull();
    expect(screen.getAllByText(words.read).length).toBe(3);
  });

  test('are changed in the state they were read in; another state is told', async () => {
    const form = new URLSearchParams({ geste: 'valable', lequel: 'Échue', etat: '"Échue"' });
    const done = request('publisher', { 'POST /verification': { status: 200, body: DUE } });
    expect(await submitOffers(done.page, form)).toEqual({
      kind: 'redirect',
      to: '/espace/mosc?fait=confirmed',
    });
    const write = done.asked.find(({ method }) => method === 'POST');
    expect(write).toMatchObject({ etag: '"Échue"', body: {} });

    const late = request('publisher', { 'POST /verification': { status: 412, body: {} } });
    const outcome = await submitOffers(late.page, form);
    expect(outcome).toMatchObject({ kind: 'page', status: 412, data: { failure: 'stale' } });
  });

  test('are withdrawn with a reason, which the history keeps, and put back from there', async () => {
    await show('publisher');
    const card = screen.getByRole('article', { name: 'Échue' });
    const sure = within(card).getByRole('button', {
      name: words.withdraw.submitOf('Échue'),
      hidden: true,
    });
    const reason = sure.closest('form')?.querySelector<HTMLInputElement>('[name=raison]');
    expect(reason?.required).toBe(true);
    cleanup();

    const form = new URLSearchParams({
      geste: 'retirer',
      lequel: 'Échue',
      etat: '"Échue"',
      raison: 'Le véhicule est vendu.',
    });
    const { page, asked } = request('publisher', {
      'DELETE /publication': { status: 200, body: DUE },
    });
    expect(await submitOffers(page, form)).toMatchObject({ to: '/espace/mosc?fait=withdrawn' });
    expect(asked.find(({ method }) => method === 'DELETE')).toMatchObject({
      etag: '"Échue"',
      path: expect.stringContaining('reason=Le+v%C3%A9hicule'),
    });

    const gone = kept('Partie', { state: 'withdrawn', versionInUse: null, lastVersion: 3 });
    await show('publisher', [gone]);
    expect(screen.getByText(words.states.withdrawn)).toBeTruthy();
    const back = screen.getByRole('link', { name: words.putBackOf('Partie') });
    expect(back.getAttribute('href')).toBe('/espace/mosc/offres/Partie/versions?remettre=3');
    cleanup();
    await show('editor', [gone]);
    expect(screen.queryByText(words.putBack)).toBeNull();
    expect(screen.queryByText(words.withdraw.open)).toBeNull();
    expect(screen.getByRole('link', { name: words.versionsOf('Partie') })).toBeTruthy();
  });

  test('begin with a kind and a name, once, and open in the editor', async () => {
    const { page, asked } = request('editor', {
      'POST /offers': { status: 201, body: kept('offre-1') },
    });
    const form = new URLSearchParams({
      geste: 'commencer',
      genre: 'on_demand',
      nom: ' TAD du marché ',
      cle: 'une',
    });
    expect(await submitOffers(page, form)).toEqual({
      kind: 'redirect',
      to: '/espace/mosc/offres/offre-1#step-title',
    });
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      kind: 'on_demand',
      name: 'TAD du marché',
    });
  });
});
