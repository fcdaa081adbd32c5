// « Réserver » : by which means, until when, when somebody answers; and what it gives for a real day.

import './editor-example.css';
import { createSignal, For, Show } from 'solid-js';
import { defaultAppointment } from '#domain/journey/default-appointment.ts';
import type { BookingRule } from '#domain/transport/offer.ts';
import { DeadlineExample } from '#web/features/transport/deadline-example.tsx';
import { isDate, localMoment, parseMinute, timeValue } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { CheckField, DateField, TextField, TimeField } from '#web/ui/text-field.tsx';
import { editOffer, type StepProps } from './editor-data.ts';
import { LineExceptions } from './line-exceptions.tsx';
import { NoticeFields } from './notice-fields.tsx';
import { NumberField } from './number-field.tsx';
import { TextList } from './text-list.tsx';
import { WeekFields } from './week-fields.tsx';

const CHANNELS = ['phone', 'online', 'email', 'text'] as const;
const NOBODY = [[], [], [], [], [], [], []] as const;
const MINUTES_PER_HOUR = 60;

const orNull = (value: string) => (value.trim() === '' ? null : value);

export function StepBooking(props: StepProps) {
  const { text } = usePage();
  const words = text.editor.booking;
  const offer = () => props.draft.document().offer;
  const needed = () => {
    const { booking } = offer();
    if (booking === null) return 'unknown';
    return booking.channels.includes('none') ? 'no' : 'yes';
  };
  const put = (booking: BookingRule | null) => editOffer(props.draft, { booking });
  const blank = (channels: BookingRule['channels']): BookingRule => ({
    notice: {
      kind: 'days_before',
      days: 1,
      businessDays: false,
      atMinute: 17 * MINUTES_PER_HOUR,
      opensDaysBefore: null,
    },
    channels,
    phone: offer().phone,
    url: null,
    email: null,
    lineHours: null,
    firstTripDays: null,
    urgentPossible: false,
    cancelBeforeMinutes: null,
    toSay: [],
    provenance: offer().provenance,
  });
  const choose = (answer: string) => {
    if (answer === 'unknown') put(null);
    else if (answer === 'no') put({ ...blank(['none']), notice: { kind: 'real_time' } });
    else put(blank(['phone']));
  };
  const rule = () => (needed() === 'yes' ? offer().booking : null);
  return (
    <div class="editor-fields">
      <RadioGroup
        legend={words.needed}
        name="needed"
        value={needed()}
        options={(['yes', 'no', 'unknown'] as const).map((value) => ({
          value,
          label: words.neededAnswers[value],
        }))}
        onChange={choose}
      />
      <Show when={rule()}>{(booking) => <BookingFields booking={booking()} onChange={put} />}</Show>
    </div>
  );
}

function BookingFields(props: { booking: BookingRule; onChange: (rule: BookingRule) => void }) {
  const { text, nowMs } = usePage();
  const words = text.editor.booking;
  const set = (change: Partial<BookingRule>) => props.onChange({ ...props.booking, ...change });
  const has = (channel: (typeof CHANNELS)[number]) => props.booking.channels.includes(channel);
  const [ride, setRide] = createSignal(defaultAppointment(localMoment(nowMs)));
  return (
    <>
      <fieldset class="editor-list">
        <legend>{words.channels}</legend>
        <For each={CHANNELS}>
          {(channel) => (
            <CheckField
              label={text.rules.sentence(text.rules.channels[channel])}
              name={`channel-${channel}`}
              checked={has(channel)}
              onChange={(checked) =>
                set({
                  channels: CHANNELS.filter((each) => (each === channel ? checked : has(each))),
                })
              }
            />
          )}
        </For>
      </fieldset>
      <Show when={has('phone') || has('text')}>
        <TextField
          label={words.phone}
          name="booking-phone"
          inputMode="tel"
          value={props.booking.phone ?? ''}
          onInput={(phone) => set({ phone: orNull(phone) })}
        />
      </Show>
      <Show when={has('online')}>
        <TextField
          label={words.url}
          name="booking-url"
          value={props.booking.url ?? ''}
          onInput={(url) => set({ url: orNull(url) })}
        />
      </Show>
      <Show when={has('email')}>
        <TextField
          label={words.email}
          name="booking-email"
          inputMode="email"
          value={props.booking.email ?? ''}
          onInput={(email) => set({ email: orNull(email) })}
        />
      </Show>
      <NoticeFields notice={props.booking.notice} onChange={(notice) => set({ notice })} />
      <fieldset class="editor-list editor-example">
        <legend>{words.example}</legend>
        <DeadlineExample rule={props.booking} ride={ride()} />
        <Disclosure summary={words.exampleOther}>
          <div class="editor-list-row">
            <DateField
              label={words.exampleDay}
              name="example-day"
              value={ride().date}
              onInput={(date) => isDate(date) && setRide({ ...ride(), date })}
            />
            <TimeField
              label={words.exampleHour}
              name="example-hour"
              value={timeValue(ride().minute)}
              onInput={(value) =>
                setRide({ ...ride(), minute: parseMinute(value) ?? ride().minute })
              }
            />
          </div>
        </Disclosure>
      </fieldset>
      <CheckField
        label={words.lineKnown}
        name="line-known"
        checked={props.booking.lineHours !== null}
        onChange={(known) =>
          set({ lineHours: known ? { week: NOBODY, closedOnHolidays: true } : null })
        }
      />
      <Show when={props.booking.lineHours}>
        {(line) => (
          <>
            <WeekFields
              legend={words.lineHours}
              name="line"
              week={line().week}
              onChange={(week) => set({ lineHours: { ...line(), week } })}
            />
            <CheckField
              label={words.closedOnHolidays}
              name="line-holidays"
              checked={line().closedOnHolidays}
              onChange={(closedOnHolidays) => set({ lineHours: { ...line(), closedOnHolidays } })}
            />
            <LineExceptions hours={line()} onChange={(lineHours) => set({ lineHours })} />
          </>
        )}
      </Show>
      <NumberField
        label={words.firstTripDays}
        hint={words.firstTripDaysHint}
        note={text.editor.optional}
        name="first-trip-days"
        min={1}
        max={90}
        value={props.booking.firstTripDays}
        onChange={(firstTripDays) => set({ firstTripDays })}
      />
      <CheckField
        label={words.urgent}
        name="urgent"
        checked={props.booking.urgentPossible}
        onChange={(urgentPossible) => set({ urgentPossible })}
      />
      <NumberField
        label={words.cancelHours}
        note={text.editor.optional}
        name="cancel-hours"
        min={1}
        max={24 * 30}
        value={
          props.booking.cancelBeforeMinutes === null
            ? null
            : Math.ceil(props.booking.cancelBeforeMinutes / MINUTES_PER_HOUR)
        }
        onChange={(hours) =>
          set({ cancelBeforeMinutes: hours === null ? null : hours * MINUTES_PER_HOUR })
        }
      />
      <TextList
        legend={words.toSay}
        hint={words.toSayHint}
        name="to-say"
        item={words.toSayItem}
        add={words.addToSay}
        items={props.booking.toSay}
        onChange={(toSay) => set({ toSay })}
      />
    </>
  );
}
