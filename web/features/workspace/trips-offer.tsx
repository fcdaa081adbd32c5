// The trips of one service: the year in large figures, then each month and what is to be looked at.

import { For, Show } from 'solid-js';
import type { LegalReference } from '#domain/transport/offer-notice.ts';
import { withQuery } from '#web/lib/api.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Notice } from '#web/ui/notice.tsx';
import { ScrollRegion } from '#web/ui/scroll-region.tsx';
import type { OfferTrips, TripMonth } from './watch-data.ts';

export function TripsOfOffer(props: { offer: OfferTrips; year: number; path: string }) {
  const { text, format } = usePage();
  const words = text.workspace.watch.trips;
  const { total, offerId } = props.offer;
  const people = total.beneficiariesByResidence + total.beneficiariesByMeans;
  const figures: readonly (readonly [string, string])[] = [
    [format.number(total.trips), words.big.trips(total.trips)],
    [format.number(total.kilometres), words.big.kilometres],
    [total.meanKm === null ? '–' : format.number(total.meanKm), words.big.meanKm],
    [format.number(total.drivers), words.big.drivers(total.drivers)],
    [format.number(people), words.big.people(people)],
  ];
  return (
    <section class="watch-section" aria-labelledby={`service-${offerId}`}>
      <h3 id={`service-${offerId}`}>{props.offer.name}</h3>
      <dl class="watch-figures">
        <For each={figures}>
          {([figure, name]) => (
            <div>
              <dt>{name}</dt>
              <dd>{figure}</dd>
            </div>
          )}
        </For>
      </dl>
      <p class="soft">{words.bigHint}</p>
      <Show when={props.offer.notices.length > 0}>
        <Notice tone="warn" title={words.look}>
          <ul>
            <For each={props.offer.notices}>
              {(notice) => (
                <li>
                  {words.offerNotice(notice)} <Legal references={notice.legal} />
                </li>
              )}
            </For>
          </ul>
        </Notice>
      </Show>
      <ScrollRegion class="watch-scroll" label={words.caption(props.offer.name, props.year)}>
        <table class="watch-table watch-months">
          <caption class="visually-hidden">{words.caption(props.offer.name, props.year)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.month}</th>
              <th scope="col">{words.short.trips}</th>
              <th scope="col">{words.short.kilometres}</th>
              <th scope="col">{words.short.drivers}</th>
              <th scope="col">{words.short.people}</th>
              <th scope="col">{words.short.refused}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.offer.months}>
              {(month) => <MonthRow month={month} offerId={offerId} path={props.path} />}
            </For>
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function MonthRow(props: { month: TripMonth; offerId: string; path: string }) {
  const { text, link, format } = usePage();
  const words = text.workspace.watch.trips;
  const { month, counts, notices } = props.month;
  const numbers =
    counts === null
      ? [null, null, null, null, null]
      : [
          counts.trips,
          counts.kilometres,
          counts.drivers,
          counts.beneficiariesByResidence + counts.beneficiariesByMeans,
          counts.refused,
        ];
  return (
    <>
      <tr>
        <th scope="row">
          {words.monthName(month)}{' '}
          <a
            class="watch-link"
            href={link(withQuery(props.path, { offre: props.offerId, mois: month }))}
            aria-label={counts === null ? words.countOf(month) : words.changeOf(month)}
          >
            {counts === null ? words.count : words.change}
          </a>
        </th>
        <For each={numbers}>
          {(number) => <td>{number === null ? '–' : format.number(number)}</td>}
        </For>
      </tr>
      <For each={notices}>
        {(notice) => (
          <tr>
            <td class="watch-warn" colspan={6}>
              <span class="watch-warn-said">
                {words.notice(notice)} <Legal references={notice.legal} />
              </span>
            </td>
          </tr>
        )}
      </For>
    </>
  );
}

function Legal(props: { references: readonly LegalReference[] }) {
  const { text } = usePage();
  return (
    <Show when={props.references.length > 0}>
      <span class="soft">
        (
        {props.references
          .map((reference) => text.workspace.watch.trips.legal[reference])
          .join(' ; ')}
        )
      </span>
    </Show>
  );
}
