// « Les trajets des bénévoles »: what was driven, month by month, and the report of the year.

import './workspace.css';
import './watch.css';
import { For, Show } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { localMoment } from '#web/lib/format.ts';
import { neverInBrowser, type Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import { WorkspaceNav } from '#web/lib/workspace-nav.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { TripsForm } from './trips-form.tsx';
import { loadTrips, submitTrips, type TripsData } from './trips-load.ts';
import { TripsOfOffer } from './trips-offer.tsx';

export const tripsPage: Page<TripsData> = {
  load: import.meta.env.SSR ? loadTrips : neverInBrowser,
  submit: import.meta.env.SSR ? submitTrips : neverInBrowser,

  Content(props) {
    const { text, link, nowMs } = usePage();
    const words = text.workspace.watch.trips;
    const { workspace, trips, path, saved } = props.data;
    const { year } = trips;
    const thisYear = Number(localMoment(nowMs).date.slice(0, 4));
    const others = [year - 1, year + 1].filter((each) => each <= thisYear && each >= 2000);
    const told = () => {
      if (props.data.failure !== null) return words.failure[props.data.failure];
      return saved !== null && /^20\d\d-\d\d$/.test(saved) ? words.saved(saved) : null;
    };
    return (
      <main id="contenu" class="page wrap workspace">
        <PageHeader title={words.title} lead={words.lead}>
          <WorkspaceNav workspaceId={workspace.id} role={workspace.role} current="trips" />
        </PageHeader>
        <Show when={told()}>
          {(sentence) => (
            <Notice
              tone={props.data.failure === null ? 'info' : 'warn'}
              role={props.data.failure === null ? 'status' : 'alert'}
              {...(props.data.failure === null ? { icon: 'check' as const } : {})}
            >
              <p>{sentence()}</p>
            </Notice>
          )}
        </Show>
        <Show when={props.data.form}>{(form) => <TripsForm form={form()} path={path} />}</Show>
        <Show when={trips.offers.length > 0} fallback={<p class="large">{words.none}</p>}>
          <div class="watch-year">
            <h2>{words.year(year)}</h2>
            <div class="actions">
              <For each={others}>
                {(other) => (
                  <LinkButton href={link(withQuery(path, { annee: other }))}>
                    {words.before(other)}
                  </LinkButton>
                )}
              </For>
            </div>
          </div>
          <For each={trips.offers}>
            {(offer) => <TripsOfOffer offer={offer} year={year} path={path} />}
          </For>
          <div class="watch-report">
            <LinkButton
              href={`${workspaceApi(workspace.id)}/trip-counts/${year}.csv`}
              look="main"
              icon="list"
            >
              {words.report(year)}
            </LinkButton>
            <p class="soft">{words.reportWhen(year)}</p>
          </div>
        </Show>
      </main>
    );
  },
};
