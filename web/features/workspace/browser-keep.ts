// Where does unsaved writing wait for the next visit to this browser?

import type { DraftKeep } from './draft-store.ts';

/** In this browser, under the name of the offer; a browser that keeps nothing loses nothing saved. */
export function browserKeep(workspaceId: string, offerId: string): DraftKeep {
  const name = `voisoin.draft.${workspaceId}.${offerId}`;
  return {
    read() {
      try {
        return localStorage.getItem(name);
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        if (text === null) localStorage.removeItem(name);
        else localStorage.setItem(name, text);
      } catch {
        // The next save to the server is the only copy.
      }
    },
  };
}
