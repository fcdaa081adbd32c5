// The page of one offer from top to bottom: what it is, for whom, how to book, price, zone, sources.

import { For, Show } from 'solid-js';
import type { FareComponent } from '#domain/transport/fare.ts';
import { VISITING_KINDS } from '#domain/transport/offer.ts';
import { Named } from '#web/lib/named.tsx';
import { bookingWords, forWhomWords, offerPhone } from '#web/lib/offer-words.ts';
import type { PageProps } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Breadcrumb } from '#web/ui/breadcrumb.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { OFFER_ICONS } from '#web/ui/kind-icons.ts';
import { Notice } from '#web/ui/notice.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import { STATUS_TAGS } from '#web/ui/status-tags.ts';
import { Tag } from '#web/ui/tag.tsx';
import { EligibilityTree } from './eligibility-tree.tsx';
import { OfferActions } from './offer-actions.tsx';
import { OfferAge } from './offer-age.tsx';
import { OfferBooking } from './offer-booking.tsx';
import type { OfferData } from './offer-data.ts';
import { OfferExamples } from './offer-examples.tsx';
import { OfferMarks } from './offer-marks.tsx';
import { fareNames } from './offer-names.ts';
import { OfferPatterns } from './offer-patterns.tsx';
import { Section } from './offer-section.tsx';
import { OfferSources } from './offer-sources.tsx';
import { OfferVisits } from './offer-visits.tsx';
import { OfferZone } from './offer-zone.tsx';

export function OfferContent(props: PageProps<OfferData>) {
  const { text, link, dataLang } = usePage();
  const words = text.transport;
  const offer = () => props.data.offer;
  const status = () => STATUS_TAGS[offer().status];
  const described = () => offer().status === 'active' || offer().status === 'to_confirm';

  return (
    <main id="contenu" class="page wrap offer-page">
      <Breadcrumb
        label={text.common.breadcrumb}
        items={[
          { label: text.common.home, href: link('/') },
          { label: words.back, href: link('/transports') },
        ]}
      />
      <header class="offer-head">
        <span class="offer-icon">
          <Icon name={OFFER_ICONS[offer().kind]} />
        </span>
        <div>
          <h1 lang={dataLang}>{offer().name}</h1>
          <p class="offer-tags">
            <span>{text.codes.offerKinds[offer().kind]}</span>
            <Tag tone={status().tone} icon={status().icon}>
              {text.rules.status[offer().status]}
            </Tag>
          </p>
          <p class="offer-lead" lang={dataLang}>
            {offer().summary}
          </p>
        </div>
      </header>

      <Show when={offer().status !== 'active'}>
        <Notice tone={described() ? 'warn' : 'info'} title={text.rules.status[offer().status]}>
          <Show
            when={offer().statusNote}
            fallback={<p>{text.rules.statusHints[offer().status]}</p>}
          >
            {(note) => <p lang={dataLang}>{note()}</p>}
          </Show>
        </Notice>
      </Show>

      <div class="offer-call">
        <Show when={offerPhone(offer())}>
          {(phone) => (
            <PhoneLink
              display={phone()}
              dial={phone()}
              label={`${words.call(phone())}, ${offer().name}`}
            />
          )}
        </Show>
        <Show when={offer().email ?? offer().provider?.email}>
          {(email) => (
            <a href={`mailto:${email()}`}>
              <Icon name="mail" /> {words.email}
            </a>
          )}
        </Show>
        <Show when={offer().url ?? offer().provider?.url}>
          {(url) => (
            <a href={url()}>
              <Icon name="globe" /> {words.website}
            </a>
          )}
        </Show>
      </div>

      <Show when={props.data.marks.length > 0}>
        <OfferMarks marks={props.data.marks} />
      </Show>

      <Section id="offer-who" title={words.forWhom}>
        <Show when={offer().eligibility} fallback={<p>{forWhomWords(offer(), text)}</p>}>
          {(expression) => <EligibilityTree expression={expression()} />}
        </Show>
        <Show when={offer().purposes.allowed.length > 0}>
          <p>
            <strong>{words.purposesAllowed}</strong>{' '}
            {offer()
              .purposes.allowed.map((purpose) => text.rules.purposes[purpose])
              .join(', ')}
          </p>
        </Show>
        <Show when={offer().purposes.denied.length > 0}>
          <p>
            <strong>{words.purposesDenied}</strong>{' '}
            {offer()
              .purposes.denied.map((purpose) => text.rules.purposes[purpose])
              .join(', ')}
          </p>
        </Show>
      </Section>

      <Show when={offer().conditions.length > 0}>
        <Section id="offer-conditions" title={words.conditions}>
          <ul>
            <For each={offer().conditions}>
              {(condition) => <li lang={dataLang}>{condition}</li>}
            </For>
          </ul>
        </Section>
      </Show>

      <Show when={described()}>
        <Section id="offer-book" title={words.howToBook}>
          <Show when={offer().booking} fallback={<p>{bookingWords(offer(), text)}</p>}>
            {(booking) => (
              <OfferBooking kind={offer().kind} booking={booking()} sources={props.data.sources} />
            )}
          </Show>
        </Section>

        <Section id="offer-price" title={words.price}>
          <Show when={offer().fares.length > 0} fallback={<p>{words.priceUnknown}</p>}>
            <ul class="offer-fares">
              <For each={offer().fares}>
                {(fare, index) => (
                  <li>
                    <strong>
                      <Named said={text.rules.fare(fare)} names={fareNames([fare])} />
                    </strong>
                    <Show when={fare.note}>
                      {(note) => (
                        <span class="offer-note" lang={dataLang}>
                          {note()}
                        </span>
                      )}
                    </Show>
                    <Show when={!sameOrigin(fare, offer().fares[index() + 1])}>
                      <OfferAge
                        provenance={fare.provenance}
                        kind="price"
                        sources={props.data.sources}
                      />
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </Section>

        <OfferExamples offer={offer()} />
        <Show when={offer().patterns.length > 0}>
          <Show
            when={VISITING_KINDS.includes(offer().kind)}
            fallback={<OfferPatterns patterns={offer().patterns} kind={offer().kind} />}
          >
            <OfferVisits patterns={offer().patterns} needs={props.data.needs} />
          </Show>
        </Show>
        <OfferZone data={props.data} />

        <Section id="offer-help" title={words.accommodations}>
          <Show
            when={offer().accommodations.length > 0}
            fallback={<p>{words.accommodationsUnknown}</p>}
          >
            <dl class="offer-answers">
              <For each={offer().accommodations}>
                {(item) => (
                  <div>
                    <dt>{text.rules.accommodations[item.code]}</dt>
                    <dd>
                      <strong>{text.rules.accommodationValues[item.value]}</strong>
                      <Show when={item.note}>
                        {(note) => (
                          <span class="offer-note" lang={dataLang}>
                            {note()}
                          </span>
                        )}
                      </Show>
                    </dd>
                  </div>
                )}
              </For>
            </dl>
          </Show>
        </Section>
      </Show>

      <Show when={offer().places.length > 0}>
        <Section id="offer-places" title={words.places}>
          <ul>
            <For each={offer().places}>
              {(place) => (
                <li>
                  <strong lang={dataLang}>{place.name}</strong>
                  <Show when={place.address}>
                    {(address) => (
                      <span class="offer-note" lang={dataLang}>
                        {address()}
                      </span>
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Section>
      </Show>

      <Show when={offer().provider}>
        {(provider) => (
          <Section id="offer-provider" title={words.provider}>
            <p>
              <strong lang={dataLang}>{provider().name}</strong>
              <span class="offer-note">{words.providerKinds[provider().kind]}</span>
            </p>
            <Show when={provider().address}>{(address) => <p lang={dataLang}>{address()}</p>}</Show>
            <Show when={offer().organizer}>
              {(organizer) => <p lang={dataLang}>{organizer()}</p>}
            </Show>
          </Section>
        )}
      </Show>

      <OfferSources data={props.data} />
      <OfferActions offer={offer()} />
    </main>
  );
}

/** Prices said by the same source on the same day share one line about their age. */
function sameOrigin(fare: FareComponent, next: FareComponent | undefined): boolean {
  return (
    next !== undefined &&
    fare.provenance.sourceId === next.provenance.sourceId &&
    fare.provenance.asOf === next.provenance.asOf &&
    fare.provenance.confirmedOn === next.provenance.confirmedOn
  );
}
