// Does what one tab keeps unsaved stay, whatever another tab of the same offer saves?

import { beforeEach, expect, test } from 'vitest';
import { blankDocument, type OfferDocument } from '#domain/transport/offer-document.ts';
import { browserKeep } from '#web/features/workspace/browser-keep.ts';
import { createDraftStore, type SaveOutcome } from '#web/features/workspace/draft-store.ts';
import { listKeptDrafts } from '#web/lib/kept-drafts.ts';

beforeEach(() => localStorage.clear());

const BLANK = blankDocument({
  id: 'navette',
  kind: 'on_demand',
  territoryCodes: [],
  provider: null,
  sourceId: 'essai',
});
const named = (name: string) => (document: OfferDocument) => ({
  ...document,
  offer: { ...document.offer, name },
});

/** A page opened on the offer, on the server's revision of then, that saves when told. */
function openTab(save: (document: OfferDocument, revision: number) => SaveOutcome, revision = 1) {
  return createDraftStore({
    initial: { document: BLANK, revision },
    keep: browserKeep('mosc', 'navette'),
    save: async (document, sent) => save(document, sent),
    schedule: () => () => undefined,
  });
}

test('a good save in one tab leaves what another keeps in conflict, for the next visit', async () => {
  const theirs = { document: named('Le leur')(BLANK), revision: 2 };
  const first = openTab(() => ({ kind: 'stale', theirs }));
  const second = openTab((_, revision) => ({ kind: 'saved', revision: revision + 1 }));
  first.change(named('Le mien'));
  await first.flush();
  expect(first.state()).toBe('conflict');

  second.change(named('De l’autre onglet'));
  expect(await second.flush()).toBe(true);
  expect(listKeptDrafts(['mosc'])).toEqual([
    { workspaceId: 'mosc', offerId: 'navette', name: 'Le mien' },
  ]);

  const next = openTab(() => ({ kind: 'unreachable' }));
  expect(next.document().offer.name).toBe('Le mien');
});

test('a page takes up what one before it left, once, and saves it away', () => {
  const before = browserKeep('mosc', 'navette');
  before.write('un');
  expect(before.read()).toBe('un');
  const after = browserKeep('mosc', 'navette');
  expect(after.read()).toBe('un');
  after.write('deux');
  expect(localStorage).toHaveLength(1);
  after.write(null);
  expect(localStorage).toHaveLength(0);
  expect(after.read()).toBeNull();
  before.write('trois');
  expect(after.read()).toBeNull();
});

test('what was taken up of a page that wrote on stays its own', () => {
  const open = browserKeep('mosc', 'navette');
  open.write('un');
  const other = browserKeep('mosc', 'navette');
  expect(other.read()).toBe('un');
  open.write('un, puis deux');
  other.write(null);
  expect(open.read()).toBe('un, puis deux');
});

test('two pages of one offer are one offer to name, and other offers are not theirs', () => {
  for (const name of ['', 'La navette']) {
    browserKeep('mosc', 'navette').write(JSON.stringify({ document: { offer: { name } } }));
  }
  browserKeep('mosc', 'navette.2').write(JSON.stringify({ document: { offer: { name: 'Deux' } } }));
  expect(listKeptDrafts(['mosc']).map(({ offerId, name }) => [offerId, name])).toEqual([
    ['navette.2', 'Deux'],
    ['navette', 'La navette'],
  ]);
  localStorage.setItem('voisoin.draft.mosc.ancienne', 'd’avant');
  expect(browserKeep('mosc', 'ancienne').read()).toBe('d’avant');
  expect(browserKeep('mosc', 'nav').read()).toBeNull();
});
