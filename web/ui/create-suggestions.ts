// The list under a combobox: asks a little after the last key, drops late answers, obeys the keys.

import { createSignal, onCleanup } from 'solid-js';

const DELAY_MS = 120;

export type SuggestionsState = 'closed' | 'waiting' | 'shown' | 'none';

export type SuggestionsOptions<Option> = {
  suggest: (query: string, signal: AbortSignal) => Promise<readonly Option[]>;
  minLetters: () => number;
  onChoose: (option: Option) => void;
};

export function createSuggestions<Option>(settings: SuggestionsOptions<Option>) {
  const [options, setOptions] = createSignal<readonly Option[]>([]);
  const [state, setState] = createSignal<SuggestionsState>('closed');
  /** Index of the option the arrows point at; -1 is the text itself. */
  const [active, setActive] = createSignal(-1);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request: AbortController | undefined;

  function close() {
    clearTimeout(timer);
    request?.abort();
    setState('closed');
    setActive(-1);
  }

  function ask(text: string) {
    clearTimeout(timer);
    request?.abort();
    const query = text.trim();
    if (query.length < settings.minLetters()) return close();
    timer = setTimeout(() => void fetchOptions(query), DELAY_MS);
  }

  async function fetchOptions(query: string) {
    const controller = new AbortController();
    request = controller;
    if (state() === 'closed') setState('waiting');
    try {
      const found = await settings.suggest(query, controller.signal);
      if (controller.signal.aborted) return;
      setOptions(found);
      setActive(-1);
      setState(found.length === 0 ? 'none' : 'shown');
    } catch {
      // A network that fails here costs nothing: the words typed are understood by the server.
      if (!controller.signal.aborted) close();
    }
  }

  function choose(option: Option) {
    close();
    settings.onChoose(option);
  }

  function move(step: 1 | -1) {
    const count = options().length;
    const next = active() + step;
    setActive(next < -1 ? count - 1 : next >= count ? -1 : next);
  }

  function onKeyDown(event: KeyboardEvent) {
    const shown = state() === 'shown';
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (shown) move(event.key === 'ArrowDown' ? 1 : -1);
      else ask((event.currentTarget as HTMLInputElement).value);
    } else if (event.key === 'Enter' && shown) {
      const option = options()[active()];
      if (option === undefined) return;
      event.preventDefault();
      choose(option);
    } else if (event.key === 'Escape' && state() !== 'closed') {
      event.preventDefault();
      close();
    }
  }

  /** Words typed before the page woke up were heard by nobody: they are asked for at once. */
  function wakeUp(field: HTMLInputElement) {
    if (document.activeElement === field) ask(field.value);
  }

  onCleanup(close);

  return {
    options,
    state,
    active,
    expanded: () => state() === 'shown',
    ask,
    close,
    choose,
    onKeyDown,
    wakeUp,
  };
}
