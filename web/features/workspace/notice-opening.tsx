// From when can one book, for who wants more: so many days before, at an hour, counted in which days?

import { Show } from 'solid-js';
import type { BookingNotice } from '#domain/transport/offer.ts';
import { parseMinute, timeValue } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { CheckField, TimeField } from '#web/ui/text-field.tsx';
import { NumberField } from './number-field.tsx';

type Opening = Exclude<BookingNotice, { kind: 'real_time' }>;

export type NoticeOpeningProps = { notice: Opening; onChange: (notice: Opening) => void };

export function NoticeOpening(props: NoticeOpeningProps) {
  const { text } = usePage();
  const words = text.editor.more.opening;
  const days = () => (props.notice.kind === 'days_before' ? props.notice : null);
  const elapsed = () => (props.notice.kind === 'elapsed' ? props.notice : null);
  const setHour = (written: string) => {
    const { opensAtMinute: _, ...rest } = props.notice;
    const opensAtMinute = parseMinute(written);
    props.onChange(opensAtMinute === null ? rest : { ...rest, opensAtMinute });
  };
  return (
    <Disclosure summary={words.summary}>
      <div class="editor-list">
        <Show when={elapsed()}>
          {(notice) => (
            <NumberField
              label={text.editor.booking.opensDaysBefore}
              note={text.editor.optional}
              name="opens-days-before"
              min={1}
              max={365}
              value={notice().opensDaysBefore ?? null}
              onChange={(count) => {
                const { opensDaysBefore: _, opensAtMinute: __, ...rest } = notice();
                props.onChange(count === null ? rest : { ...notice(), opensDaysBefore: count });
              }}
            />
          )}
        </Show>
        <Show when={props.notice.opensDaysBefore}>
          <TimeField
            label={words.atHour}
            hint={words.atHourHint}
            note={text.editor.optional}
            name="opens-at-hour"
            value={
              props.notice.opensAtMinute === undefined ? '' : timeValue(props.notice.opensAtMinute)
            }
            onInput={setHour}
          />
          <Show when={days()}>
            {(notice) => (
              <CheckField
                label={words.businessDays}
                name="opens-business-days"
                checked={notice().opensBusinessDays ?? notice().businessDays}
                onChange={(opensBusinessDays) => props.onChange({ ...notice(), opensBusinessDays })}
              />
            )}
          </Show>
        </Show>
      </div>
    </Disclosure>
  );
}
