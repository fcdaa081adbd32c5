// Signing in leaves the page: what is tried waits in this tab of the browser, and nowhere else.

const KEY = 'voisoin.scenario-tried';

/** Before one leaves. `hash`: what the address says after its sign #. */
export function keepTried(hash: string): void {
  if (hash === '') return;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ at: pageOf(location), hash }));
  } catch {
    // A browser that keeps nothing: the link can still be copied.
  }
}

/** Once back on the same page and territory: the address says it again, and nothing is kept any more. */
export function bringTriedBack(): void {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (!isKept(kept) || kept.at !== pageOf(location)) return;
    sessionStorage.removeItem(KEY);
    if (location.hash !== '') return;
    history.replaceState(history.state, '', `${location.pathname}${location.search}${kept.hash}`);
  } catch {
    // Nothing readable: the page opens as new.
  }
}

const pageOf = ({ pathname, search }: Location): string =>
  `${pathname} ${new URLSearchParams(search).get('territoire') ?? ''}`;

function isKept(kept: unknown): kept is { at: string; hash: string } {
  if (typeof kept !== 'object' || kept === null) return false;
  const { at, hash } = kept as { at?: unknown; hash?: unknown };
  return typeof at === 'string' && typeof hash === 'string' && hash.startsWith('#');
}
