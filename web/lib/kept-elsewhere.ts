// Were other answers kept while this page was away, to be shown again as it was left?

import { readKeptText } from './kept-text.ts';

/** Runs each time the page comes back so, with the back button. Gives the function that stops it. */
export function onKeptElsewhere(run: () => void): () => void {
  let before = readKeptText();
  const leave = () => {
    before = readKeptText();
  };
  const comeBack = (event: PageTransitionEvent) => {
    if (event.persisted && readKeptText() !== before) run();
  };
  addEventListener('pagehide', leave);
  addEventListener('pageshow', comeBack);
  return () => {
    removeEventListener('pagehide', leave);
    removeEventListener('pageshow', comeBack);
  };
}
