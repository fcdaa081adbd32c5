// One chapter of an offer's page, on its own sheet.

import type { JSX } from 'solid-js';

export function Section(props: { id: string; title: string; children: JSX.Element }) {
  return (
    <section class="card offer-section" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  );
}
