// One offer as a poster for a wall or a fridge: one A4 sheet, read from two metres, black on white.

import './flyer-page.css';
import { For, Show } from 'solid-js';
import type { Offer } from '#domain/transport/offer.ts';
import { localMoment } from '#web/lib/format.ts';
import {
  bookingWords,
  forWhomWords,
  offerPhone,
  priceLinesWords,
  whenWords,
  whereWords,
} from '#web/lib/offer-words.ts';
import type { Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { type SourceNames, sourceNames } from '#web/lib/source-names.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { OFFER_ICONS } from '#web/ui/kind-icons.ts';
import { spokenBlocks } from '#web/ui/phone-link.tsx';
import { sameDays } from './offer-booking.tsx';

type FlyerData = { offer: Offer; sources: SourceNames; origin: string };

/** A sheet has room for so many prices; the page behind the code has them all. */
const SHOWN_PRICES = 4;
/** More letters than that are written smaller: the poster stays one sheet. */
const MOST_LARGE_LETTERS = 550;

export const flyerPage: Page<FlyerData> = {
  async load({ api, params, text, origin }) {
    const offer = await api.offer(params['id'] ?? '');
    const sources = await sourceNames(api, [offer.provenance.sourceId]);
    const words = text.transport.flyer;
    return {
      kind: 'page',
      head: {
        title: words.title(offer.name),
        description: words.description(offer.name),
        noIndex: true,
      },
      data: { offer, sources, origin },
    };
  },

  Content(props) {
    const { text, link, format, nowMs } = usePage();
    const words = text.transport.flyer;
    const { offer } = props.data;
    const path = link(`/transports/${encodeURIComponent(offer.id)}`);
    const address = `${props.data.origin.replace(/^https?:\/\//, '')}${path}`;
    const described = offer.status === 'active' || offer.status === 'to_confirm';
    const source = props.data.sources[offer.provenance.sourceId]?.name ?? text.common.unknownSource;
    const dated = offer.provenance.confirmedOn ?? offer.provenance.asOf;
    const today = format.date(localMoment(nowMs).date, 0);
    const hours = offer.booking?.lineHours ?? null;
    const facts = described
      ? [
          { name: words.who, lines: [forWhomWords(offer, text)] },
          { name: words.where, lines: [whereWords(offer, text)] },
          { name: words.when, lines: [whenWords(offer, text)] },
          { name: words.book, lines: [bookingWords(offer, text)] },
          { name: words.price, lines: priceLinesWords(offer, text).slice(0, SHOWN_PRICES) },
        ]
      : [];
    const letters = [offer.summary, ...facts.flatMap(({ lines }) => lines)].join('').length;
    return (
      <main id="contenu" class="flyer">
        <p class="flyer-tools no-print">
          <Button icon="print" class="needs-script" onClick={() => print()}>
            {words.print}
          </Button>
          <a href={path}>{words.back}</a>
        </p>
        <article class="flyer-sheet" classList={{ 'is-long': letters > MOST_LARGE_LETTERS }}>
          <header class="flyer-head">
            <p class="flyer-kind">
              <Icon name={OFFER_ICONS[offer.kind]} /> {text.codes.offerKinds[offer.kind]}
            </p>
            <h1>{offer.name}</h1>
            <p class="flyer-summary">{offer.summary}</p>
          </header>
          <Show when={described} fallback={<p class="flyer-closed">{words.closed}</p>}>
            <Show when={offerPhone(offer)}>
              {(phone) => (
                <section class="flyer-call">
                  <h2>{words.call}</h2>
                  <p class="flyer-phone">{spokenBlocks(phone())}</p>
                  <Show when={hours}>
                    {(known) => (
                      <p>
                        {words.answered}{' '}
                        {sameDays(known().week)
                          .map(
                            ({ days, ranges }) =>
                              `${text.rules.weekdays(days)} ${text.rules.windows(ranges)}`,
                          )
                          .join(' ; ')}
                        {known().closedOnHolidays ? `, ${words.exceptHolidays}` : ''}.
                      </p>
                    )}
                  </Show>
                </section>
              )}
            </Show>
            <dl class="flyer-facts">
              <For each={facts}>
                {({ name, lines }) => (
                  <div>
                    <dt>{name}</dt>
                    <dd>
                      <For each={lines}>{(line) => <p>{line}</p>}</For>
                    </dd>
                  </div>
                )}
              </For>
            </dl>
          </Show>
          <footer class="flyer-foot">
            <img
              src={`/api/qr.svg?path=${encodeURIComponent(path)}`}
              alt=""
              width="140"
              height="140"
            />
            <div>
              <p class="flyer-scan">
                <strong>{words.scan}</strong>
                <span>{words.scanHint}</span>
                <span class="flyer-address">{address}</span>
              </p>
              <p>
                <Show when={offer.provider}>
                  {(provider) => <strong>{provider().name}. </strong>}
                </Show>
                {words.said(source, dated === null ? words.undated : format.factDate(dated))}{' '}
                {words.printed(today)}
              </p>
            </div>
          </footer>
        </article>
      </main>
    );
  },
};
