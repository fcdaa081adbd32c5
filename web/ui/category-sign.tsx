// The symbol of a kind of care, the same in a list as on the map. The word beside it says it all.

import type { Category } from '#domain/directory/directory.ts';
import { categorySymbol, SYMBOL_STROKE_WIDTH } from './category-symbol.ts';

export type CategorySignProps = { category: Category; class?: string };

export function CategorySign(props: CategorySignProps) {
  const symbol = () => categorySymbol(props.category);
  return (
    <svg
      class={`symbol symbol-${symbol().family} ${props.class ?? ''}`}
      viewBox="-1 -1 30 30"
      aria-hidden="true"
    >
      <path class="symbol-outline" d={symbol().outline} />
      <path class="symbol-drawing" d={symbol().drawing} stroke-width={SYMBOL_STROKE_WIDTH} />
    </svg>
  );
}
