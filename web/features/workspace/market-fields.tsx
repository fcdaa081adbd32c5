// « Jours de marché » : the day and which of the month, in one gesture.

import { createSignal, For, Show } from 'solid-js';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { CheckField } from '#web/ui/text-field.tsx';
import { type CalendarFieldsProps, DAYS, RANKS, toggled } from './calendar-ticks.ts';
import { onlyMarketDays, withMarketDays } from './market-days.ts';

export function MarketFields(props: CalendarFieldsProps) {
  const { text, format, nowMs } = usePage();
  const words = text.editor.when.market;
  const [weekdays, setWeekdays] = createSignal<readonly number[]>([]);
  const [ranks, setRanks] = createSignal<readonly number[]>([]);
  const [way, setWay] = createSignal<'only' | 'also'>('only');
  const [said, setSaid] = createSignal('');
  const put = () => {
    const { calendar } = props;
    const market = { weekdays: weekdays(), ranks: ranks() };
    if (way() === 'only') {
      const next = onlyMarketDays(calendar, market);
      props.onChange(next);
      setSaid(words.isRule(text.rules.calendar(next)));
      return;
    }
    const from = localMoment(nowMs).date;
    const next = withMarketDays(calendar, market, { from, label: words.label });
    props.onChange(next);
    setSaid(words.added(next.exceptions.length - calendar.exceptions.length));
  };
  return (
    <Disclosure summary={words.title}>
      <div class="editor-fields">
        <p class="field-hint">{words.hint}</p>
        <fieldset class="editor-list">
          <legend>{words.weekdays}</legend>
          <div class="check-row">
            <For each={DAYS}>
              {(day) => (
                <CheckField
                  label={text.rules.sentence(format.weekday(day))}
                  name={`${props.name}-market-day-${day}`}
                  checked={weekdays().includes(day)}
                  onChange={(on) => setWeekdays(toggled(DAYS, weekdays(), day, on))}
                />
              )}
            </For>
          </div>
        </fieldset>
        <fieldset class="editor-list">
          <legend>{words.ranks}</legend>
          <p class="field-hint">{text.editor.when.ranksHint}</p>
          <div class="check-row">
            <For each={RANKS}>
              {(rank) => (
                <CheckField
                  label={text.editor.when.rank(rank)}
                  name={`${props.name}-market-rank-${rank}`}
                  checked={ranks().includes(rank)}
                  onChange={(on) => setRanks(toggled(RANKS, ranks(), rank, on))}
                />
              )}
            </For>
          </div>
        </fieldset>
        <RadioGroup
          legend={words.how}
          name={`${props.name}-market-way`}
          value={way()}
          options={(['only', 'also'] as const).map((value) => ({
            value,
            label: words.ways[value],
          }))}
          onChange={(value) => setWay(value === 'also' ? 'also' : 'only')}
        />
        <Show when={way() === 'also'}>
          <p class="field-hint">{words.alsoHint}</p>
        </Show>
        <Button look="quiet" disabled={weekdays().length === 0} onClick={put}>
          {words.go}
        </Button>
        <p role="status">{said()}</p>
      </div>
    </Disclosure>
  );
}
