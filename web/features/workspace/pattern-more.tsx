// More of one way of working, for who wants more: how long its rides take, and the margins they leave.

import type { TravelPattern } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { NumberField } from './number-field.tsx';

export type PatternMoreProps = {
  name: string;
  pattern: TravelPattern;
  onChange: (change: Partial<TravelPattern>) => void;
};

const PERCENT = 100;
const SECONDS = 60;

export function PatternMore(props: PatternMoreProps) {
  const { text } = usePage();
  const words = text.editor.more.pattern;
  return (
    <Disclosure summary={words.summary}>
      <div class="editor-list">
        <NumberField
          label={words.durationFactor}
          hint={words.durationFactorHint}
          name={`${props.name}-duration-factor`}
          min={10}
          max={20 * PERCENT}
          value={Math.round(props.pattern.durationFactor * PERCENT)}
          onChange={(percent) =>
            percent !== null && props.onChange({ durationFactor: percent / PERCENT })
          }
        />
        <NumberField
          label={words.durationOffset}
          hint={words.durationOffsetHint}
          name={`${props.name}-duration-offset`}
          min={0}
          max={600}
          value={Math.round(props.pattern.durationOffsetSeconds / SECONDS)}
          onChange={(minutes) =>
            minutes !== null && props.onChange({ durationOffsetSeconds: minutes * SECONDS })
          }
        />
        <NumberField
          label={words.margin}
          hint={words.marginHint}
          name={`${props.name}-margin`}
          min={0}
          max={600}
          value={props.pattern.transferMarginMinutes}
          onChange={(minutes) =>
            minutes !== null && props.onChange({ transferMarginMinutes: minutes })
          }
        />
      </div>
    </Disclosure>
  );
}
