// Can somebody see what stops an offer, what it changes, and publish it; and is nothing promised that did not happen?

import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Role } from '#domain/account/roles.ts';
import { blankDocument } from '#domain/transport/offer-document.ts';
import { noticeAt, type OfferNotice } from '#domain/transport/offer-notice.ts';
import { type Answer, type Asked, workspacePage } from '#tests/web/workspace-page.ts';
import { createDraftStore, type SaveOutcome } from '#web/features/workspace/draft-store.ts';
import { StepPublish } from '#web/features/workspace/step-publish.tsx';
import type { KeptOffer } from '#web/features/workspace/workspace-data.ts';
import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';

const words = fr.editor.publish;
const DOCUMENT = blankDocument({
  id: 'essai',
  kind: 'volunteer',
  territoryCodes: [],
  provider: null,
  sourceId: 'essai',
});

const OFFER: KeptOffer = {
  id: 'essai',
  name: 'Essai',
  kind: 'volunteer',
  state: 'active',
  stateNote: null,
  versionInUse: 1,
  publishedAt: '2026-11-01T10:00:00.000Z',
  lastVersion: 1,
  draft: { revision: 4, updatedAt: '2026-11-24T10:00:00.000Z', updatedBy: 'Édith' },
  scheduled: null,
  suspension: null,
  verifiedOn: '2026-11-01',
  verifiedBy: 'Paule',
  reviewEveryDays: 180,
  reviewDueOn: '2027-04-30',
  isReviewDue: false,
  archivedAt: null,
  etag: '"etat"',
};

const CHANGE = {
  path: 'offer.fares.per_km.centsPerKm',
  label: 'offer.fares.centsPerKm',
  change: 'changed',
  before: 10,
  after: 25,
};

const visited: string[] = [];
beforeEach(() => {
  visited.length = 0;
  vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 10, 24, 11));
  vi.stubGlobal('location', { assign: (to: string) => visited.push(to), search: '' });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function show(options: {
  role?: Role;
  offer?: KeptOffer;
  notices?: OfferNotice[];
  changes?: unknown[];
  search?: string;
  publication?: Answer | ((asked: Asked) => Answer);
  save?: () => Promise<SaveOutcome>;
}) {
  const { state, asked } = workspacePage(
    {
      'GET /draft/notices': { status: 200, body: options.notices ?? [] },
      'GET /offers/essai': { status: 200, body: options.offer ?? OFFER },
      'GET /comparison': { status: 200, body: options.changes ?? [CHANGE] },
      'GET /members': {
        status: 200,
        body: {
          members: [
            { name: 'Paule Publie', role: 'publisher' },
            { name: 'Luc', role: 'reader' },
          ],
        },
      },
      'POST /publication': options.publication ?? { status: 201, body: {} },
    },
    { search: options.search ?? '' },
  );
  const draft = createDraftStore({
    initial: { document: DOCUMENT, revision: 4 },
    keep: { read: () => null, write: () => undefined },
    save: options.save ?? (async () => ({ kind: 'saved', revision: 5 })),
  });
  const ground = {
    workspace: { id: 'mosc', name: 'MOSC' },
    role: options.role ?? 'publisher',
    communes: [],
    epcis: [],
    needs: [],
  };
  const data = {
    workspaceId: 'mosc',
    offerId: 'essai',
    step: 'publier' as const,
    draft: { document: DOCUMENT, revision: 4 },
    ground,
  };
  render(() => (
    <PageContext.Provider value={state}>
      <StepPublish draft={draft} data={data} />
    </PageContext.Provider>
  ));
  return { asked, draft };
}

const published = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'POST');

describe('the step « Publier »', () => {
  test('tells each notice in a sentence, with its law and the step where it is mended', async () => {
    show({
      notices: [
        noticeAt('offer.name', 'missing_required_field', 'error'),
        noticeAt(
          'offer.fares.0.centsPerKm',
          'social_transport_price',
          'warning',
          { centsPerKm: 40, limit: 32, basis: 'trip' },
          ['L3133-1', 'arrete-2019-10-17'],
        ),
      ],
    });
    await screen.findByText(words.notReady(1));
    const mend = screen.getByRole('link', { name: /Donnez un nom à l’offre/ });
    expect(mend.getAttribute('href')).toBe('/espace/mosc/offres/essai?etape=quoi');
    expect(screen.getByText(/0,32 € du kilomètre ; cette offre demande 0,40 €/)).toBeTruthy();
    expect(screen.getByText(/article L3133-1 ; Arrêté du 17 octobre 2019/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: words.publish })).toBeNull();
  });

  test('tells what changes for residents in words, then publishes once what was read', async () => {
    const { asked } = show({});
    const line = (await screen.findByText('Prix du kilomètre')).closest('li');
    expect(line).not.toBeNull();
    expect(within(line as HTMLElement).getByText('0,10 €')).toBeTruthy();
    expect(within(line as HTMLElement).getByText('0,25 €')).toBeTruthy();
    fireEvent.input(screen.getByLabelText(new RegExp(words.note)), {
      target: { value: ' Nouveau tarif ' },
    });
    fireEvent.click(screen.getByRole('button', { name: words.publish }));
    await waitFor(() => expect(visited).toHaveLength(1));
    expect(visited[0]).toBe('/espace/mosc/offres/essai?etape=publier&fait=publie');
    expect(published(asked)).toHaveLength(1);
    expect(published(asked)[0]).toMatchObject({
      body: { note: 'Nouveau tarif', publishAt: null },
      etag: '"4"',
    });
  });

  test('saves what waits first, and publishes that revision', async () => {
    const { asked, draft } = show({});
    await screen.findByRole('button', { name: words.publish });
    draft.change((document) => ({ ...document, offer: { ...document.offer, name: 'Autre' } }));
    fireEvent.click(screen.getByRole('button', { name: words.publish }));
    await waitFor(() => expect(published(asked)).toHaveLength(1));
    expect(published(asked)[0]?.etag).toBe('"5"');
  });

  test('publishes nothing while the draft cannot be saved', async () => {
    const { asked, draft } = show({ save: async () => ({ kind: 'unreachable' }) });
    await screen.findByRole('button', { name: words.publish });
    draft.change((document) => ({ ...document, offer: { ...document.offer, name: 'Autre' } }));
    fireEvent.click(screen.getByRole('button', { name: words.publish }));
    await screen.findByText(words.unreachable);
    expect(published(asked)).toEqual([]);
    expect(visited).toEqual([]);
  });

  test('says that somebody was quicker, and promises nothing', async () => {
    show({ publication: { status: 412, body: {} } });
    fireEvent.click(await screen.findByRole('button', { name: words.publish }));
    await screen.findByText(words.stale);
    expect(visited).toEqual([]);
  });

  test('plans an hour of Paris, and refuses one that is over', async () => {
    const { asked } = show({});
    fireEvent.click(await screen.findByRole('radio', { name: new RegExp(words.later) }));
    const day = screen.getByLabelText(words.laterDay);
    fireEvent.input(day, { target: { value: '2026-11-24' } });
    fireEvent.click(screen.getByRole('button', { name: words.schedule }));
    expect(await screen.findByText(words.laterPast)).toBeTruthy();
    fireEvent.input(day, { target: { value: '2099-07-01' } });
    fireEvent.input(screen.getByLabelText(words.laterHour), { target: { value: '08:30' } });
    fireEvent.click(screen.getByRole('button', { name: words.schedule }));
    await waitFor(() => expect(visited).toHaveLength(1));
    expect(published(asked)[0]?.body).toMatchObject({ publishAt: '2099-07-01T06:30:00.000Z' });
  });

  test('shows who can publish to whoever cannot', async () => {
    show({ role: 'editor' });
    expect(await screen.findByText('Paule Publie')).toBeTruthy();
    expect(screen.queryByText('Luc')).toBeNull();
    expect(screen.queryByRole('button', { name: words.publish })).toBeNull();
  });

  test('says « en ligne » after a publication, and that nothing is left to publish', async () => {
    show({ search: '?etape=publier&fait=publie', offer: { ...OFFER, draft: null }, changes: [] });
    expect(await screen.findByText(words.published)).toBeTruthy();
    await waitFor(() => expect(screen.queryByText(words.checking)).toBeNull());
    expect(screen.queryByRole('button', { name: words.publish })).toBeNull();
  });
});
