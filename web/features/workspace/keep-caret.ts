// Fields are drawn anew while somebody writes in one: how does the caret stay where it was?

import { createEffect, on, onCleanup, onMount } from 'solid-js';

type Caret = { name: string; at: number | null };

/** `round` grows each time the fields inside `root` are drawn anew. */
export function keepCaret(root: () => HTMLElement | undefined, round: () => number): void {
  let caret: Caret | null = null;
  onMount(() => {
    const element = root();
    const follow = ({ target }: Event) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
        caret = { name: target.name, at: target.selectionEnd };
      } else caret = null;
    };
    const events = ['focusin', 'input', 'keyup', 'click'];
    for (const event of events) element?.addEventListener(event, follow);
    onCleanup(() => {
      for (const event of events) element?.removeEventListener(event, follow);
    });
  });
  createEffect(
    on(
      round,
      () => {
        // Somebody who went elsewhere stays there.
        if (caret === null || document.activeElement !== document.body) return;
        const { name, at } = caret;
        const fields = root()?.querySelectorAll<HTMLInputElement>('input, textarea') ?? [];
        const field = [...fields].find((each) => each.name === name);
        field?.focus();
        if (at !== null) field?.setSelectionRange?.(at, at);
      },
      { defer: true },
    ),
  );
}
