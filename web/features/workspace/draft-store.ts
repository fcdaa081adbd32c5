// What is being written of an offer, saved as it is written: nothing is lost on a dead network or a closed tab.

import { createSignal } from 'solid-js';
import { type FieldChange, isSameDocument } from '#domain/transport/diff-documents.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { type KeptDraft, readKept } from './kept-draft.ts';
import { broughtByOthers, mergeDocuments } from './merge-documents.ts';
import type { SaveTrouble } from './save-trouble.ts';

/** `offline`: kept on this device, tried again. `conflict`: somebody else saved meanwhile. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'conflict' | 'refused';

/** `isSaved`: it is a draft residents do not read yet; not said, or false: what an edit begins from. */
export type SavedDraft = { document: OfferDocument; revision: number; isSaved?: boolean };

/** What the server said to a save. */
export type SaveOutcome =
  | { kind: 'saved'; revision: number }
  | { kind: 'stale'; theirs: SavedDraft }
  | { kind: 'refused'; trouble: SaveTrouble }
  /** `trouble` where something answered after all. */
  | { kind: 'unreachable'; trouble?: SaveTrouble };

/** Where unsaved writing waits for the next visit: the browser's storage, or nothing. */
export type DraftKeep = {
  read: () => string | null;
  write: (text: string | null) => void;
};

export type DraftStore = {
  document: () => OfferDocument;
  state: () => SaveState;
  /** Why the last save was not taken; null: it was, or nothing answered. */
  trouble: () => SaveTrouble | null;
  /** The draft somebody else saved, while `state` is `conflict`. */
  theirs: () => SavedDraft | null;
  /** What this draft had last from the server; null: no longer known. */
  base: () => OfferDocument | null;
  /** What somebody else changed meanwhile, taken without a question since nothing of it was changed here. */
  brought: () => readonly FieldChange[];
  revision: () => number;
  /** Whether there is something residents do not read yet. */
  isWritten: () => boolean;
  /** Grows when fields hold what was not written in them. */
  round: () => number;
  change: (edit: (document: OfferDocument) => OfferDocument) => void;
  canUndo: () => boolean;
  undo: () => void;
  /** After a conflict: `document` is what both agreed on. */
  settle: (document: OfferDocument) => void;
  /** Saves what waits, at once: before publishing. Resolves true when all is saved. */
  flush: () => Promise<boolean>;
  /** Goes on with what waits here since another visit. */
  resume: () => void;
  /** Something may have changed, the network or who is signed in: tries at once what did not go. */
  retry: () => void;
};

export type DraftStoreOptions = {
  initial: SavedDraft;
  save: (document: OfferDocument, revision: number) => Promise<SaveOutcome>;
  keep: DraftKeep;
  /** Milliseconds of quiet before a save. */
  quietMs?: number;
  schedule?: (work: () => void, ms: number) => () => void;
  /** What waits here is taken up by `resume` only: after the server’s page, drawn without it, came to life. */
  resumesLater?: boolean;
};

const QUIET_MS = 800;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000] as const;
const MOST_UNDO = 100;

export function createDraftStore(options: DraftStoreOptions): DraftStore {
  const { initial, save, keep, quietMs = QUIET_MS, schedule = later } = options;
  const [document, setDocument] = createSignal(initial.document);
  const [revision, setRevision] = createSignal(initial.revision);
  const [state, setState] = createSignal<SaveState>('saved');
  const [trouble, setTrouble] = createSignal<SaveTrouble | null>(null);
  const [theirs, setTheirs] = createSignal<SavedDraft | null>(null);
  const [base, setBase] = createSignal<OfferDocument | null>(initial.document);
  const [brought, setBrought] = createSignal<readonly FieldChange[]>([]);
  const [round, setRound] = createSignal(1);
  const [isWritten, setWritten] = createSignal(initial.isSaved === true);
  const [past, setPast] = createSignal<readonly OfferDocument[]>([]);
  let cancelTimer = () => {};
  let running: Promise<void> | null = null;
  let failures = 0;
  /** Sent, and perhaps held: no answer came. */
  let unanswered: OfferDocument | null = null;

  if (options.resumesLater !== true) resume();

  function resume(): void {
    const kept = readKept(keep.read());
    if (kept === null) return;
    setDocument(kept.document);
    setWritten(true);
    setRound(round() + 1);
    if (kept.revision !== initial.revision) {
      // Written here on an older state, and saved by somebody since.
      setBase(kept.base ?? null);
      meet(initial);
    } else {
      setState('waiting');
      saveIn(0);
    }
  }

  function saveIn(ms: number): void {
    cancelTimer();
    cancelTimer = schedule(() => void flush(), ms);
  }

  function remember(next: OfferDocument): void {
    const held = base();
    const kept: KeptDraft = { revision: revision(), document: next, ...(held && { base: held }) };
    keep.write(JSON.stringify(kept));
  }

  /** Somebody else saved: asks when both changed one thing, goes on with both otherwise. */
  function meet(other: SavedDraft): void {
    // The answer to a save was lost, not the save.
    if (unanswered !== null && isSameDocument(other.document, unanswered)) {
      setBase(other.document);
    }
    unanswered = null;
    const writings = { base: base(), mine: document(), theirs: other.document };
    setTheirs(other);
    setState('conflict');
    const { document: merged, conflicts } = mergeDocuments(writings);
    if (conflicts.length > 0) return;
    const news = broughtByOthers(writings);
    settle(merged);
    setBrought(news);
  }

  function settle(agreed: OfferDocument): void {
    const other = theirs();
    if (other === null) return;
    const [was, theirDocument] = [base(), other.document];
    // What is undone is what was written here, not what somebody else saved.
    setPast((list) =>
      list.map((mine) => mergeDocuments({ base: was, mine, theirs: theirDocument }).document),
    );
    setBrought([]);
    setRevision(other.revision);
    setBase(theirDocument);
    setTheirs(null);
    setState('waiting');
    if (!isSameDocument(agreed, document())) setRound(round() + 1);
    put(agreed);
    saveIn(0);
  }

  function put(next: OfferDocument): void {
    setDocument(next);
    setWritten(true);
    remember(next);
    if (state() === 'conflict') return;
    setState('waiting');
    saveIn(quietMs);
  }

  async function saveOnce(): Promise<void> {
    const sent = document();
    setState('saving');
    const outcome = await save(sent, revision());
    if (outcome.kind === 'saved') {
      failures = 0;
      setTrouble(null);
      setRevision(outcome.revision);
      setBase(sent);
      unanswered = null;
      if (document() === sent) {
        keep.write(null);
        setState('saved');
        return;
      }
      remember(document());
      setState('waiting');
      saveIn(0);
    } else if (outcome.kind === 'stale') {
      meet(outcome.theirs);
    } else if (outcome.kind === 'refused') {
      setTrouble(outcome.trouble);
      setState('refused');
    } else {
      unanswered = sent;
      setTrouble(outcome.trouble ?? null);
      setState('offline');
      saveIn(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? quietMs);
      failures += 1;
    }
  }

  async function flush(): Promise<boolean> {
    cancelTimer();
    while (running !== null) await running;
    if (state() === 'conflict') return false;
    if (state() === 'saved' && keep.read() === null) return true;
    running = saveOnce().finally(() => {
      running = null;
    });
    await running;
    return state() === 'saved';
  }

  return {
    document,
    state,
    trouble,
    theirs,
    base,
    brought,
    revision,
    round,
    isWritten,
    change(edit) {
      const before = document();
      const next = edit(before);
      if (next === before) return;
      setPast((list) => [...list, before].slice(-MOST_UNDO));
      put(next);
    },
    canUndo: () => past().length > 0,
    undo() {
      const before = past().at(-1);
      if (before === undefined) return;
      setPast((list) => list.slice(0, -1));
      put(before);
    },
    settle,
    flush,
    resume,
    retry() {
      if (state() === 'offline' || state() === 'refused') void flush();
    },
  };
}

function later(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
