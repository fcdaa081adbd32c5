// « Signaler une erreur »: what is wrong, in two taps, without a name; then thanks.

import './report-page.css';
import { Show } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { isRefused } from '#web/lib/api-failure.ts';
import type { Page, PageRequest } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { TextAreaField } from '#web/ui/text-field.tsx';
import {
  MAX_TEXT_LENGTH,
  type Reason,
  type ReportSubject,
  readReason,
  readSubject,
  reasonsFor,
  reportBody,
} from './report-query.ts';

type ReportData = {
  subject: (ReportSubject & { name: string }) | null;
  reason: Reason | null;
  text: string;
  stage: 'form' | 'nothing_chosen' | 'failed' | 'thanks' | 'known_already';
};

/** What the address says once a report is sent. */
const THANKED: readonly { word: string; stage: ReportData['stage'] }[] = [
  { word: 'oui', stage: 'thanks' },
  { word: 'deja', stage: 'known_already' },
];

export const reportPage: Page<ReportData> = {
  async load(request) {
    const thanked = THANKED.find(({ word }) => word === request.query.get('merci'));
    return show(request, request.query, thanked?.stage ?? 'form');
  },

  async submit(request, form) {
    const subject = readSubject(form);
    const reason = readReason(form);
    if (subject === null || reason === null) return show(request, form, 'nothing_chosen');
    let stage: ReportData['stage'] = 'thanks';
    try {
      const body = reportBody(subject, reason, form.get('texte') ?? '');
      if (!(await request.api.report(body)).isKept) stage = 'known_already';
    } catch (error) {
      if (isRefused(error)) return show(request, form, 'failed');
      throw error;
    }
    const merci = THANKED.find((each) => each.stage === stage)?.word;
    return {
      kind: 'redirect',
      to: withQuery('/signaler', { [subjectName(subject)]: subject.id, merci }),
    };
  },

  Content(props) {
    const { text, link } = usePage();
    const words = text.report;
    return (
      <main id="contenu" class="page wrap report">
        <Show when={THANKED.some(({ stage }) => stage === props.data.stage)} fallback={<Ask />}>
          <PageHeader
            title={words.thanksTitle}
            lead={props.data.stage === 'thanks' ? words.thanks : words.knownAlready}
          />
          <p>{words.thanksNext}</p>
          <div class="actions">
            <Show when={props.data.subject}>
              {(subject) => (
                <LinkButton href={link(subjectPath(subject()))} look="main" icon="arrow_left">
                  {words.backToEntry}
                </LinkButton>
              )}
            </Show>
            <LinkButton href={link('/')} icon="home">
              {words.backHome}
            </LinkButton>
          </div>
        </Show>
      </main>
    );

    function Ask() {
      return (
        <>
          <PageHeader title={words.title} lead={words.intro} />
          <Show
            when={props.data.subject}
            fallback={
              <>
                <Notice>
                  <p>{words.noSubject}</p>
                </Notice>
                <div class="actions">
                  <LinkButton href={link('/')} look="main" icon="search">
                    {text.common.search}
                  </LinkButton>
                  <LinkButton href={link('/transports')} icon="coach">
                    {text.common.transports}
                  </LinkButton>
                </div>
              </>
            }
          >
            {(subject) => (
              <form class="report-form" method="post" action={link('/signaler')}>
                <p class="large">
                  {words.about('')}
                  <a class="report-subject" href={link(subjectPath(subject()))}>
                    {subject().name}
                  </a>
                </p>
                <Show when={props.data.stage === 'failed'}>
                  <Notice tone="warn" role="alert">
                    <p>{words.failed}</p>
                  </Notice>
                </Show>
                <input type="hidden" name={subjectName(subject())} value={subject().id} />
                <RadioGroup
                  legend={words.what}
                  name="quoi"
                  value={props.data.reason}
                  error={props.data.stage === 'nothing_chosen' ? words.nothingChosen : undefined}
                  options={reasonsFor(subject()).map((reason) => ({
                    value: reason,
                    label: words.kinds[reason],
                  }))}
                />
                <TextAreaField
                  id="texte"
                  label={words.text}
                  hint={words.textHint}
                  note={words.optional}
                  name="texte"
                  value={props.data.text}
                  rows={4}
                  maxLength={MAX_TEXT_LENGTH}
                />
                <Button type="submit" icon="flag">
                  {words.send}
                </Button>
              </form>
            )}
          </Show>
        </>
      );
    }
  },
};

async function show(request: PageRequest, query: URLSearchParams, stage: ReportData['stage']) {
  const { text, api } = request;
  const subject = readSubject(query);
  const name =
    subject === null
      ? ''
      : subject.kind === 'entry'
        ? (await api.entry(subject.id)).name
        : (await api.offer(subject.id)).name;
  const status = stage === 'nothing_chosen' || stage === 'failed' ? 400 : 200;
  return {
    kind: 'page' as const,
    status,
    head: { title: text.report.title, description: text.report.intro, noIndex: true },
    data: {
      subject: subject === null ? null : { ...subject, name },
      reason: readReason(query),
      text: query.get('texte') ?? '',
      stage,
    },
  };
}

function subjectName(subject: ReportSubject): 'fiche' | 'offre' {
  return subject.kind === 'entry' ? 'fiche' : 'offre';
}

function subjectPath(subject: ReportSubject): string {
  const id = encodeURIComponent(subject.id);
  return subject.kind === 'entry' ? `/fiche/${id}` : `/transports/${id}`;
}
