// Every transport offer of a territory, by kind: for whom, where, when, how to book, what it costs.

import './offers-page.css';
import { For, Show } from 'solid-js';
import type { Territory } from '#domain/territory/territory.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { isOfferKind, KIND_GROUPS, sortOffers } from '#web/lib/offer-words.ts';
import type { Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { type SourceNames, sourceNames } from '#web/lib/source-names.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { SelectField } from '#web/ui/text-field.tsx';
import { OfferCard } from './offer-card.tsx';

const ALL_TERRITORIES = 'tous';

type OffersData = {
  offers: readonly Offer[];
  sources: SourceNames;
  territories: readonly Pick<Territory, 'code' | 'name'>[];
  /** Code of a territory, or « tous ». */
  territory: string;
  /** A kind of offer, or empty. */
  kind: string;
};

export const offersPage: Page<OffersData> = {
  async load(request) {
    const { api, query, text, site } = request;
    const territories = await api.territories();
    const asked = query.get('territoire') ?? '';
    const known = territories.some((territory) => territory.code === asked);
    const territory =
      known || asked === ALL_TERRITORIES ? asked : (site?.territoryCode ?? ALL_TERRITORIES);
    const askedKind = query.get('sorte') ?? '';
    const kind = isOfferKind(askedKind) ? askedKind : '';
    const offers = await api.offers({
      ...(territory === ALL_TERRITORIES ? {} : { territory }),
      ...(kind === '' ? {} : { kind }),
    });
    return {
      kind: 'page',
      head: { title: text.transport.title, description: text.transport.intro },
      data: {
        offers: sortOffers(offers),
        sources: await sourceNames(
          api,
          offers.map((offer) => offer.provenance.sourceId),
        ),
        territories: territories.map(({ code, name }) => ({ code, name })),
        territory,
        kind,
      },
    };
  },

  Content(props) {
    const { text, link } = usePage();
    const words = text.transport;
    const groups = () =>
      KIND_GROUPS.map(([name, kinds]) => ({
        name,
        offers: props.data.offers.filter((offer) =>
          (kinds as readonly string[]).includes(offer.kind),
        ),
      })).filter((group) => group.offers.length > 0);
    const kindOptions = () => [
      { value: '', label: words.allKinds },
      ...KIND_GROUPS.flatMap(([, kinds]) => kinds).map((kind) => ({
        value: kind as string,
        label: text.codes.offerKinds[kind],
      })),
    ];
    const territoryOptions = () => [
      ...props.data.territories.map(({ code, name }) => ({ value: code, label: name })),
      { value: ALL_TERRITORIES, label: words.allTerritories },
    ];

    return (
      <main id="contenu" class="page wrap offers">
        <PageHeader title={words.title} lead={words.intro} />
        <p class="no-print">
          <LinkButton href={link('/transport-sur-prescription')} icon="shield">
            {words.prescribed}
          </LinkButton>
        </p>
        <form class="offers-filter no-print" method="get" action={link('/transports')}>
          <SelectField
            id="sorte"
            label={words.filterKind}
            name="sorte"
            value={props.data.kind}
            options={kindOptions()}
          />
          <SelectField
            id="territoire"
            label={words.filterTerritory}
            name="territoire"
            value={props.data.territory}
            options={territoryOptions()}
          />
          <Button type="submit">{words.filter}</Button>
        </form>
        <p class="offers-count">{words.count(props.data.offers.length)}</p>
        <Show when={props.data.offers.length === 0}>
          <section class="card">
            <p>
              {words.empty} {words.emptyNext}
            </p>
            <LinkButton href={link(`/transports?territoire=${ALL_TERRITORIES}`)}>
              {words.showAll}
            </LinkButton>
          </section>
        </Show>
        <For each={groups()}>
          {(group) => (
            <section class="offers-group" aria-labelledby={`group-${group.name}`}>
              <h2 id={`group-${group.name}`}>{words.groups[group.name]}</h2>
              <For each={group.offers}>
                {(offer) => <OfferCard offer={offer} sources={props.data.sources} />}
              </For>
            </section>
          )}
        </For>
        <Show when={props.data.territory !== ALL_TERRITORIES}>
          <section class="no-print" aria-labelledby="donnees-ouvertes">
            <h2 id="donnees-ouvertes">{words.feed.title}</h2>
            <p>{words.feed.text}</p>
            <LinkButton
              href={`/api/transport/gtfs.zip?territory=${encodeURIComponent(props.data.territory)}`}
            >
              {words.feed.download}
            </LinkButton>
          </section>
        </Show>
      </main>
    );
  },
};
