// A form about one offer: it names it, and the state it was read in.

import type { JSX } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import type { OffersData } from './offers-load.ts';
import type { KeptOffer } from './workspace-data.ts';

export type KeptOfferProps = { offer: KeptOffer; data: OffersData };

export function OfferForm(props: KeptOfferProps & { class?: string; children: JSX.Element }) {
  const { link } = usePage();
  return (
    <form method="post" action={link(props.data.path)} class={props.class}>
      <input type="hidden" name="lequel" value={props.offer.id} />
      <input type="hidden" name="etat" value={props.offer.etag} />
      {props.children}
    </form>
  );
}
