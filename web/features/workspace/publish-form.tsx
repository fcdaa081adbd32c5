// The note, the moment, and the button that shows the offer to residents.

import { createSignal, Show } from 'solid-js';
import { toInstant } from '#domain/time.ts';
import { localMoment, parseMinute } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { DateField, TextField, TimeField } from '#web/ui/text-field.tsx';

export type PublishFormProps = {
  busy: boolean;
  /** ISO moment; null: now. */
  onPublish: (order: { note: string; publishAt: string | null }) => void;
};

export function PublishForm(props: PublishFormProps) {
  const { text, nowMs } = usePage();
  const words = text.editor.publish;
  const [note, setNote] = createSignal('');
  const [isLater, setLater] = createSignal(false);
  const [day, setDay] = createSignal('');
  const [hour, setHour] = createSignal('06:00');
  const [isPast, setPast] = createSignal(false);

  function send(event: SubmitEvent): void {
    event.preventDefault();
    const publishAt = isLater() ? momentOf(day(), hour()) : null;
    const wrong = isLater() && (publishAt === null || Date.parse(publishAt) <= Date.now());
    setPast(wrong);
    if (!wrong) props.onPublish({ note: note().trim(), publishAt });
  }

  return (
    <form class="editor-fields publish-form" onSubmit={send}>
      <TextField
        name="publish-note"
        label={words.note}
        hint={words.noteHint}
        note={text.common.optional}
        maxLength={300}
        value={note()}
        onInput={setNote}
      />
      <RadioGroup
        legend={words.when}
        name="publish-when"
        value={isLater() ? 'later' : 'now'}
        options={[
          { value: 'now', label: words.now, hint: words.nowHint },
          { value: 'later', label: words.later, hint: words.laterHint },
        ]}
        onChange={(value) => setLater(value === 'later')}
      />
      <Show when={isLater()}>
        <div class="editor-grid">
          <DateField
            name="publish-day"
            label={words.laterDay}
            min={localMoment(nowMs).date}
            value={day()}
            error={isPast() ? words.laterPast : undefined}
            onInput={setDay}
          />
          <TimeField name="publish-hour" label={words.laterHour} value={hour()} onInput={setHour} />
        </div>
      </Show>
      <div class="actions">
        <Button type="submit" icon="check" disabled={props.busy}>
          {props.busy ? words.publishing : isLater() ? words.schedule : words.publish}
        </Button>
      </div>
    </form>
  );
}

/** Of Paris, whatever the clock of the device; null when it is no moment. */
function momentOf(date: string, hour: string): string | null {
  const minute = parseMinute(hour);
  if (date === '' || minute === null) return null;
  return new Date(toInstant({ date, minute })).toISOString();
}
