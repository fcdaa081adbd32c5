// The observatory as one reads it: the question, the sentence, the map and the table, the rest below.

import './observatory.css';
import { For, type JSX, Show } from 'solid-js';
import { findIndicator } from '#domain/access/indicators.ts';
import { withQuery } from '#web/lib/api.ts';
import { usePage } from '#web/lib/page-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { PageCode } from '#web/ui/page-code.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import type { AccessPlaces } from './access-data.ts';
import { ChangeSince } from './change-since.tsx';
import { CommuneSheet } from './commune-sheet.tsx';
import { createObservatory } from './create-observatory.ts';
import { DemandControl, type DemandLayer, DemandLegend } from './desk-demand-layer.tsx';
import { DistributionPlot } from './distribution-plot.tsx';
import { FiguresSources } from './figures-sources.tsx';
import { IndicatorPicker } from './indicator-picker.tsx';
import { JobProgress } from './job-progress.tsx';
import type { ObservatoryData } from './observatory-data.ts';
import { ObservatoryMap } from './observatory-map.tsx';
import { PoleList } from './pole-list.tsx';
import { RankedTable } from './ranked-table.tsx';
import { SaidFigures } from './said-figures.tsx';
import { ValueLegend } from './value-legend.tsx';

export type ObservatoryContentProps = {
  data: ObservatoryData;
  /** Path of the page, without the language. */
  base: string;
  /** Searches without a way, for who may read them. */
  searches?: DemandLayer | undefined;
  /** What only who is signed in is told of a commune. */
  ownOf?: ((insee: string) => JSX.Element) | undefined;
  /** What stands between the sheet and the sources. */
  children?: JSX.Element;
};

export function ObservatoryContent(props: ObservatoryContentProps) {
  const { text, link } = usePage();
  const words = text.access;
  return (
    <>
      <JobProgress
        territory={props.data.territory}
        overview={props.data.overview}
        hasFigures={props.data.places !== null}
      />
      <Show
        when={props.data.places}
        fallback={
          <>
            <Picker {...props} />
            <section class="card observatory-waiting">
              <Show when={props.data.overview.job === null}>
                <p class="large">
                  {words.job.nothing} {words.job.nothingNext}
                </p>
              </Show>
              <p>{words.compare.other.meanwhile}</p>
              <p class="no-print">
                <LinkButton href={link('/')} icon="search">
                  {words.compare.other.search}
                </LinkButton>
              </p>
            </section>
          </>
        }
      >
        {(places) => <Figures {...props} places={places()} />}
      </Show>
    </>
  );
}

function Figures(props: ObservatoryContentProps & { places: AccessPlaces }) {
  const { text, link, path, search } = usePage();
  const words = text.access;
  const said = () => props.searches?.said() ?? null;
  const own = createObservatory({ ...props.data, places: props.places }, props.base, said);
  const indicator = () => own.figures().indicator;
  const tool = (page: 'scenario' | 'rapport' | 'comparer') =>
    link(
      withQuery(`/observatoire/${page}`, {
        territoire: props.data.territory,
        indicateur: indicator().id,
      }),
    );
  /** Of those below only: the depth that comes is that of everybody. */
  const depth = () => {
    const shortfall = props.data.overview.gpShortfall;
    if (indicator().id !== 'gp_access' || shortfall === null || shortfall.share === 0) return null;
    return shortfall.depth / shortfall.share;
  };
  const searches = () => {
    const layer = props.searches;
    if (layer === undefined || !layer.isOn()) return null;
    const counts = new Map(layer.communes().map(({ insee, count }) => [insee, count]));
    return { leastShown: layer.demand.leastShown, counts };
  };
  /** Back to the line of the table it was opened from, or might have been. */
  const close = (): void => {
    const line = document.querySelector<HTMLElement>(`[data-insee="${own.selected()}"] a`);
    own.select(null);
    line?.focus();
  };
  return (
    <>
      <Picker
        {...props}
        indicator={indicator().id}
        onIndicator={own.pick}
        hasFailed={own.hasFailed()}
      />
      <SaidFigures figures={own.figures()} depth={depth()} />
      <div class="observatory-grid">
        <div class="observatory-first">
          <Show when={props.searches}>{(layer) => <DemandControl layer={layer()} />}</Show>
          <ObservatoryMap
            searches={props.searches?.communes() ?? []}
            territory={props.data.territory}
            indicator={indicator()}
            classes={own.classes()}
            places={own.figures().places}
            ranked={own.ranked()}
            hasTiles={props.data.overview.hasTiles}
            selected={own.selected()}
            onSelect={own.select}
          />
          <ValueLegend
            indicator={indicator()}
            classes={own.classes()}
            places={own.figures().places}
            hasTiles={props.data.overview.hasTiles}
          />
          <Show when={props.searches}>{(layer) => <DemandLegend layer={layer()} />}</Show>
        </div>
        <RankedTable
          searches={searches()}
          territory={props.data.territory}
          indicator={indicator()}
          classes={own.classes()}
          ranked={own.ranked()}
          selected={own.selected()}
          href={own.communeHref}
          onSelect={own.select}
        />
      </div>
      <Disclosure class="observatory-how" summary={words.how.summary}>
        <For each={words.indicators[indicator().id].how}>{(paragraph) => <p>{paragraph}</p>}</For>
        <p>
          <a class="observatory-link" href={link(`/observatoire/methode#${indicator().id}`)}>
            {words.how.all}
          </a>
        </p>
      </Disclosure>
      <CommuneSheet
        state={own.sheetState()}
        sheet={own.sheet()}
        indicators={props.data.overview.indicators}
        indicator={indicator().id}
        territory={props.data.territory}
        action={link(props.base)}
        first={props.data.care}
        own={props.ownOf}
        onClose={close}
      />
      <DistributionPlot
        indicator={indicator()}
        classes={own.classes()}
        ranked={own.ranked()}
        territoryValue={own.figures().territoryValue}
      />
      {props.children}
      <PoleList poles={props.data.overview.poles} />
      <ChangeSince change={props.data.overview.change} />
      <FiguresSources overview={props.data.overview} />
      <div class="actions no-print">
        <LinkButton href={tool('scenario')} icon="edit">
          {words.tools.scenario}
        </LinkButton>
        <LinkButton href={tool('rapport')} icon="book">
          {words.tools.report}
        </LinkButton>
        <LinkButton href={tool('comparer')} icon="list">
          {words.compare.link}
        </LinkButton>
        <PrintButton part="all" label={words.print} />
      </div>
      <PageCode path={link(path) + search} label={text.common.pageCode} />
    </>
  );
}

type PickerProps = ObservatoryContentProps & {
  indicator?: AccessPlaces['indicator']['id'];
  onIndicator?: (id: AccessPlaces['indicator']['id']) => void;
  hasFailed?: boolean;
};

function Picker(props: PickerProps) {
  const { text, link, search } = usePage();
  /** Of the address: another territory may have had an answer to it. */
  const asked = () =>
    findIndicator(new URLSearchParams(search).get('indicateur') ?? '')?.id ?? null;
  const unanswered = () => {
    const id = asked();
    const isKnown = props.data.overview.indicators.some((each) => each.id === id);
    const isStillFirst = props.indicator === props.data.places?.indicator.id;
    return id === null || isKnown || props.indicator === undefined || !isStillFirst ? null : id;
  };
  return (
    <>
      <IndicatorPicker
        action={link(props.base)}
        territories={props.data.territories}
        territory={props.data.territory}
        indicators={props.data.overview.indicators}
        indicator={props.indicator ?? null}
        kept={asked()}
        searches={props.searches?.said() ?? null}
        onIndicator={(id) => props.onIndicator?.(id)}
      />
      <Show when={unanswered()}>
        {(id) => (
          <p role="status">
            {text.access.compare.other.noAnswer(text.access.indicators[id()].question)}
          </p>
        )}
      </Show>
      <Show when={props.hasFailed}>
        <p class="field-error" role="alert">
          {text.access.pick.failed}
        </p>
      </Show>
    </>
  );
}
