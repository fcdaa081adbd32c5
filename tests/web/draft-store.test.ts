// Is what somebody writes saved, whatever the network does and whoever else writes?

import { describe, expect, test } from 'vitest';
import { blankDocument, type OfferDocument } from '#domain/transport/offer-document.ts';
import {
  createDraftStore,
  type DraftKeep,
  type SavedDraft,
  type SaveOutcome,
} from '#web/features/workspace/draft-store.ts';

const BLANK = blankDocument({
  id: 'essai',
  kind: 'on_demand',
  territoryCodes: [],
  provider: null,
  sourceId: 'essai',
});

const named = (name: string) => (document: OfferDocument) => ({
  ...document,
  offer: { ...document.offer, name },
});

function memory(text: string | null = null): DraftKeep & { text: () => string | null } {
  let kept = text;
  return { read: () => kept, write: (next) => (kept = next), text: () => kept };
}

/** A server that answers as told, and a clock moved by hand. */
function ground(options: { initial?: SavedDraft; keep?: DraftKeep } = {}) {
  const timers: { work: () => void; ms: number; live: boolean }[] = [];
  const sent: { name: string; revision: number }[] = [];
  const answers: (SaveOutcome | Promise<SaveOutcome>)[] = [];
  const keep = options.keep ?? memory();
  const store = createDraftStore({
    initial: options.initial ?? { document: BLANK, revision: 1 },
    keep,
    save: async (document, revision) => {
      sent.push({ name: document.offer.name, revision });
      return answers.shift() ?? { kind: 'saved', revision: revision + 1 };
    },
    schedule: (work, ms) => {
      const timer = { work, ms, live: true };
      timers.push(timer);
      return () => {
        timer.live = false;
      };
    },
  });
  async function pass(): Promise<number[]> {
    const due = timers.filter(({ live }) => live);
    for (const timer of due) {
      timer.live = false;
      timer.work();
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
    return due.map(({ ms }) => ms);
  }
  return { store, keep, sent, answers, pass };
}

describe('a draft being written', () => {
  test('is saved once after a quiet moment, on the revision it was read at', async () => {
    const { store, sent, pass, keep } = ground();
    store.change(named('T'));
    store.change(named('TAD'));
    expect(store.state()).toBe('waiting');
    await pass();
    expect(sent).toEqual([{ name: 'TAD', revision: 1 }]);
    expect(store.state()).toBe('saved');
    expect(store.revision()).toBe(2);
    expect(keep.read()).toBeNull();
  });

  test('is kept on the device as soon as it changes', () => {
    const { store, keep } = ground();
    store.change(named('TAD'));
    expect(keep.read()).toContain('TAD');
  });

  test('waits on a dead network, longer each time, and is saved when it comes back', async () => {
    const { store, sent, answers, pass, keep } = ground();
    answers.push({ kind: 'unreachable' }, { kind: 'unreachable' });
    store.change(named('TAD'));
    await pass();
    expect(store.state()).toBe('offline');
    const first = await pass();
    const second = await pass();
    expect(second[0]).toBeGreaterThan(first[0] ?? 0);
    expect(store.state()).toBe('saved');
    expect(sent).toHaveLength(3);
    expect(keep.read()).toBeNull();
  });

  test('left unsaved by a closed tab is taken up again and saved', async () => {
    const document = named('Repris')(BLANK);
    const { store, sent, pass } = ground({
      keep: memory(JSON.stringify({ revision: 1, document })),
    });
    expect(store.document().offer.name).toBe('Repris');
    await pass();
    expect(sent).toEqual([{ name: 'Repris', revision: 1 }]);
  });

  test('left unsaved while somebody else saved is shown beside theirs, and sent nowhere', async () => {
    const mine = named('Le mien')(BLANK);
    const theirs = { document: named('Le leur')(BLANK), revision: 4 };
    const { store, sent, pass } = ground({
      initial: theirs,
      keep: memory(JSON.stringify({ revision: 3, document: mine })),
    });
    await pass();
    expect(sent).toEqual([]);
    expect(store.state()).toBe('conflict');
    expect(store.theirs()).toEqual(theirs);
    expect(store.document().offer.name).toBe('Le mien');
  });

  test('refused as stale goes on once both are agreed, on their revision', async () => {
    const { store, sent, answers, pass } = ground();
    const theirs = { document: named('Le leur')(BLANK), revision: 7 };
    answers.push({ kind: 'stale', theirs });
    store.change(named('Le mien'));
    await pass();
    expect(store.state()).toBe('conflict');
    expect(await store.flush()).toBe(false);
    store.settle(named('Les deux')(BLANK));
    await pass();
    expect(sent.at(-1)).toEqual({ name: 'Les deux', revision: 7 });
    expect(store.state()).toBe('saved');
    expect(store.revision()).toBe(8);
  });

  test('is joined without a question to what somebody else changed elsewhere in it', async () => {
    const { store, sent, answers, pass } = ground();
    const phone = '05 45 00 00 09';
    const theirs = { document: { ...BLANK, offer: { ...BLANK.offer, phone } }, revision: 7 };
    answers.push({ kind: 'stale', theirs });
    store.change(named('Le mien'));
    await pass();
    expect(store.theirs()).toBeNull();
    expect(store.document().offer).toMatchObject({ name: 'Le mien', phone });
    expect(store.brought().map(({ label }) => label)).toEqual(['offer.phone']);
    await pass();
    expect(sent.at(-1)).toEqual({ name: 'Le mien', revision: 7 });
    expect(store.state()).toBe('saved');
    store.undo();
    expect(store.document().offer).toMatchObject({ name: '', phone });
  });

  test('left by a closed tab is joined at the next visit to what was saved since', async () => {
    const phone = '05 45 00 00 09';
    const theirs = { document: { ...BLANK, offer: { ...BLANK.offer, phone } }, revision: 4 };
    const kept = { revision: 3, document: named('Le mien')(BLANK), base: BLANK };
    const { store, sent, pass } = ground({ initial: theirs, keep: memory(JSON.stringify(kept)) });
    await pass();
    expect(sent).toEqual([{ name: 'Le mien', revision: 4 }]);
    expect(store.document().offer).toMatchObject({ name: 'Le mien', phone });
  });

  test('saved while the answer was lost is no conflict with oneself', async () => {
    const { store, sent, answers, pass } = ground();
    const held = { document: named('Un')(BLANK), revision: 2 };
    answers.push({ kind: 'unreachable' }, { kind: 'stale', theirs: held });
    store.change(named('Un'));
    await pass();
    store.change(named('Un et deux'));
    await pass();
    expect(store.state()).not.toBe('conflict');
    await pass();
    expect(sent.at(-1)).toEqual({ name: 'Un et deux', revision: 2 });
  });

  test('written further during a save is saved again, on the new revision', async () => {
    const { store, sent, answers, pass } = ground();
    const slow = Promise.withResolvers<SaveOutcome>();
    answers.push(slow.promise);
    store.change(named('Un'));
    await pass();
    store.change(named('Deux'));
    slow.resolve({ kind: 'saved', revision: 2 });
    await pass();
    await pass();
    expect(sent).toEqual([
      { name: 'Un', revision: 1 },
      { name: 'Deux', revision: 2 },
    ]);
    expect(store.state()).toBe('saved');
  });

  test('refused keeps what was written and says why', async () => {
    const { store, answers, pass, keep } = ground();
    answers.push({ kind: 'refused', trouble: { reason: 'invalid', field: 'offer.name' } });
    store.change(named('Trop long'));
    await pass();
    expect(store.state()).toBe('refused');
    expect(store.trouble()?.field).toBe('offer.name');
    expect(keep.read()).toContain('Trop long');
    store.change(named('Court'));
    await pass();
    expect(store.state()).toBe('saved');
    expect(store.trouble()).toBeNull();
  });

  test('refused is sent again at once when one comes back, and not while all is well', async () => {
    const { store, sent, answers, pass } = ground();
    store.retry();
    expect(sent).toEqual([]);
    answers.push({ kind: 'refused', trouble: { reason: 'signedOut', field: null } });
    store.change(named('Un'));
    await pass();
    expect(store.state()).toBe('refused');
    store.retry();
    await Promise.resolve();
    await Promise.resolve();
    expect(sent).toHaveLength(2);
    await pass();
    expect(store.state()).toBe('saved');
  });

  test('goes back one change at a time, each saved in its turn', async () => {
    const { store, sent, pass } = ground();
    store.change(named('Un'));
    store.change(named('Deux'));
    store.undo();
    await pass();
    expect(sent).toEqual([{ name: 'Un', revision: 1 }]);
    store.undo();
    expect(store.document().offer.name).toBe('');
    expect(store.canUndo()).toBe(false);
  });

  test('flushed before publication says whether everything is saved', async () => {
    const { store, answers } = ground();
    expect(await store.flush()).toBe(true);
    answers.push({ kind: 'unreachable' });
    store.change(named('TAD'));
    expect(await store.flush()).toBe(false);
    expect(await store.flush()).toBe(true);
  });
});
