// Until when must one book: at the last moment, some hours before, or some days before at an hour?

import { Show } from 'solid-js';
import type { BookingNotice } from '#domain/transport/offer.ts';
import { parseMinute, timeValue } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { CheckField, TimeField } from '#web/ui/text-field.tsx';
import { NoticeOpening } from './notice-opening.tsx';
import { NumberField } from './number-field.tsx';

const MINUTES_PER_HOUR = 60;
const MOST_DAYS = 60;
const MOST_HOURS = 24 * MOST_DAYS;

type DaysBefore = Extract<BookingNotice, { kind: 'days_before' }>;
type Elapsed = Extract<BookingNotice, { kind: 'elapsed' }>;

const DAY_BEFORE: DaysBefore = {
  kind: 'days_before',
  days: 1,
  businessDays: false,
  atMinute: 17 * MINUTES_PER_HOUR,
  opensDaysBefore: null,
};
const TWO_HOURS: Elapsed = { kind: 'elapsed', minMinutes: 2 * MINUTES_PER_HOUR, maxMinutes: null };

const BLANK: Record<BookingNotice['kind'], BookingNotice> = {
  real_time: { kind: 'real_time' },
  elapsed: TWO_HOURS,
  days_before: DAY_BEFORE,
};

export type NoticeFieldsProps = {
  notice: BookingNotice;
  onChange: (notice: BookingNotice) => void;
};

export function NoticeFields(props: NoticeFieldsProps) {
  const { text } = usePage();
  const words = text.editor.booking;
  const elapsed = () => (props.notice.kind === 'elapsed' ? props.notice : null);
  const days = () => (props.notice.kind === 'days_before' ? props.notice : null);
  return (
    <>
      <RadioGroup
        legend={words.notice}
        name="notice"
        value={props.notice.kind}
        options={(['days_before', 'elapsed', 'real_time'] as const).map((kind) => ({
          value: kind,
          label: words.notices[kind].label,
          hint: words.notices[kind].hint,
        }))}
        onChange={(kind) => props.onChange(BLANK[kind as BookingNotice['kind']])}
      />
      <Show when={elapsed()}>
        {(notice) => (
          <>
            <NumberField
              label={words.hoursBefore}
              hint={words.hoursBeforeHint}
              name="hours-before"
              min={1}
              max={MOST_HOURS}
              value={Math.ceil(notice().minMinutes / MINUTES_PER_HOUR)}
              onChange={(hours) =>
                hours !== null &&
                props.onChange({ ...notice(), minMinutes: hours * MINUTES_PER_HOUR })
              }
            />
            <Show when={notice().maxMinutes === null}>
              <NoticeOpening notice={notice()} onChange={props.onChange} />
            </Show>
          </>
        )}
      </Show>
      <Show when={days()}>
        {(notice) => (
          <>
            <div class="editor-list-row">
              <NumberField
                label={words.daysBefore}
                hint={words.daysBeforeHint}
                name="days-before"
                min={0}
                max={MOST_DAYS}
                value={notice().days}
                onChange={(count) => count !== null && props.onChange({ ...notice(), days: count })}
              />
              <TimeField
                label={words.atHour}
                name="at-hour"
                value={timeValue(notice().atMinute)}
                onInput={(value) =>
                  props.onChange({ ...notice(), atMinute: parseMinute(value) ?? notice().atMinute })
                }
              />
            </div>
            <CheckField
              label={words.businessDays}
              hint={words.businessDaysHint}
              name="business-days"
              checked={notice().businessDays}
              onChange={(businessDays) => props.onChange({ ...notice(), businessDays })}
            />
            <NumberField
              label={words.opensDaysBefore}
              note={text.editor.optional}
              name="opens-days-before"
              min={1}
              max={365}
              value={notice().opensDaysBefore}
              onChange={(opensDaysBefore) =>
                props.onChange(
                  opensDaysBefore === null ? unopened(notice()) : { ...notice(), opensDaysBefore },
                )
              }
            />
            <Show when={notice().opensDaysBefore !== null}>
              <NoticeOpening notice={notice()} onChange={props.onChange} />
            </Show>
          </>
        )}
      </Show>
    </>
  );
}

/** No first day: what was said of it goes with it. */
function unopened({ opensAtMinute: _, opensBusinessDays: __, ...rest }: DaysBefore): DaysBefore {
  return { ...rest, opensDaysBefore: null };
}
