// What does the screen or the person's system prefer, now and when it changes?

import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js';

/** False on the server. */
export function mediaQuery(query: string): Accessor<boolean> {
  const [matches, setMatches] = createSignal(false);
  onMount(() => {
    const list = window.matchMedia(query);
    const update = (): void => {
      setMatches(list.matches);
    };
    update();
    list.addEventListener('change', update);
    onCleanup(() => list.removeEventListener('change', update));
  });
  return matches;
}
