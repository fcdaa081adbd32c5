// May this person ride: yes, no, or to check on the phone, with each reason and its proof.

import { Named } from '#web/lib/named.tsx';
import './price-lines.css';
import { For, Show } from 'solid-js';
import type { EligibilityReason, EligibilityResult } from '#domain/transport/eligibility.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import type { IconName } from '#web/ui/icon-paths.ts';

export function EligibilityReasons(props: { result: EligibilityResult }) {
  const { text } = usePage();
  const words = text.journey.eligibility;
  const verdict = () => {
    if (props.result.value === null) return words.unknown;
    if (!props.result.value) return words.no;
    return props.result.reasons.length === 0 ? words.open : words.yes;
  };
  const answer = (reason: EligibilityReason) => {
    if (met(reason) === null) return words.toCheck;
    if (!met(reason)) return words.notMet;
    // Nobody answered it: the timetables of the day did.
    return reason.criterion.kind === 'no_other_solution' ? words.noneFound : words.met;
  };
  return (
    <section class="eligibility">
      <p class="eligibility-verdict">
        <Icon name={answerIcon(props.result.value)} /> {verdict()}
      </p>
      <Show when={props.result.reasons.length > 0}>
        <ul class="reasons">
          <For each={props.result.reasons}>
            {(reason) => (
              <li>
                <Icon name={answerIcon(met(reason))} />
                <span>
                  {reason.negated === true ? `${text.rules.notOf} ` : ''}
                  <Named
                    said={text.rules.sentence(text.rules.criterion(reason.criterion))}
                    names={criterionNames(reason.criterion)}
                  />{' '}
                  <strong>({answer(reason)})</strong>
                  <Show when={reason.proof}>
                    {(proof) => (
                      <span class="soft line-note">
                        <Named said={text.rules.proof(proof())} names={[proof()]} />
                      </span>
                    )}
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

/** Whether the offer is content with this reason: a negated criterion is met when it does not hold. */
function met(reason: EligibilityReason): boolean | null {
  if (reason.value === null) return null;
  return reason.negated === true ? !reason.value : reason.value;
}

/** What a provider wrote of its own rule. */
function criterionNames(criterion: EligibilityReason['criterion']): string[] {
  return 'label' in criterion ? [criterion.label] : [];
}

function answerIcon(value: boolean | null): IconName {
  if (value === null) return 'phone';
  return value ? 'check' : 'close';
}
