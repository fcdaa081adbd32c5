// The places near a commune where one kind of care is given: how long, on which days, for whom, by whom it is known.

import { For, Show } from 'solid-js';
import type { NearCare } from '#domain/access/near-care.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { dayRuns } from './commune-week.ts';

/** Those read first; the others are one press away. */
const FIRST = 3;

export function SheetSites(props: { profession: AccessProfession; sites: readonly NearCare[] }) {
  const { text } = usePage();
  const words = text.access.week.sites;
  const isCarKnown = () => props.sites.some(({ carMinutes }) => carMinutes !== null);
  const List = (own: { sites: readonly NearCare[] }) => (
    <ul class="sheet-sites">
      <For each={own.sites} fallback={<li>{words.none}</li>}>
        {(site) => <Site site={site} profession={props.profession} isCarKnown={isCarKnown()} />}
      </For>
    </ul>
  );
  return (
    <>
      <h4 class="sheet-minor">{words.title}</h4>
      <List sites={props.sites.slice(0, FIRST)} />
      <Show when={props.sites.length > FIRST}>
        <Disclosure class="sheet-fold" summary={words.others(props.sites.length - FIRST)}>
          <List sites={props.sites.slice(FIRST)} />
        </Disclosure>
      </Show>
    </>
  );
}

function Site(props: {
  site: NearCare;
  profession: AccessProfession;
  /** Times by car were computed. */
  isCarKnown: boolean;
}) {
  const { text, format, dataLang } = usePage();
  const words = text.access.week.sites;
  const sheet = text.access.sheet;
  const walk = (): string | null => {
    const { walk: onFoot } = props.site;
    if (onFoot === null || onFoot.state === 'unknown') return null;
    return onFoot.minutes === null ? sheet.walkFar : sheet.minutes(onFoot.minutes);
  };
  const noTimeByCar = () => (props.isCarKnown ? words.carFar : words.carUnknown);
  return (
    <li class="sheet-site">
      <h5 lang={dataLang}>
        {props.site.label}
        <Show when={props.site.communeName}>
          {(commune) => <span class="sheet-trust">{commune()}</span>}
        </Show>
      </h5>
      <dl class="sheet-site-facts">
        <div>
          <dt>{words.car}</dt>
          <dd>
            <Show when={props.site.carMinutes !== null} fallback={noTimeByCar()}>
              <strong>{sheet.minutes(props.site.carMinutes ?? 0)}</strong>
            </Show>
          </dd>
        </div>
        <Show when={walk()}>
          {(said) => (
            <div>
              <dt>{words.walk}</dt>
              <dd>{said()}</dd>
            </div>
          )}
        </Show>
        <div>
          <dt>{words.noCar}</dt>
          <dd>
            <WithoutCar noCar={props.site.noCar} />
          </dd>
        </div>
        <div>
          <dt>{words.opening}</dt>
          <dd>
            <Opening opening={props.site.opening} />
          </dd>
        </div>
        <div>
          <dt>{words.known}</dt>
          <dd>
            <Show when={props.site.known} fallback={words.unknown}>
              {(known) => (
                <>
                  {words.who(known(), props.profession)}
                  <span class="sheet-trust">
                    <span lang={dataLang}>{words.source(known())}</span>
                    {', '}
                    {mapNull(known().date, (date) => text.access.sources.dated(date)) ??
                      words.undated}
                    <Show when={known().toConfirm}>
                      {' · '}
                      <span class="fact-warn">{words.toConfirm}</span>
                    </Show>
                  </span>
                </>
              )}
            </Show>
          </dd>
        </div>
      </dl>
    </li>
  );

  function WithoutCar(shown: { noCar: NearCare['noCar'] }) {
    return (
      <Show when={shown.noCar} fallback={words.notTried}>
        {(way) => (
          <>
            <strong>{saidDays(way().days)}</strong>
            <Show when={saidTrip(way())}>
              {(said) => <span class="sheet-trust">{said()}</span>}
            </Show>
          </>
        )}
      </Show>
    );
  }

  function saidTrip({ minutes, forAllMinutes }: NonNullable<NearCare['noCar']>): string | null {
    if (forAllMinutes !== null) return words.trip(format.duration(forAllMinutes));
    return minutes === null ? null : words.tripIfAllowed(format.duration(minutes));
  }

  function saidDays({ forAll, possible }: NonNullable<NearCare['noCar']>['days']): string {
    if (possible === 0) return words.never;
    if (forAll === 0) return words.daysIfAllowed(possible);
    return possible === forAll ? words.daysForAll(forAll) : words.daysMore(forAll, possible);
  }

  function Opening(shown: { opening: NearCare['opening'] }) {
    const said = (halfDays: readonly number[]): string =>
      dayRuns(halfDays)
        .map(({ from, to, parts }) =>
          words.onDays(format.weekday(from), from === to ? null : format.weekday(to), parts),
        )
        .join(' ; ');
    const { known, usual } = shown.opening;
    if (known.length === 0 && usual.length === 0) return <>{words.hoursUnknown}</>;
    return (
      <>
        <Show when={known.length > 0}>
          {said(known)}
          <span class="sheet-trust">{words.announced}</span>
        </Show>
        <Show when={usual.length > 0}>
          <span class="sheet-usual">
            {said(usual)}
            <span class="sheet-trust fact-warn">{words.usual}</span>
          </span>
        </Show>
      </>
    );
  }
}

function mapNull<Value, Result>(value: Value | null, change: (value: Value) => Result) {
  return value === null ? null : change(value);
}
