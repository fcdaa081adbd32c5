// One question of the report: its sentence, its map, how many people in each class, the communes worst served.

import { createMemo, For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { ValueSwatch } from '#web/map/value-swatch.tsx';
import { ScrollRegion } from '#web/ui/scroll-region.tsx';
import type { AccessPlace, AccessPlaces } from './access-data.ts';
import { rankPlaces } from './rank-places.ts';
import { ReportMap } from './report-map.tsx';
import { sentenceOf } from './report-sentence.ts';
import type { CommuneSheet } from './report-shapes.ts';
import { sayBare, sayBound, sayPlace, sayValue } from './say-value.ts';
import { cellOf, type LegendRow, legendRows, valueClasses } from './value-classes.ts';

const WORST = 10;

export function ReportSection(props: { figures: AccessPlaces; sheet: CommuneSheet }) {
  const { text, format } = usePage();
  const words = text.access;
  const report = text.scenario.report;
  const indicator = () => props.figures.indicator;
  const own = () => words.indicators[indicator().id];
  const classes = createMemo(() => valueClasses(indicator()));
  const rows = createMemo(() => legendRows(classes(), props.figures.places));
  const most = () => Math.max(1, ...rows().map(({ people }) => people));
  const places = createMemo(
    () => new Map(props.figures.places.map((place) => [place.insee, place])),
  );
  const means = () =>
    [
      [words.mean.territory, sayValue(words, indicator(), props.figures.territoryValue)] as const,
      [
        words.mean.departement,
        sayValue(words, indicator(), props.figures.departementValue),
      ] as const,
      [words.mean.national, sayValue(words, indicator(), indicator().national)] as const,
    ].filter(([, value]) => value !== null);
  /** Brown and green look alike in grey: a line goes round those on the bad side of the hinge. */
  const isBelow = ({ state, value }: AccessPlace): boolean => {
    const { hinge, direction } = indicator();
    if (hinge === null || state === 'unknown' || state === 'suppressed') return false;
    if (value === null) return true;
    return direction === 'high_is_good' ? value < hinge : value >= hinge;
  };
  const paint = (insee: string) => {
    const place = places().get(insee);
    if (place === undefined) return { fill: '#ffffff', pattern: 'unknown' as const, title: '' };
    const cell = cellOf(classes(), place);
    return {
      fill: cell.colour,
      pattern: cell.pattern,
      isBelow: isBelow(place),
      title: `${place.name} : ${sayPlace(words, indicator(), place)}`,
    };
  };
  const className = (row: LegendRow): string => {
    if (row.kind !== 'class') return words.statesLong[row.kind];
    const { from, to } = row.valueClass;
    const bound = (value: number) => sayBound(words, value);
    if (from !== null && to !== null) return words.classes.between(bound(from), bound(to));
    return to !== null ? words.classes.below(bound(to)) : words.classes.above(bound(from ?? 0));
  };
  const worst = createMemo(() =>
    rankPlaces(props.figures.places, indicator().direction)
      .filter(({ rank }) => rank !== null)
      .slice(0, WORST),
  );
  const id = () => `rapport-${indicator().id}`;
  return (
    <section class="report-section" aria-labelledby={`${id()}-titre`}>
      <h2 id={`${id()}-titre`}>{own().question}</h2>
      <p class="report-sentence">{sentenceOf(words, props.figures)}</p>
      <p class="soft report-average">{report.onAverage(own().short)}</p>
      <dl class="report-means">
        <For each={means()}>
          {([label, value]) => (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          )}
        </For>
      </dl>
      <div class="report-figure">
        <ReportMap
          id={id()}
          sheet={props.sheet}
          label={words.map.title(own().short)}
          description={report.described}
          paint={paint}
          north={text.scenario.map.north}
          scale={text.scenario.map.scale}
        />
        <div>
          <h3>{words.legend.title}</h3>
          <p class="soft">
            {own().short} ({words.unitOf(indicator().unit)})
          </p>
          <ul class="report-legend" id={`${id()}-legende`}>
            <For each={rows()}>
              {(row) => (
                <li>
                  <ValueSwatch colour={row.colour} pattern={row.pattern} />
                  <span>
                    {className(row)}
                    <span class="soft report-people">
                      {' '}
                      {words.legend.people(row.people, row.communes)}
                    </span>
                    <svg
                      class="report-bar"
                      viewBox="0 0 100 6"
                      preserveAspectRatio="none"
                      aria-hidden="true"
                    >
                      <rect width={(100 * row.people) / most()} height="6" />
                    </svg>
                  </span>
                </li>
              )}
            </For>
            <Show when={props.figures.places.some(isBelow)}>
              <li>
                <svg class="value-swatch" viewBox="0 0 36 26" aria-hidden="true">
                  <path d="M3 20L13 6L33 14" fill="none" stroke="#1c2b2a" stroke-width="3" />
                </svg>
                <span>{report.contour(sayBound(words, indicator().hinge ?? 0))}</span>
              </li>
            </Show>
            <Show when={props.figures.places.some(({ isFragile }) => isFragile)}>
              <li>
                <ValueSwatch colour="#dfc27d" pattern="fragile" />
                <span>{words.fragileHint}</span>
              </li>
            </Show>
          </ul>
        </div>
      </div>
      <h3>{report.worst}</h3>
      <ScrollRegion class="report-scroll" label={`${report.worst} (${own().short})`}>
        <table class="report-table">
          <caption class="visually-hidden">{report.worst}</caption>
          <thead>
            <tr>
              <th scope="col">{words.table.rank}</th>
              <th scope="col">{words.table.name}</th>
              <th scope="col">{words.table.people}</th>
              <th scope="col" class="report-minor">
                {words.table.older}
              </th>
              <th scope="col">{words.unitOf(indicator().unit)}</th>
            </tr>
          </thead>
          <tbody>
            <For each={worst()}>
              {(place) => (
                <tr>
                  <td>{place.rank}</td>
                  <th scope="row">{place.name}</th>
                  <td>{format.number(place.population)}</td>
                  <td class="report-minor">
                    {place.population75Plus === null ? '—' : format.number(place.population75Plus)}
                  </td>
                  <td>
                    {sayBare(words, indicator(), place)}
                    <Show when={place.isFragile}> ({words.fragile})</Show>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
