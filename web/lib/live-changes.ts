// Which offers changed since the page was written? The server says it as it happens, and the page reads again.

const ADDRESS = '/api/changes';
/** Pages do not all ask again in the same instant. */
const MOST_DELAY_MS = 400;
/** After a refusal: the browser does not try again by itself. */
const TRY_AGAIN_MS = 60_000;

/** Null: any of them may have changed. */
export type ChangedOffers = readonly string[] | null;

/**
 * Listens while the page is seen; what happened while it was not is told as one change when it is seen
 * again. Returns what ends it.
 */
export function listenToOffers(onChange: (offerIds: ChangedOffers) => void): () => void {
  if (typeof EventSource === 'undefined') return () => {};
  let source: EventSource | null = null;
  let number: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hear(heard: number, offerIds: ChangedOffers): void {
    const isNew = number !== null && heard > number;
    number = Math.max(number ?? heard, heard);
    if (isNew) onChange(offerIds);
  }

  function open(): void {
    clearTimeout(timer);
    if (source !== null) return;
    const opened = new EventSource(ADDRESS);
    source = opened;
    opened.addEventListener('open', (event) => {
      if (event instanceof MessageEvent) hear(readChange(event.data).number, null);
    });
    opened.addEventListener('offers', (event) => {
      const { number: heard, offerIds } = readChange(event.data);
      hear(heard, offerIds.length === 0 ? null : offerIds);
    });
    opened.addEventListener('error', () => {
      if (opened.readyState !== EventSource.CLOSED) return;
      close();
      timer = setTimeout(follow, TRY_AGAIN_MS);
    });
  }

  function close(): void {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  function follow(): void {
    if (document.visibilityState === 'hidden') close();
    else open();
  }

  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    document.removeEventListener('visibilitychange', follow);
    close();
  };
}

/** The offers a page shows. */
export type ShownOffers = { holds: (offerId: string) => boolean; isEmpty: () => boolean };

/**
 * Reads again what a page shows when an offer it shows changed; when it shows none, any may bring an
 * answer. Neither the place read nor the focus moves. Returns what ends it.
 */
export function followOffers(page: {
  shown: ShownOffers;
  refresh: () => Promise<void>;
}): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let isAgain = false;
  const ask = async () => {
    if (isAsking) {
      isAgain = true;
      return;
    }
    isAsking = true;
    try {
      await keepPlace(page.refresh);
    } catch {
      // What is shown stays; the next change asks again.
    }
    isAsking = false;
    if (!isAgain) return;
    isAgain = false;
    await ask();
  };
  const stop = listenToOffers((offerIds) => {
    const concerns = offerIds === null || page.shown.isEmpty() || offerIds.some(page.shown.holds);
    if (!concerns) return;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), Math.random() * MOST_DELAY_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Ids of the offers an answer of the API speaks of, wherever it names them. */
export function offerIdsIn(answer: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'offerId' && typeof inner === 'string') found.add(inner);
      else if (key === 'offerIds' && Array.isArray(inner)) {
        for (const id of inner) if (typeof id === 'string') found.add(id);
      } else visit(inner);
    }
  };
  visit(answer);
  return found;
}

/** What is read stays under the eyes, and what had the focus has it again if it is still there. */
async function keepPlace(change: () => Promise<void>): Promise<void> {
  const focused = document.activeElement;
  const [left, top] = [scrollX, scrollY];
  await change();
  if (focused !== null && !focused.isConnected && focused.id !== '') {
    document.getElementById(focused.id)?.focus({ preventScroll: true });
  }
  if (scrollX !== left || scrollY !== top) scrollTo({ left, top, behavior: 'instant' });
}

function readChange(data: unknown): { number: number; offerIds: readonly string[] } {
  const change = JSON.parse(String(data)) as { number: number; offerIds?: readonly string[] };
  return { number: change.number, offerIds: change.offerIds ?? [] };
}
