// What a hire costs, by its length.

import { Index } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import type { Fare } from './fare-fields.tsx';
import { MoneyField } from './money-field.tsx';
import { NumberField } from './number-field.tsx';

export type PeriodFieldsProps = {
  name: string;
  fare: Fare<'period'>;
  onChange: (fare: Fare<'period'>) => void;
};

export function PeriodFields(props: PeriodFieldsProps) {
  const { text } = usePage();
  const words = text.editor.fares;
  const put = (options: Fare<'period'>['options']) => props.onChange({ ...props.fare, options });
  const set = (index: number, change: Partial<{ hours: number; cents: number }>) =>
    put(props.fare.options.map((each, at) => (at === index ? { ...each, ...change } : each)));
  return (
    <>
      <Index each={props.fare.options}>
        {(option, index) => (
          <div class="editor-list-row">
            <NumberField
              label={words.hours(index + 1)}
              name={`${props.name}-hours-${index}`}
              min={1}
              max={24 * 366}
              value={option().hours}
              onChange={(hours) => hours !== null && set(index, { hours })}
            />
            <MoneyField
              label={words.periodPrice(index + 1)}
              name={`${props.name}-price-${index}`}
              cents={option().cents}
              onChange={(cents) => cents !== null && set(index, { cents })}
            />
            <Button
              look="quiet"
              icon="close"
              label={text.editor.removeItem(words.hours(index + 1))}
              onClick={() => put(props.fare.options.filter((_, at) => at !== index))}
            >
              {text.editor.remove}
            </Button>
          </div>
        )}
      </Index>
      <Button look="quiet" onClick={() => put([...props.fare.options, { hours: 24, cents: 500 }])}>
        {words.addPeriod}
      </Button>
    </>
  );
}
