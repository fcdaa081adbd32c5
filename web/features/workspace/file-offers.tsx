// The offers of a file, each with its state and its changes, and a box to take it or not.

import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { ChangeList } from './change-list.tsx';
import { FileNotices } from './file-notices.tsx';
import { type FileProposal, isTakable } from './file-sending.ts';

export type FileOffersProps = {
  name: string;
  proposal: FileProposal;
  chosen: ReadonlySet<string>;
  communes: readonly { insee: string; name: string }[];
  onToggle: (id: string, isTaken: boolean) => void;
};

export function FileOffers(props: FileOffersProps) {
  const { text } = usePage();
  const words = text.workspace.files;
  return (
    <>
      <h3>{words.found(props.name, props.proposal.offers.length)}</h3>
      <p>{props.proposal.source === 'sidecar' ? words.whole : words.partial}</p>
      <Show when={props.proposal.ignored.length > 0 && props.proposal.source === 'flex'}>
        <p class="soft">{words.ignored(props.proposal.ignored.join(', '))}</p>
      </Show>
      <Show when={props.proposal.notices.length > 0}>
        <Disclosure summary={words.warnings}>
          <FileNotices notices={props.proposal.notices} />
        </Disclosure>
      </Show>
      <ul class="files-offers">
        <For each={props.proposal.offers}>
          {(offer) => (
            <li>
              <label class="files-offer">
                <input
                  type="checkbox"
                  aria-label={words.take(offer.name || words.unnamed)}
                  checked={props.chosen.has(offer.id)}
                  disabled={!isTakable(offer)}
                  onChange={(event) => props.onToggle(offer.id, event.currentTarget.checked)}
                />
                <span>
                  <strong>{offer.name || words.unnamed}</strong>
                  <Show when={offer.kind}>{(kind) => <> · {text.codes.offerKinds[kind()]}</>}</Show>
                </span>
                <span class="files-state" data-state={offer.state}>
                  {words.states[offer.state]}
                </span>
              </label>
              <Show when={offer.changes.length > 0}>
                <Disclosure summary={words.showChanges(offer.changes.length)}>
                  <ChangeList changes={offer.changes} communes={props.communes} />
                </Disclosure>
              </Show>
              <Show when={offer.notices.length > 0}>
                <FileNotices notices={offer.notices} />
              </Show>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}
