// The offers of a territory or of one organization, as a list another site shows in a frame.

import './embed-page.css';
import { For, Show } from 'solid-js';
import type { Offer } from '#domain/transport/offer.ts';
import {
  forWhomWords,
  offerPhone,
  priceLinesWords,
  sortOffers,
  whenWords,
} from '#web/lib/offer-words.ts';
import type { Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import { OFFER_ICONS } from '#web/ui/kind-icons.ts';
import { PhoneLink } from '#web/ui/phone-link.tsx';

type EmbedData = { offers: readonly Offer[] };

export const embedPage: Page<EmbedData> = {
  async load({ api, query, text }) {
    const workspace = query.get('espace') ?? '';
    const territory = query.get('territoire') ?? '';
    if (workspace === '' && territory === '') return { kind: 'not_found' };
    const offers =
      workspace === ''
        ? await api.offers({ territory })
        : await api.get<readonly Offer[]>(
            `/api/transport/organizations/${encodeURIComponent(workspace)}/offers`,
          );
    const words = text.transport.embed;
    return {
      kind: 'page',
      head: { title: words.title, description: words.description, noIndex: true },
      data: { offers: sortOffers(offers.filter(isUsable)) },
    };
  },

  Content(props) {
    const { text, link } = usePage();
    const words = text.transport.embed;
    return (
      <main id="contenu" class="embed">
        <h1 class="visually-hidden">{words.title}</h1>
        <ul>
          <For each={props.data.offers} fallback={<li>{words.none}</li>}>
            {(offer) => (
              <li class="card">
                <h2>
                  <Icon name={OFFER_ICONS[offer.kind]} /> {offer.name}
                </h2>
                <Show when={offer.status === 'suspended'} fallback={<p>{offer.summary}</p>}>
                  <p>
                    <strong>{offer.statusNote ?? text.rules.status.suspended}</strong>
                  </p>
                </Show>
                <p>{forWhomWords(offer, text)}</p>
                <p>{whenWords(offer, text)}</p>
                <p>{priceLinesWords(offer, text)[0]}</p>
                <p class="embed-foot">
                  <Show when={offerPhone(offer)}>
                    {(phone) => (
                      <PhoneLink
                        display={phone()}
                        dial={phone()}
                        label={`${text.transport.call(phone())}, ${offer.name}`}
                      />
                    )}
                  </Show>
                  <a
                    href={link(`/transports/${encodeURIComponent(offer.id)}`)}
                    target="_blank"
                    rel="noopener"
                    aria-label={words.detailOf(offer.name)}
                  >
                    {words.detail}
                  </a>
                </p>
              </li>
            )}
          </For>
        </ul>
        <p class="embed-by">
          {words.by}{' '}
          <a href={link('/transports')} target="_blank" rel="noopener">
            {text.common.product}
          </a>
        </p>
      </main>
    );
  },
};

/** What somebody may use, or must know is interrupted. */
function isUsable({ status }: Offer): boolean {
  return status === 'active' || status === 'to_confirm' || status === 'suspended';
}
