// What stands between the draft and residents, the worst first, each with the step where it is mended.

import { For, Show } from 'solid-js';
import type { OfferNotice, Severity } from '#domain/transport/offer-notice.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import { stepHref } from './editor-steps.ts';
import { fieldSelectors, showStep } from './show-step.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export function NoticeList(props: { notices: readonly OfferNotice[]; path: string }) {
  const { text, link } = usePage();
  const words = text.editor.publish;
  const groups = () =>
    SEVERITIES.map((severity) => ({
      severity,
      notices: props.notices.filter((notice) => notice.severity === severity),
    })).filter(({ notices }) => notices.length > 0);
  return (
    <For each={groups()}>
      {({ severity, notices }) => (
        <section class="notice-group" data-severity={severity}>
          <h3>{words.notices.groups[severity]}</h3>
          <ul>
            <For each={notices}>
              {(notice) => {
                const sentence = words.notices.sentence(notice);
                const step = text.editor.steps[notice.step].name;
                const href = link(stepHref(props.path, notice.step));
                return (
                  <li>
                    <Icon name={severity === 'info' ? 'info' : 'warning'} />
                    <div>
                      <p>{sentence}</p>
                      <Show when={notice.legal.length > 0}>
                        <p class="soft">
                          {words.law}{' '}
                          {notice.legal.map((each) => words.notices.legal[each]).join(' ; ')}
                        </p>
                      </Show>
                      <p class="soft notice-code">
                        {words.code} <code>{notice.code}</code>
                      </p>
                      <a
                        class="notice-mend"
                        href={href}
                        aria-label={words.mendThis(sentence, step)}
                        onClick={(event) => showStep(event, href, fieldSelectors(notice))}
                      >
                        {words.mend(step)}
                      </a>
                    </div>
                  </li>
                );
              }}
            </For>
          </ul>
        </section>
      )}
    </For>
  );
}
