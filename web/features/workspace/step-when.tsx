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
import { createListRows, RowsSaid } from './list-rows.tsx';
import { daysToSplit, splitDays } from './split-days.ts';
import { SplitFields } from './split-fields.tsx';
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
  /** Of the same zone, ways of working are told apart by their days. */
  const nameOf = (index: number) => {
    const each = patterns()[index];
    const label = each?.origin.label ?? '';
    const name = words.pattern(index + 1, label);
    const alike = patterns().filter(({ origin }) => origin.label === label);
    if (each === undefined || alike.length < 2) return name;
    return words.patternOn(name, text.rules.weekdays(each.calendar.weekdays));
  };
  const rows = createListRows();
  const split = (index: number, days: readonly number[]) => {
    props.draft.change((whole) => splitDays(whole, patterns()[index]?.id ?? '', days));
    rows.added(nameOf(index + 1), index + 1);
  };
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
          <fieldset class="card editor-card" tabindex="-1" data-row={rows.id}>
            <legend>{nameOf(index)}</legend>
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
            <Show when={daysToSplit(pattern()).length > 0}>
              <SplitFields
                name={`pattern-${index}`}
                pattern={pattern()}
                onSplit={(days) => split(index, days)}
              />
            </Show>
            <CalendarPreview calendar={pattern().calendar} from={localMoment(nowMs).date} />
          </fieldset>
        )}
      </Index>
      <RowsSaid rows={rows} />
    </div>
  );
}
