// Signing out empties what the browser keeps: whoever has writing there that was not saved is asked first.

import { createSignal, For, Show } from 'solid-js';
import { forgetAllButDrafts, type KeptDraft, listKeptDrafts } from '#web/lib/kept-drafts.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspacePath } from '#web/lib/workspace-api.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';

export function AccountSignOut(props: { workspaceIds: readonly string[] }) {
  const { text, link } = usePage();
  const words = text.account.account;
  const [unsaved, setUnsaved] = createSignal<readonly KeptDraft[]>([]);

  function ask(event: SubmitEvent) {
    const found = listKeptDrafts(props.workspaceIds);
    if (found.length === 0) return;
    event.preventDefault();
    setUnsaved(found);
  }

  return (
    <>
      <form method="post" action={link('/compte')} onSubmit={ask}>
        <Button type="submit" look="quiet" name="geste" value="quitter">
          {words.signOut}
        </Button>
      </form>
      <Show when={unsaved().length > 0}>
        <Notice tone="warn" role="alert" title={words.unsaved(unsaved().length)}>
          <p>{words.unsavedWhy}</p>
          <ul>
            <For each={unsaved()}>
              {({ workspaceId, offerId, name }) => (
                <li>
                  <a class="account-link" href={link(workspacePath(workspaceId, offerId))}>
                    {name === '' ? words.unnamedOffer : name}
                  </a>
                </li>
              )}
            </For>
          </ul>
          <div class="actions">
            <form method="post" action={link('/compte')} onSubmit={forgetAllButDrafts}>
              <Button type="submit" name="geste" value="quitter-en-gardant">
                {words.leaveKeeping}
              </Button>
            </form>
            <form method="post" action={link('/compte')}>
              <Button type="submit" look="quiet" name="geste" value="quitter">
                {words.leaveErasing}
              </Button>
            </form>
            <Button look="plain" onClick={() => setUnsaved([])}>
              {words.stay}
            </Button>
          </div>
        </Notice>
      </Show>
    </>
  );
}
