// Which writing waits in this browser, not saved yet? Told before a sign-out empties what the browser keeps.

const PREFIX = 'voisoin.draft.';

export type KeptDraft = { workspaceId: string; offerId: string; name: string };

/** Of these workspaces, by name; nothing where the browser keeps nothing. */
export function listKeptDrafts(workspaceIds: readonly string[]): KeptDraft[] {
  try {
    return keptKeys(localStorage)
      .flatMap((key) => {
        const workspaceId = workspaceIds.find((id) => key.startsWith(`${PREFIX}${id}.`));
        if (workspaceId === undefined) return [];
        const offerId = key.slice(`${PREFIX}${workspaceId}.`.length);
        return [{ workspaceId, offerId, name: nameIn(localStorage.getItem(key)) }];
      })
      .toSorted((a, b) => a.name.localeCompare(b.name, 'fr') || (a.offerId < b.offerId ? -1 : 1));
  } catch {
    return [];
  }
}

/** Empties what the browser keeps of this site, but for writing not saved yet. */
export function forgetAllButDrafts(): void {
  try {
    sessionStorage.clear();
    const drafts = new Set(keptKeys(localStorage));
    for (const key of Object.keys(localStorage)) if (!drafts.has(key)) localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function keptKeys(storage: Storage): string[] {
  return Object.keys(storage).filter((key) => key.startsWith(PREFIX));
}

/** Empty when what is kept says no name. */
function nameIn(text: string | null): string {
  try {
    const kept = JSON.parse(text ?? 'null') as { document?: { offer?: { name?: unknown } } } | null;
    const name = kept?.document?.offer?.name;
    return typeof name === 'string' ? name : '';
  } catch {
    return '';
  }
}
