// Does the open page of an offer show what was just published of it?

import { cleanup, render, waitFor } from '@solidjs/testing-library';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Offer } from '#domain/transport/offer.ts';
import { blankDocument } from '#domain/transport/offer-document.ts';
import { FakeSource } from '#tests/support/fake-source.ts';
import { workspacePage } from '#tests/web/workspace-page.ts';
import { LiveOffer } from '#web/features/transport/live-offer.tsx';
import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';

beforeAll(() => {
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('scrollTo', () => {});
});
afterAll(() => vi.unstubAllGlobals());
afterEach(cleanup);

it('an open page shows an offer as it was just published, says so, and follows no other', async () => {
  const { offer } = blankDocument({
    id: 'navette',
    kind: 'on_demand',
    territoryCodes: [],
    provider: null,
    sourceId: 'workspace:mosc',
  });
  const before: Offer = { ...offer, name: 'La navette', summary: 'Un minibus, deux euros.' };
  const { state, asked } = workspacePage({
    'GET /offers/navette': {
      status: 200,
      body: { ...before, summary: 'Un minibus, trois euros.' },
    },
    'GET /sources': { status: 200, body: [] },
  });
  const data = {
    offer: before,
    marks: [],
    sources: {},
    needs: [],
    communes: [],
    territoryCode: null,
  };
  const page = render(() => (
    <PageContext.Provider value={state}>
      <LiveOffer data={data} />
    </PageContext.Provider>
  ));
  const text = () => page.container.textContent ?? '';
  expect(text()).toContain('deux euros');
  const source = FakeSource.last;
  source?.say('open', { number: 1 });
  source?.say('offers', { number: 2, offerIds: ['une-autre'] });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(asked).toEqual([]);
  source?.say('offers', { number: 3, offerIds: ['navette'] });
  await waitFor(() => expect(text()).toContain('trois euros'));
  expect(text()).not.toContain('deux euros');
  expect(page.getByRole('status').textContent).toBe(fr.transport.changed);
  page.unmount();
  expect(source?.readyState).toBe(FakeSource.CLOSED);
});
