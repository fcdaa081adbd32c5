// One commune: what is near, when, for whom, since when, and every figure beside those around.

import './commune-sheet.css';
import { createEffect, For, type JSX, Match, on, Show, Suspense, Switch } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import type { AccessSheet, Indicator, IndicatorId } from './access-data.ts';
import type { SheetState } from './create-observatory.ts';
import { SheetCare, type SheetCareProps } from './sheet-care.tsx';
import { SheetFigures } from './sheet-figures.tsx';
import { SheetNear } from './sheet-near.tsx';
import { SheetSources } from './sheet-sources.tsx';
import { TwinList } from './twin-list.tsx';

export type CommuneSheetProps = {
  state: SheetState;
  sheet: AccessSheet | null;
  indicators: readonly Indicator[];
  /** The question the page answers. */
  indicator: IndicatorId;
  territory: string;
  /** Path of the page, in its language. */
  action: string;
  first: SheetCareProps['first'];
  /** What only who is signed in is told of a commune. */
  own?: ((insee: string) => JSX.Element) | undefined;
  onClose: () => void;
};

export function CommuneSheet(props: CommuneSheetProps) {
  const { text } = usePage();
  const words = text.access.sheet;
  /** The commune of the address: one begins at the top of the page. */
  let cameWithPage = props.state === 'ready';
  const isAsked = () => {
    const asked = !cameWithPage;
    cameWithPage = false;
    return asked;
  };
  return (
    <section id="fiche-commune" class="commune-sheet" aria-live="polite">
      <Switch>
        <Match when={props.state === 'loading'}>
          <Skeleton label={words.loading} lines={4} />
        </Match>
        <Match when={props.state === 'failed'}>
          <Notice tone="warn">{words.failed}</Notice>
        </Match>
        <Match when={props.state === 'ready' && props.sheet}>
          {(sheet) => <SheetOf {...props} sheet={sheet()} isAsked={isAsked} />}
        </Match>
      </Switch>
    </section>
  );
}

type SheetOfProps = CommuneSheetProps & {
  sheet: AccessSheet;
  /** Somebody chose it on this page. */
  isAsked: () => boolean;
};

function SheetOf(props: SheetOfProps) {
  const { text, link, dataLang } = usePage();
  const words = text.access.sheet;
  let heading: HTMLHeadingElement | undefined;
  // Another commune was chosen on the map or in the table: read from its name.
  createEffect(
    on(
      () => props.sheet.insee,
      () => {
        if (!props.isAsked()) return;
        heading?.scrollIntoView({ block: 'start' });
        heading?.focus({ preventScroll: true });
      },
    ),
  );
  const isComplete = () => props.sheet.missing.length === 0;
  const kinds = () => props.sheet.missing.map((kind) => text.access.kinds[kind].toLowerCase());
  return (
    <div class="card commune-sheet-card">
      <div class="section-head">
        <h2 ref={heading} tabindex="-1" lang={dataLang}>
          {words.title(props.sheet.name)}
        </h2>
        <Button look="quiet" icon="close" class="needs-script no-print" onClick={props.onClose}>
          {words.close}
        </Button>
      </div>
      <p class="large">{words.people(props.sheet.population, props.sheet.population75Plus)}</p>
      <Show when={props.sheet.isRobustDesert}>
        <Notice tone="warn">{words.robust}</Notice>
      </Show>
      <p>{isComplete() ? words.complete : words.missing(kinds())}</p>
      <SheetNear near={props.sheet.near} isEstimated={props.sheet.estimatedTimes.includes('car')} />
      {props.own?.(props.sheet.insee)}
      {/* Its own wait: without it the whole page, and the focus, would go while the week comes. */}
      <Suspense>
        <SheetCare
          territory={props.territory}
          insee={props.sheet.insee}
          indicator={props.indicator}
          action={props.action}
          first={props.first}
        />
      </Suspense>
      <Show when={props.indicators.find(({ id }) => id === props.indicator)}>
        {(indicator) => (
          <Suspense>
            <TwinList
              territory={props.territory}
              insee={props.sheet.insee}
              name={props.sheet.name}
              indicator={indicator()}
              own={props.sheet.values.find(({ id }) => id === indicator().id)}
            />
          </Suspense>
        )}
      </Show>
      <SheetFigures values={props.sheet.values} indicators={props.indicators} />
      <Show when={props.sheet.publishedYears.length > 0}>
        <section class="commune-sheet-part">
          <h3>{words.since}</h3>
          <p>{words.sinceIntro}</p>
          <ul>
            <For each={props.sheet.publishedYears}>
              {({ year, value, value65OrLess }) => (
                <li>
                  {words.sinceYear(
                    year,
                    value === null ? text.common.unknown : text.access.bare(value, 1),
                    value65OrLess === null ? null : text.access.bare(value65OrLess, 1),
                  )}
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <SheetSources vintages={props.sheet.vintages} computedAt={props.sheet.computedAt} />
      <p class="no-print">
        <LinkButton
          icon="search"
          href={link(
            withQuery('/resultats', { besoin: 'medecin-generaliste', depart: props.sheet.insee }),
          )}
        >
          {words.go(props.sheet.name)}
        </LinkButton>
      </p>
    </div>
  );
}
