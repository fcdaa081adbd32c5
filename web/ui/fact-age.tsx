// How old a fact is and who said it, in words: « vérifié le 3 novembre · source · à confirmer ».

import { Show } from 'solid-js';
import { Icon } from './icon.tsx';

export type FactAgeProps = {
  /** « vérifié le 3 novembre », « information de 2019 ». */
  age: string;
  source?: string | undefined;
  sourceUrl?: string | undefined;
  /** Of the name of the source, where it is not that of the page. */
  sourceLang?: string | undefined;
  /** « à confirmer »; absent when the fact is fresh enough. */
  toConfirm?: string | undefined;
};

export function FactAge(props: FactAgeProps) {
  return (
    <span class="fact-age">
      <Show when={props.toConfirm}>
        {(words) => (
          <span class="fact-warn">
            <Icon name="warning" />
            {words()}
          </span>
        )}
      </Show>
      <span>{props.age}</span>
      <Show when={props.source}>
        {(source) => (
          <Show when={props.sourceUrl} fallback={<span lang={props.sourceLang}>{source()}</span>}>
            {(url) => (
              <a href={url()} lang={props.sourceLang}>
                {source()}
              </a>
            )}
          </Show>
        )}
      </Show>
    </span>
  );
}
