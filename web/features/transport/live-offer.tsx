// The page of one offer follows it: published again, it is read again at once.

import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import { followOffers } from '#web/lib/live-changes.ts';
import type { PageProps } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { loadOffer } from './load-offer.ts';
import { OfferContent } from './offer-content.tsx';
import type { OfferData } from './offer-data.ts';

export function LiveOffer(props: PageProps<OfferData>) {
  const page = usePage();
  const [data, setData] = createSignal(props.data);
  const [said, setSaid] = createSignal('');
  const { id } = props.data.offer;
  const shown = { holds: (offerId: string) => offerId === id, isEmpty: () => false };

  async function refresh() {
    const read = await loadOffer(page, id);
    if (JSON.stringify(read) === JSON.stringify(data())) return;
    setData(read);
    setSaid(page.text.transport.changed);
  }

  onMount(() => onCleanup(followOffers({ shown, refresh })));
  return (
    <>
      <Show when={data()} keyed>
        {(known) => <OfferContent data={known} />}
      </Show>
      <p class="visually-hidden" role="status">
        {said()}
      </p>
    </>
  );
}
