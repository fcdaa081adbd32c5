// What is wrong with a file: the sentence, the place, and the code others know it by.

import { For, Show } from 'solid-js';
import type { FeedNotice } from '#domain/transport/feed-reading.ts';
import { usePage } from '#web/lib/page-context.ts';

export function FileNotices(props: { notices: readonly FeedNotice[] }) {
  const { text } = usePage();
  const words = text.workspace.files;
  return (
    <ul class="files-notices">
      <For each={props.notices}>
        {({ code, file, line, field, value, reason }) => (
          <li>
            <strong>{words.where(file, line, field)}</strong> {reason}
            <Show when={value}>{(given) => <> {words.given(given())}</>}</Show> <code>{code}</code>
          </li>
        )}
      </For>
    </ul>
  );
}
