// Where this page stands, and the way back up.

import { For, Show } from 'solid-js';

/** `lang`: of a name in another language than the page. */
type Crumb = { label: string; href?: string; lang?: string | undefined };

export type BreadcrumbProps = { label: string; items: readonly Crumb[] };

export function Breadcrumb(props: BreadcrumbProps) {
  return (
    <nav class="breadcrumb" aria-label={props.label}>
      <ol class="breadcrumb-list">
        <For each={props.items}>
          {(item) => (
            <li>
              <Show when={item.href} fallback={<span aria-current="page">{item.label}</span>}>
                {(href) => (
                  <a href={href()} lang={item.lang}>
                    {item.label}
                  </a>
                )}
              </Show>
            </li>
          )}
        </For>
      </ol>
    </nav>
  );
}
