// « Quand » : for each way of working, its days, its hours, and the weeks to come.

import { Index, Show } from 'solid-js';
import type { OfferKind, TravelPattern } from '#domain/transport/offer.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Notice } from '#web/ui/notice.tsx';
import { CalendarFields } from './calendar-fields.tsx';
import { CalendarPreview } from './calendar-preview.tsx';
import { editOffer, type StepProps } from './editor-data.ts';
import { HoursFields } from './hours-fields.tsx';
import { TimetableFields } from './timetable-fields.tsx';

/** Lines whose stops and hours are written down. */
const HAVE_A_TIMETABLE: ReadonlySet<OfferKind> = new Set(['scheduled_line', 'virtual_line']);

export function StepWhen(props: StepProps) {
  const { text, nowMs } = usePage();
  const words = text.editor.when;
  const patterns = () => props.draft.document().offer.patterns;
  const isLine = () => {
    const { offer, timetable } = props.draft.document();
    return timetable !== null || HAVE_A_TIMETABLE.has(offer.kind);
  };
  const set = (index: number, change: Partial<TravelPattern>) =>
    editOffer(props.draft, {
      patterns: patterns().map((each, at) => (at === index ? { ...each, ...change } : each)),
    });
  return (
    <div class="editor-fields">
      <Show when={isLine()}>
        <section aria-labelledby="grid-title">
          <h3 id="grid-title">{text.editor.grid.title}</h3>
          <TimetableFields draft={props.draft} data={props.data} />
        </section>
      </Show>
      <Show when={patterns().length === 0 && !isLine()}>
        <Notice>
          <p>{words.whereFirst}</p>
        </Notice>
      </Show>
      <Index each={patterns()}>
        {(pattern, index) => (
          <fieldset class="card editor-card">
            <legend>{words.pattern(index + 1, pattern().origin.label)}</legend>
            <p class="editor-said">
              {text.rules.sentence(text.rules.calendar(pattern().calendar))}
              {pattern().windows.length === 0 ? '.' : `, ${text.rules.windows(pattern().windows)}.`}
            </p>
            <CalendarFields
              name={`pattern-${index}`}
              calendar={pattern().calendar}
              onChange={(calendar) => set(index, { calendar })}
            />
            <fieldset class="editor-list">
              <legend>{words.hours}</legend>
              <p class="field-hint">{words.hoursHint}</p>
              <HoursFields
                of={words.hoursOf}
                name={`pattern-${index}-hours`}
                hours={pattern().windows}
                onChange={(windows) => set(index, { windows })}
              />
            </fieldset>
            <CalendarPreview calendar={pattern().calendar} from={localMoment(nowMs).date} />
          </fieldset>
        )}
      </Index>
    </div>
  );
}
