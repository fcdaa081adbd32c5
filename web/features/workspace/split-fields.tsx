// « D’autres heures certains jours » : which days, and they have hours of their own.

import { createSignal, For } from 'solid-js';
import type { TravelPattern } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { CheckField } from '#web/ui/text-field.tsx';
import { daysToSplit } from './split-days.ts';

export type SplitFieldsProps = {
  name: string;
  pattern: TravelPattern;
  onSplit: (days: readonly number[]) => void;
};

export function SplitFields(props: SplitFieldsProps) {
  const { text, format } = usePage();
  const words = text.editor.when;
  const [ticked, setTicked] = createSignal<readonly number[]>([]);
  const days = () => daysToSplit(props.pattern);
  const chosen = () => days().filter((day) => ticked().includes(day));
  const canSplit = () => chosen().length > 0 && chosen().length < days().length;
  const split = () => {
    const apart = chosen();
    setTicked([]);
    props.onSplit(apart);
  };
  return (
    <Disclosure summary={words.otherHours}>
      <fieldset class="editor-list">
        <legend>{words.otherHoursDays}</legend>
        <p class="field-hint">{words.otherHoursHint}</p>
        <div class="check-row">
          <For each={days()}>
            {(day) => (
              <CheckField
                label={text.rules.sentence(format.weekday(day))}
                name={`${props.name}-apart-${day}`}
                checked={ticked().includes(day)}
                onChange={(on) =>
                  setTicked(on ? [...ticked(), day] : ticked().filter((each) => each !== day))
                }
              />
            )}
          </For>
        </div>
        <Button look="quiet" disabled={!canSplit()} onClick={split}>
          {words.otherHoursGo}
        </Button>
      </fieldset>
    </Disclosure>
  );
}
