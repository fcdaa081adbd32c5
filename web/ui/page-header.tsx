// The title of a page, its one sentence, and what comes with them.

import { type JSX, Show } from 'solid-js';

export type PageHeaderProps = {
  title: JSX.Element;
  lead?: JSX.Element;
  children?: JSX.Element;
};

export function PageHeader(props: PageHeaderProps) {
  return (
    <header class="page-header">
      <h1>{props.title}</h1>
      <Show when={props.lead}>{(lead) => <p class="lead">{lead()}</p>}</Show>
      {props.children}
    </header>
  );
}
