// What is written and not published yet: said wherever one is in the editor, with the way to publish it.

import './unpublished.css';
import { onMount } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { LinkButton } from '#web/ui/button.tsx';

export type UnpublishedProps = {
  href: string;
  /** Who may not publish reads the changes there, and who to ask. */
  mayPublish: boolean;
  onGo: (event: MouseEvent) => void;
};

export function Unpublished(props: UnpublishedProps) {
  const words = usePage().text.editor;
  // It comes while somebody writes: the field they are in is not under it.
  onMount(() =>
    requestAnimationFrame(() => document.activeElement?.scrollIntoView?.({ block: 'nearest' })),
  );
  return (
    <div class="editor-unpublished">
      <span>{words.notYet}</span>
      <LinkButton href={props.href} onClick={(event) => props.onGo(event)}>
        {props.mayPublish ? words.publishThese : words.readThese}
      </LinkButton>
    </div>
  );
}
