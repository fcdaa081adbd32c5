// Where does unsaved writing wait for the next visit to this browser, whatever other tabs save meanwhile?

import { draftKey, isDraftKeyOf } from '#web/lib/kept-drafts.ts';
import type { DraftKeep } from './draft-store.ts';

/**
 * Each page opened on an offer keeps its writing under a key of its own: saving in one tab forgets nothing
 * another still keeps. The first reading takes up what a page before it left; a browser that keeps nothing
 * loses nothing saved.
 */
export function browserKeep(workspaceId: string, offerId: string): DraftKeep {
  const pageId = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const own = draftKey(workspaceId, offerId, pageId);
  /** Null: nothing, or ours already. */
  let takenUp: { key: string; text: string } | null = null;
  let hasLooked = false;

  function lookElsewhere(): string | null {
    hasLooked = true;
    const key = Object.keys(localStorage)
      .toSorted()
      .find((each) => isDraftKeyOf(each, workspaceId, offerId));
    const text = key === undefined ? null : localStorage.getItem(key);
    if (key !== undefined && text !== null) takenUp = { key, text };
    return text;
  }

  /** What was taken up is ours from now on, unless its page is still open and wrote on. */
  function forgetTakenUp(): void {
    if (takenUp === null) return;
    const { key, text } = takenUp;
    takenUp = null;
    if (localStorage.getItem(key) === text) localStorage.removeItem(key);
  }

  return {
    read() {
      try {
        return localStorage.getItem(own) ?? (hasLooked ? takenUp?.text : lookElsewhere()) ?? null;
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        if (text === null) localStorage.removeItem(own);
        else localStorage.setItem(own, text);
        forgetTakenUp();
      } catch {
        // The next save to the server is the only copy.
      }
    },
  };
}
