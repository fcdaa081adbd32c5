// The slots as read from top to bottom: what to say on the phone, day by day, then the calendar.

import { Show } from 'solid-js';
import { NoHydration } from 'solid-js/web';
import { Named } from '#web/lib/named.tsx';
import type { PageProps } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { BackLink } from '#web/ui/back-link.tsx';
import { Breadcrumb } from '#web/ui/breadcrumb.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PageCode } from '#web/ui/page-code.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { AskedRemarks } from './asked-remarks.tsx';
import { entryPath, journeyPath, resultsPath } from './journey-query.ts';
import { SlotsAnswers } from './slots-answers.tsx';
import { SlotsCalendar } from './slots-calendar.tsx';
import { SlotsForm } from './slots-form.tsx';
import type { SlotsData } from './slots-page.tsx';
import { slotsPath } from './slots-query.ts';
import { VisitingServices } from './visiting-services.tsx';

/** Written by the server only, and left as it is: the browser's build does without it. */
const Calendar: typeof SlotsCalendar = import.meta.env.SSR ? SlotsCalendar : () => null;

const Visiting: typeof VisitingServices = import.meta.env.SSR ? VisitingServices : () => null;

export function SlotsContent(props: PageProps<SlotsData>) {
  const { text, link, dataLang } = usePage();
  const words = text.slots;
  let calendar: HTMLDivElement | undefined;
  const { entry, from, query, found } = props.data;
  const departKey = from?.key ?? null;
  const { mode, need, search } = query;
  const cameFrom = { departKey, mode, need, search };
  const back = resultsPath(entry.id, cameFrom);
  const path = link(slotsPath(entry.id, { ...query, departKey }));

  return (
    <main id="contenu" class="page wrap slots">
      <BackLink href={back === null ? null : link(back)} label={text.common.results} />
      <Breadcrumb
        label={text.common.breadcrumb}
        items={[
          { label: text.common.home, href: link('/') },
          { label: entry.name, href: link(entryPath(entry.id, cameFrom)), lang: dataLang },
        ]}
      />
      <PageHeader
        title={<Named said={words.title(entry.name)} names={[entry.name]} />}
        lead={
          from === null ? undefined : (
            <Named
              said={words.lead(from.name, entry.communeName, query.mode)}
              names={[from.name, entry.communeName]}
            />
          )
        }
      >
        <Show when={entry.demonstration}>
          <p class="soft">{text.common.demonstrationHint}</p>
        </Show>
      </PageHeader>
      <PageCode path={path} label={text.common.pageCode} />
      <Show
        when={found}
        fallback={
          <section class="card">
            <Notice tone={from === null ? 'info' : 'warn'}>
              <p>{from === null ? words.missingFrom : words.refused}</p>
            </Notice>
            <SlotsForm data={props.data} />
          </section>
        }
      >
        {(known) => (
          <>
            <AskedRemarks remarks={known().remarks} />
            <div class="actions no-print">
              <PrintButton part="all" label={words.print} />
            </div>
            <SlotsAnswers answers={props.data.answers} path={path} calendar={() => calendar} />
            <div class="slots-found" ref={calendar}>
              <NoHydration>
                <Calendar data={props.data} found={known()} />
                <Visiting services={known().visiting} />
              </NoHydration>
            </div>
            <section class="no-print">
              <Disclosure summary={words.form.heading}>
                <SlotsForm data={props.data} />
              </Disclosure>
            </section>
            <section class="no-appointment card no-print">
              <h2>{words.knownAppointment}</h2>
              <LinkButton
                href={link(
                  journeyPath(entry.id, {
                    departKey,
                    mode,
                    need,
                    search,
                    assumed: true,
                    appointment: { date: '', minute: 0, durationMinutes: query.durationMinutes },
                  }),
                )}
                icon="arrow_right"
              >
                {words.journey}
              </LinkButton>
            </section>
          </>
        )}
      </Show>
    </main>
  );
}
