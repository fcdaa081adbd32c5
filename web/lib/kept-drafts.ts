// Which writing waits in this browser, not saved yet? Told before a sign-out empties what the browser keeps.

const PREFIX = 'voisoin.draft.';

/** Before what tells the pages of one offer apart. */
const PAGE = '#';

/** What one page keeps of one offer. */
export function draftKey(workspaceId: string, offerId: string, pageId: string): string {
  return `${PREFIX}${workspaceId}.${offerId}${PAGE}${pageId}`;
}

/** Of whichever page; one without the name of a page is of an earlier version. */
export function isDraftKeyOf(key: string, workspaceId: string, offerId: string): boolean {
  return withoutPage(key) === `${PREFIX}${workspaceId}.${offerId}`;
}

function withoutPage(key: string): string {
  const at = key.lastIndexOf(PAGE);
  return at < 0 ? key : key.slice(0, at);
}

export type KeptDraft = { workspaceId: string; offerId: string; name: string };

/** Of these workspaces, each offer once, by name; nothing where the browser keeps nothing. */
export function listKeptDrafts(workspaceIds: readonly string[]): KeptDraft[] {
  try {
    const drafts = new Map<string, KeptDraft>();
    for (const key of keptKeys(localStorage)) {
      const workspaceId = workspaceIds.find((id) => key.startsWith(`${PREFIX}${id}.`));
      if (workspaceId === undefined) continue;
      const offerId = withoutPage(key).slice(`${PREFIX}${workspaceId}.`.length);
      const name = nameIn(localStorage.getItem(key)) || (drafts.get(withoutPage(key))?.name ?? '');
      drafts.set(withoutPage(key), { workspaceId, offerId, name });
    }
    return [...drafts.values()].toSorted(
      (a, b) => a.name.localeCompare(b.name, 'fr') || (a.offerId < b.offerId ? -1 : 1),
    );
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
