// When two people wrote the same offer, does each line chosen go on, and does the draft begin from what is held?

import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import { blankDocument, type OfferDocument } from '#domain/transport/offer-document.ts';
import { workspacePage } from '#tests/web/workspace-page.ts';
import { DraftConflict } from '#web/features/workspace/draft-conflict.tsx';
import { createDraftStore, type DraftStore } from '#web/features/workspace/draft-store.ts';
import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';

const words = fr.editor.publish.merge;
const BLANK = blankDocument({
  id: 'essai',
  kind: 'volunteer',
  territoryCodes: [],
  provider: null,
  sourceId: 'essai',
});
const written = (name: string, phone: string): OfferDocument => ({
  ...BLANK,
  offer: { ...BLANK.offer, name, phone },
});
const MINE = written('Mon nom', '05 45 00 00 01');
const THEIRS = { document: written('Leur nom', '05 45 00 00 02'), revision: 9 };

afterEach(() => cleanup());

/** A draft that was refused because revision 9 is held, and what is sent next. */
async function show(mine = MINE, before = BLANK) {
  const sent: { document: OfferDocument; revision: number }[] = [];
  const draft: DraftStore = createDraftStore({
    initial: { document: before, revision: 4 },
    keep: { read: () => null, write: () => undefined },
    quietMs: 0,
    save: async (document, revision) => {
      sent.push({ document, revision });
      return sent.length === 1
        ? { kind: 'stale', theirs: THEIRS }
        : { kind: 'saved', revision: 10 };
    },
  });
  draft.change(() => mine);
  await waitFor(() => expect(draft.state()).toBe('conflict'));
  const { state } = workspacePage({});
  render(() => (
    <PageContext.Provider value={state}>
      <DraftConflict draft={draft} theirs={THEIRS} communes={[]} />
    </PageContext.Provider>
  ));
  const saved = async () => {
    await waitFor(() => expect(draft.state()).toBe('saved'));
    expect(sent).toHaveLength(2);
    return sent[1];
  };
  return { draft, saved };
}

describe('the two writings of an offer', () => {
  test('are told field by field, with both values', async () => {
    await show();
    expect(screen.getByText(words.choose('Nom'))).toBeTruthy();
    expect(screen.getByRole('radio', { name: words.mine('Mon nom') })).toBeTruthy();
    expect(screen.getByRole('radio', { name: words.theirs('05 45 00 00 02') })).toBeTruthy();
    expect(screen.getByText(words.chosen(2, 0, 0))).toBeTruthy();
  });

  test('go on line by line as chosen, over the revision that is held', async () => {
    const { saved } = await show();
    fireEvent.click(screen.getByRole('radio', { name: words.theirs('05 45 00 00 02') }));
    expect(screen.getByText(words.chosen(1, 1, 0))).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: words.go }));
    const next = await saved();
    expect(next?.revision).toBe(9);
    expect(next?.document.offer).toMatchObject({ name: 'Mon nom', phone: '05 45 00 00 02' });
  });

  test('are chosen everywhere with one button, and what only one of us changed stays', async () => {
    const mine = { ...MINE, offer: { ...MINE.offer, summary: 'Ma phrase.' } };
    const { saved } = await show(mine);
    fireEvent.click(screen.getByRole('button', { name: words.allTheirs }));
    expect(screen.getByText(words.chosen(0, 2, 0))).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: words.go }));
    const offer = { ...THEIRS.document.offer, summary: 'Ma phrase.' };
    expect((await saved())?.document).toEqual({ ...THEIRS.document, offer });
  });

  test('say what it was before both wrote', async () => {
    const before = { ...BLANK, offer: { ...BLANK.offer, name: 'Avant nous', phone: '00' } };
    await show(MINE, before);
    expect(screen.getByText(words.before('Avant nous'))).toBeTruthy();
  });
});
