// What is written and not published yet: said wherever one is in the editor, with the way to publish it.

import './unpublished.css';
import { onMount, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';

export type UnpublishedProps = {
  href: string;
  /** Who may not publish reads the changes there, and who to ask. */
  mayPublish: boolean;
  onGo: (event: MouseEvent) => void;
  /** There is something to choose first, at the top of the step. */
  isConflict: boolean;
  onConflict: () => void;
};

export function Unpublished(props: UnpublishedProps) {
  const words = usePage().text.editor;
  // It comes while somebody writes: the field they are in is not under it.
  onMount(() =>
    requestAnimationFrame(() => document.activeElement?.scrollIntoView?.({ block: 'nearest' })),
  );
  return (
    <div class="editor-unpublished">
      <Show
        when={props.isConflict}
        fallback={
          <>
            <span>{words.notYet}</span>
            <LinkButton href={props.href} onClick={(event) => props.onGo(event)}>
              {props.mayPublish ? words.publishThese : words.readThese}
            </LinkButton>
          </>
        }
      >
        <span>{words.save.conflict}</span>
        <Button look="quiet" onClick={() => props.onConflict()}>
          {words.seeConflict}
        </Button>
      </Show>
    </div>
  );
}
