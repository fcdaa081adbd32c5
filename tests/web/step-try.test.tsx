// Can somebody replay stored cases, read what changes, and keep their cases?

import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { Role } from '#domain/account/roles.ts';
import type { TriedWay } from '#domain/journey/plan-differences.ts';
import type { CaseView } from '#domain/transport/offer-case.ts';
import { blankDocument } from '#domain/transport/offer-document.ts';
import type { OfferTrial } from '#domain/transport/offer-trial.ts';
import { type Answer, workspacePage } from '#tests/web/workspace-page.ts';
import { createDraftStore } from '#web/features/workspace/draft-store.ts';
import { StepTry } from '#web/features/workspace/step-try.tsx';

import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';

const words = fr.editor.trial;
const DOCUMENT = blankDocument({
  id: 'essai',
  kind: 'volunteer',
  territoryCodes: [],
  provider: null,
  sourceId: 'essai',
});
const CASE: CaseView = {
  id: 'cas-1',
  label: 'Mme Martin',
  subject: {
    homeInsee: '16020',
    entryId: 'gp',
    weekday: 2,
    minute: 600,
    lengthMinutes: 30,
    profile: { hasLicence: false },
    needs: [],
  },
  homeName: 'Aubeterre',
  careName: 'Maison de santé',
  etag: '"cas"',
};
const WAY: TriedWay = {
  id: 'voiture',
  kind: 'volunteer',
  title: 'Transport solidaire',
  offerIds: ['essai'],
  standing: 'proposed',
  state: 'open',
  departMinute: 540,
  returnMinute: 700,
  price: { minCents: 280, maxCents: 280, partial: false },
  deadline: { date: '2026-11-27', minute: 1050 },
  eligible: true,
  comesOn: null,
};
const DEARER = { ...WAY, price: { minCents: 700, maxCents: 700, partial: false } };
const NAMED = {
  date: '2026-12-01',
  minute: 600,
  homeName: 'Aubeterre',
  careName: 'Maison de santé',
};
const TRIAL: OfferTrial = {
  revision: 4,
  cases: [
    {
      ...NAMED,
      id: 'cas-1',
      label: 'Mme Martin',
      outcome: 'changed',
      before: [WAY],
      after: [DEARER],
      differences: [
        { kind: 'price', way: DEARER, before: WAY.price, after: DEARER.price },
        { kind: 'disappears', way: { ...WAY, id: 'taxi', title: 'Taxi du bourg', kind: 'taxi' } },
      ],
    },
    {
      ...NAMED,
      id: 'cas-2',
      label: 'M. Noyer',
      outcome: 'same',
      before: [WAY],
      after: [WAY],
      differences: [],
    },
  ],
};

afterEach(() => cleanup());

function show(options: { role?: Role; trial?: Answer; cases?: CaseView[] } = {}) {
  const { state, asked } = workspacePage({
    'GET /cases': { status: 200, body: options.cases ?? [CASE] },
    'POST /trial': options.trial ?? { status: 200, body: TRIAL },
    'POST /cases': { status: 201, body: CASE },
    'DELETE /cas-1': { status: 412, body: {} },
  });
  const draft = createDraftStore({
    initial: { document: DOCUMENT, revision: 4 },
    keep: { read: () => null, write: () => undefined },
    save: async () => ({ kind: 'saved', revision: 5 }),
  });
  const data = {
    workspaceId: 'mosc',
    offerId: 'essai',
    step: 'essayer' as const,
    draft: { document: DOCUMENT, revision: 4 },
    ground: {
      workspace: { id: 'mosc', name: 'MOSC' },
      role: options.role ?? 'editor',
      communes: [{ insee: '16020', name: 'Aubeterre', epciSiren: null }],
      epcis: [],
      needs: [],
    },
  };
  render(() => (
    <PageContext.Provider value={state}>
      <StepTry draft={draft} data={data} />
    </PageContext.Provider>
  ));
  return { asked, draft };
}

describe('the step « Essayer »', () => {
  test('tells what changes before what does not, which is folded', async () => {
    const { draft } = show();
    fireEvent.click(await screen.findByRole('button', { name: words.run }));
    await screen.findByText(words.tried(1, 2));
    expect(screen.getByText('2,80 €').tagName).toBe('DEL');
    expect(screen.getByText('7 €').tagName).toBe('INS');
    expect(screen.getByText(words.disappears('Taxi du bourg'))).toBeTruthy();
    const folded = screen.getByText(words.same(1)).closest('details');
    expect(folded?.open).toBe(false);
    expect(folded?.textContent).toContain('M. Noyer');
    expect(screen.queryByText(words.outdated)).toBeNull();
    draft.change((document) => ({ ...document, offer: { ...document.offer, name: 'Autre' } }));
    expect(screen.getByText(words.outdated)).toBeTruthy();
  });

  test('says that the planner is busy, and that nothing is lost', async () => {
    show({ trial: { status: 503, body: {} } });
    fireEvent.click(await screen.findByRole('button', { name: words.run }));
    expect(await screen.findByText(words.busy)).toBeTruthy();
  });

  test('has nothing to run without a case, and says how to begin', async () => {
    show({ cases: [] });
    expect(await screen.findByText(words.none)).toBeTruthy();
    expect(screen.queryByRole('button', { name: words.run })).toBeNull();
  });

  test('keeps no case that lacks something, and lets a reader change none', async () => {
    const { asked } = show();
    fireEvent.click(await screen.findByRole('button', { name: words.add }));
    expect(document.activeElement).toBe(screen.getByLabelText(words.form.label));
    fireEvent.click(screen.getByRole('button', { name: words.form.save }));
    expect(await screen.findByText(words.form.missing)).toBeTruthy();
    expect(asked.some(({ method }) => method === 'POST')).toBe(false);
    cleanup();
    show({ role: 'reader' });
    await screen.findByText('Mme Martin');
    expect(screen.queryByRole('button', { name: words.add })).toBeNull();
    expect(screen.queryByRole('button', { name: words.removeOf('Mme Martin') })).toBeNull();
  });

  test('changes a case from the state it was read in, and says when it is another', async () => {
    const { asked } = show();
    fireEvent.click(await screen.findByRole('button', { name: words.removeOf('Mme Martin') }));
    expect(await screen.findByText(words.form.stale)).toBeTruthy();
    await waitFor(() => expect(asked.filter(({ method }) => method === 'GET')).toHaveLength(2));
    expect(asked.find(({ method }) => method === 'DELETE')?.etag).toBe('"cas"');
  });
});
