// Has this tab kept answers about the person, as text?

const NAME = 'voisoin.answers';

/** Null when there are none, or when the browser keeps nothing. */
export function readKeptText(): string | null {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    return null;
  }
}

/** Null takes back what was kept. */
export function keepText(text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, text);
  } catch {
    // A browser that keeps nothing: the answers stay in this page.
  }
}
