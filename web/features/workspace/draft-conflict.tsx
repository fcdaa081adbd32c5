// Somebody else saved this draft meanwhile: which of the two goes on?

import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import type { DraftStore, SavedDraft } from './draft-store.ts';

export function DraftConflict(props: { draft: DraftStore; theirs: SavedDraft }) {
  const { text } = usePage();
  const words = text.editor.conflict;
  return (
    <Notice tone="warn" title={words.title} role="alert">
      <p>{words.why}</p>
      <div class="actions">
        <Button onClick={() => props.draft.settle(props.draft.document())}>{words.keepMine}</Button>
        <Button look="quiet" onClick={() => props.draft.settle(props.theirs.document)}>
          {words.takeTheirs}
        </Button>
      </div>
    </Notice>
  );
}
