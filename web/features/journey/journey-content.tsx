// The journey page as read from top to bottom: what to do, the calls, every way, what is almost possible.

import { createSignal, onMount, Show } from 'solid-js';
import { keepAnswers, readKeptAnswers } from '#web/lib/kept-answers.ts';
import { Named } from '#web/lib/named.tsx';
import type { PageProps } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { type Answers, hasAnswers } from '#web/lib/personal-answers.ts';
import { BackLink } from '#web/ui/back-link.tsx';
import { Breadcrumb } from '#web/ui/breadcrumb.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PageCode } from '#web/ui/page-code.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { AppointmentForm } from './appointment-form.tsx';
import { askPlan, type JourneyData } from './ask-plan.ts';
import { AskedRemarks } from './asked-remarks.tsx';
import { CallSheet } from './call-sheet.tsx';
import { CutShort } from './cut-short.tsx';
import { followPlan } from './follow-plan.ts';
import { JourneyChanges } from './journey-changes.tsx';
import { entryPath, journeyPath, resultsPath } from './journey-query.ts';
import { JourneyWays } from './journey-ways.tsx';
import { NothingFound } from './nothing-found.tsx';
import { questionCount } from './profile-form.ts';
import { QuestionsForm } from './questions-form.tsx';
import { SlotsLink } from './slots-link.tsx';
import { slotsPath } from './slots-query.ts';
import { Verdict } from './verdict.tsx';
import { VisitingServices } from './visiting-services.tsx';

export function JourneyContent(props: PageProps<JourneyData>) {
  const { text, link, api, dataLang } = usePage();
  const words = text.journey;
  const [plan, setPlan] = createSignal(props.data.plan);
  const [answers, setAnswers] = createSignal(props.data.answers);
  const [busy, setBusy] = createSignal(false);
  const [said, setSaid] = createSignal('');
  const pagePath = () =>
    link(
      journeyPath(props.data.entry.id, {
        ...props.data.query,
        departKey: props.data.from?.key ?? null,
      }),
    );
  const cameFrom = { ...props.data.query, departKey: props.data.from?.key ?? null };
  const back = resultsPath(props.data.entry.id, cameFrom);
  const toEntry = entryPath(props.data.entry.id, cameFrom);
  const best = () => plan()?.options[0];

  async function computeAgain(next: Answers) {
    const { entry, from, query } = props.data;
    if (from === null) return;
    setBusy(true);
    try {
      const answer = await askPlan(api, entry.id, from.key, query, next);
      if (answer.plan === null) {
        setSaid(words.questions.failed);
        return;
      }
      setPlan(answer.plan);
      setAnswers(next);
      keepAnswers(next);
      setSaid(words.questions.answered);
      document.getElementById('verdict')?.scrollIntoView({ block: 'start' });
    } catch {
      setSaid(words.questions.failed);
    } finally {
      setBusy(false);
    }
  }

  followPlan({ data: props.data, plan, answers, onPlan: setPlan, onSaid: setSaid });
  onMount(() => {
    const kept = readKeptAnswers();
    if (hasAnswers(props.data.answers)) keepAnswers(props.data.answers);
    else if (hasAnswers(kept)) void computeAgain(kept);
  });

  return (
    <main id="contenu" class="page wrap journey">
      <BackLink href={back === null ? null : link(back)} label={text.common.results} />
      <Breadcrumb
        label={text.common.breadcrumb}
        items={[
          { label: text.common.home, href: link('/') },
          { label: props.data.entry.name, href: link(toEntry), lang: dataLang },
        ]}
      />
      <PageHeader
        title={<Named said={words.title(props.data.entry.name)} names={[props.data.entry.name]} />}
        lead={<Named said={lead()} names={[props.data.from?.name, props.data.entry.communeName]} />}
      >
        <Show when={props.data.entry.demonstration}>
          <p class="soft">{text.common.demonstrationHint}</p>
        </Show>
      </PageHeader>

      <PageCode path={pagePath()} label={text.common.pageCode} />
      <p class="visually-hidden" role="status">
        {said()}
      </p>

      <Show when={props.data.from} fallback={<Ask />}>
        {(from) => (
          <Show when={plan()} fallback={<Ask refused />}>
            {(known) => (
              <>
                <AskedRemarks remarks={known().remarks} />
                <Show when={known().isCut}>
                  <CutShort
                    action={pagePath()}
                    answers={answers()}
                    busy={busy()}
                    onAgain={() => void computeAgain(answers())}
                  />
                </Show>
                <Show
                  when={best()}
                  fallback={<NothingFound plan={known()} entryId={props.data.entry.id} />}
                >
                  {(option) => (
                    <>
                      <Verdict
                        option={option()}
                        questionCount={questionCount(known(), answers().profile)}
                      />
                      <CallSheet option={option()} needs={answers().needs} fromName={from().name} />
                    </>
                  )}
                </Show>
                <JourneyChanges
                  changes={known().changes}
                  entryId={props.data.entry.id}
                  query={{ ...props.data.query, departKey: from().key }}
                  answers={answers()}
                  action={pagePath()}
                  onAnswers={(next) => void computeAgain(next)}
                />
                <VisitingServices services={known().visiting} />
                <section class="change-appointment no-print">
                  <Disclosure summary={words.form.change} open={props.data.query.assumed}>
                    <Form />
                  </Disclosure>
                </section>
                <JourneyWays
                  plan={known()}
                  needs={answers().needs}
                  fromName={from().name}
                  toName={props.data.entry.name}
                />
                <section class="no-appointment card no-print" aria-labelledby="slots-heading">
                  <div>
                    <h2 id="slots-heading">{words.slots.heading}</h2>
                    <p>{words.slots.text}</p>
                  </div>
                  <SlotsLink
                    href={link(
                      slotsPath(props.data.entry.id, {
                        ...props.data.query,
                        departKey: from().key,
                      }),
                    )}
                    answers={answers()}
                  />
                </section>
                <QuestionsForm
                  action={pagePath()}
                  plan={known()}
                  answers={answers()}
                  fromName={from().name}
                  fromInsee={from().insee}
                  busy={busy()}
                  onAnswers={(next) => void computeAgain(next)}
                />
                <div class="actions no-print">
                  <PrintButton part="all" label={words.print} />
                  <BackLink href={back === null ? null : link(back)} label={text.common.results} />
                  <LinkButton href={link(toEntry)} icon="book">
                    {words.toEntry}
                  </LinkButton>
                </div>
              </>
            )}
          </Show>
        )}
      </Show>
    </main>
  );

  function Form() {
    return (
      <AppointmentForm
        entryId={props.data.entry.id}
        query={props.data.query}
        fromName={props.data.from?.name ?? ''}
        placeError={placeError()}
      />
    );
  }

  function Ask(ask: { refused?: boolean }) {
    return (
      <section class="card">
        <Notice tone={ask.refused === true ? 'warn' : 'info'}>
          <p>{ask.refused === true ? words.refused : words.missingFrom}</p>
        </Notice>
        <Form />
      </section>
    );
  }

  function placeError(): string | undefined {
    if (props.data.from !== null) return undefined;
    const typed = props.data.query.departText ?? props.data.query.departKey;
    return typed === null ? undefined : words.unknownFrom(typed);
  }

  function lead(): string {
    const { from, query, entry } = props.data;
    if (from === null) return words.heading;
    const { date, minute, durationMinutes } = query.appointment;
    const route = words.forWhom(from.name, entry.communeName);
    return `${route}. ${query.assumed ? words.example : ''}${words.appointmentAt(date, minute, durationMinutes)}.`;
  }
}
