// « Ce qui le rendrait possible »: each change was computed, and leads to the plan made with it.

import { Named } from '#web/lib/named.tsx';
import { type Answers, formFields } from '#web/lib/personal-answers.ts';
import { answersWith } from './profile-form.ts';
import './signed-items.css';
import './journey-changes.css';
import { For, Match, Show, Switch } from 'solid-js';
import type { JourneyChange, JourneySummary } from '#domain/journey/journey.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import type { IconName } from '#web/ui/icon-paths.ts';
import { PhoneLink, spokenBlocks } from '#web/ui/phone-link.tsx';
import { type JourneyQuery, journeyPath } from './journey-query.ts';
import { optionTitle } from './option-words.ts';

export type JourneyChangesProps = {
  changes: readonly JourneyChange[];
  entryId: string;
  query: JourneyQuery;
  answers: Answers;
  /** Address of this page: where answers are posted without JavaScript. */
  action: string;
  /** With JavaScript: the page computes again without leaving. */
  onAnswers: (answers: Answers) => void;
};

const ICONS: Record<JourneyChange['kind'], IconName> = {
  other_hour: 'clock',
  other_day: 'calendar',
  registration: 'edit',
  companion: 'person',
  proof: 'book',
  outside_zone: 'pin',
};

export function JourneyChanges(props: JourneyChangesProps) {
  const { text, link, format } = usePage();
  const words = text.journey.changes;
  return (
    <Show when={props.changes.length > 0}>
      <section class="journey-changes card" aria-labelledby="changes-heading">
        <h2 id="changes-heading">{words.heading}</h2>
        <p>{words.intro}</p>
        <ul class="change-list">
          <For each={props.changes}>
            {(change) => (
              <li class="change">
                <Icon name={ICONS[change.kind]} />
                <div class="change-words">
                  <p class="change-title">
                    <Named said={titleOf(change)} names={namesOf(change)} />
                  </p>
                  <Show when={sayWay(change)}>
                    {(way) => (
                      <p>
                        <Named said={way()} names={namesOf(change)} />
                      </p>
                    )}
                  </Show>
                  <Show when={nextOf(change)}>{(next) => <p>{next()}</p>}</Show>
                  <Show when={change.kind === 'registration' ? change : null}>
                    {(register) => (
                      <Show when={register().phone}>
                        {(phone) => (
                          <PhoneLink
                            display={phone()}
                            dial={phone()}
                            label={`${text.journey.calls.call(phone())}, ${register().offerName}`}
                          />
                        )}
                      </Show>
                    )}
                  </Show>
                  <Apply change={change} />
                </div>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );

  function Apply(apply: { change: JourneyChange }) {
    const { change } = apply;
    return (
      <Switch
        fallback={
          <LinkButton
            href={link(`/transports/${'offerId' in change ? change.offerId : ''}`)}
            icon="arrow_right"
          >
            {words.offer}
          </LinkButton>
        }
      >
        <Match when={pathWith(change)}>
          {(path) => (
            <LinkButton href={path()} icon="arrow_right" label={words.seeFor(titleOf(change))}>
              {words.see}
            </LinkButton>
          )}
        </Match>
        <Match when={answersWith(props.answers, change)}>
          {(answers) => (
            <form
              method="post"
              action={props.action}
              onSubmit={(event) => {
                event.preventDefault();
                props.onAnswers(answers());
              }}
            >
              <For each={formFields(answers())}>
                {([name, value]) => <input type="hidden" name={name} value={value} />}
              </For>
              <Button
                type="submit"
                look="quiet"
                icon="arrow_right"
                label={words.applyFor(titleOf(change))}
              >
                {words.apply}
              </Button>
            </form>
          )}
        </Match>
      </Switch>
    );
  }

  function pathWith(change: JourneyChange): string | null {
    if (!isOtherTime(change)) return null;
    const { date, minute } = change;
    const appointment = { ...props.query.appointment, date, minute };
    return link(journeyPath(props.entryId, { ...props.query, appointment, assumed: false }));
  }

  function titleOf(change: JourneyChange): string {
    switch (change.kind) {
      case 'other_hour':
        return words.hour(change.date, change.minute);
      case 'other_day':
        return words.day(change.date, change.minute);
      case 'registration':
        return words.registration(optionTitle(change.way, text));
      case 'companion':
        return words.companion(optionTitle(change.way, text));
      case 'proof':
        return words.proof(proofOf(change.way), optionTitle(change.way, text));
      case 'outside_zone':
        return words.outside(change.offerName, change);
    }
  }

  /** « Avoir une prescription de transport de votre médecin »: the condition the paper answers. */
  function proofOf({ eligibility }: JourneySummary): string {
    const papers = eligibility.reasons.filter(
      ({ criterion }) => criterion.kind === 'prescription' || criterion.kind === 'disability_card',
    );
    const [reason = eligibility.reasons[0]] = papers;
    return reason === undefined
      ? words.condition
      : text.rules.sentence(text.rules.criterion(reason.criterion));
  }

  function nextOf(change: JourneyChange): string | null {
    // Said once, at the first of the hours to ask for.
    if (isOtherTime(change))
      return change === props.changes.find(isOtherTime) ? words.secretary : null;
    if (change.kind === 'registration') {
      const phone = change.phone === null ? null : spokenBlocks(change.phone);
      return words.registrationNext(phone, change.before);
    }
    if (change.kind === 'proof') return words.proofNext;
    if (change.kind !== 'outside_zone') return null;
    return change.end === 'home' ? words.outsideHomeNext : words.outsideCareNext;
  }

  /** Its name and hours; a name the title already says is not said twice. */
  function sayWay(change: JourneyChange): string {
    if (!('way' in change)) return '';
    const { way } = change;
    const hour = (minute: number | null) => (minute === null ? null : format.hour(minute));
    const title = isOtherTime(change) ? optionTitle(way, text) : null;
    const said = words.way(title, hour(way.departMinute), hour(way.returnMinute));
    return text.rules.sentence(said);
  }
}

/** Of the offer a change is about. */
function namesOf(change: JourneyChange): string[] {
  return 'way' in change ? [change.way.title] : [change.offerName];
}

function isOtherTime(
  change: JourneyChange,
): change is Extract<JourneyChange, { kind: 'other_hour' | 'other_day' }> {
  return change.kind === 'other_hour' || change.kind === 'other_day';
}
