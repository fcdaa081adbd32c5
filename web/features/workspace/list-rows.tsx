// A list whose rows come and go: where is the keyboard afterwards, and what does a screen reader hear of it?

import { createSignal, createUniqueId } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';

/**
 * Rows bear `data-row={id}`; what adds one is, or is in, `data-row-add={id}`. The row itself takes the
 * focus when it may (`tabindex="-1"`), its first field otherwise.
 */
export type ListRows = {
  id: string;
  /** After a row was added, at the end unless said. */
  added: (item: string, index?: number) => void;
  /** After several were added at once: one goes on in what adds them. */
  filled: (sentence: string) => void;
  /** After the row of this rank was removed. */
  removed: (item: string, index: number) => void;
  /** After a row went to this rank; `control`: what moved it, to be pressed again there. */
  moved: (item: string, index: number, control: string) => void;
  /** What a screen reader is told; drawn once by the list. */
  said: () => string;
};

const FIELDS = 'input:not([type=hidden]), select, textarea';
const CONTROLS = `${FIELDS}, button, summary, a[href]`;

export function createListRows(): ListRows {
  const { text } = usePage();
  const words = text.editor.rows;
  const id = createUniqueId();
  const [said, setSaid] = createSignal('');
  const rowsOf = () => [...document.querySelectorAll<HTMLElement>(`[data-row="${id}"]`)];

  /** The same sentence twice would not be read twice. */
  function say(sentence: string): void {
    setSaid(said() === sentence ? `${sentence}\u00a0` : sentence);
  }

  function focusAdd(): void {
    firstOf(document.querySelector(`[data-row-add="${id}"]`), CONTROLS)?.focus();
  }

  return {
    id,
    said,
    added(item, index) {
      enter(rowsOf().at(index ?? -1));
      say(words.added(item));
    },
    filled(sentence) {
      focusAdd();
      say(sentence);
    },
    removed(item, index) {
      const rows = rowsOf();
      // Its neighbour, or else what adds the first one again.
      const next = rows[Math.min(index, rows.length - 1)];
      if (next !== undefined) enter(next);
      else focusAdd();
      say(words.removed(item, rows.length));
    },
    moved(item, index, control) {
      const rows = rowsOf();
      const row = rows[index];
      const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('button:enabled') ?? [])];
      const same = buttons.find((each) => each.getAttribute('aria-label') === control);
      (same ?? buttons[0])?.focus();
      say(words.moved(item, index + 1, rows.length));
    },
  };
}

export function RowsSaid(props: { rows: ListRows }) {
  return (
    <p class="visually-hidden" role="status">
      {props.rows.said()}
    </p>
  );
}

function enter(row: HTMLElement | undefined): void {
  if (row === undefined) return;
  const target = row.hasAttribute('tabindex')
    ? row
    : (firstOf(row, FIELDS) ?? firstOf(row, CONTROLS));
  target?.focus();
  // What is taller than the screen is read from its beginning.
  if (target === row) row.scrollIntoView?.({ block: 'start' });
}

function firstOf(element: HTMLElement | null, selector: string): HTMLElement | null {
  if (element === null) return null;
  if (element.matches(selector)) return element;
  const found = [...element.querySelectorAll<HTMLElement>(selector)];
  return found.find((each) => !each.matches(':disabled') && isShown(each)) ?? null;
}

/** Of what is folded, only the words that unfold it are there. */
function isShown(element: HTMLElement): boolean {
  const folded = element.closest('details:not([open])');
  return folded === null || (element.matches('summary') && element.parentElement === folded);
}
