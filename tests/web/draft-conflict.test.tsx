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
async function show(mine = MINE) {
  const sent: { document: OfferDocument; revision: number }[] = [];
  const draft: DraftStore = createDraftStore({
    initial: { document: BLANK, revision: 4 },
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
    expect(screen.getByText(words.chosen(2, 0))).toBeTruthy();
  });

  test('go on line by line as chosen, over the revision that is held', async () => {
    const { saved } = await show();
    fireEvent.click(screen.getByRole('radio', { name: words.theirs('05 45 00 00 02') }));
    expect(screen.getByText(words.chosen(1, 1))).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: words.go }));
    const next = await saved();
    expect(next?.revision).toBe(9);
    expect(next?.document.offer).toMatchObject({ name: 'Mon nom', phone: '05 45 00 00 02' });
  });

  test('go on whole with one button', async () => {
    const { saved } = await show();
    fireEvent.click(screen.getByRole('button', { name: words.allTheirs }));
    expect((await saved())?.document).toEqual(THEIRS.document);
  });

  test('keep all of what I wrote with another', async () => {
    const { saved } = await show();
    fireEvent.click(screen.getByRole('button', { name: words.allMine }));
    expect((await saved())?.document).toEqual(MINE);
  });

  test('leave nothing to choose when they say the same', async () => {
    await show(THEIRS.document);
    expect(screen.getByText(words.same)).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
  });
});
