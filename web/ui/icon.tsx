// A symbol beside a word. It is decoration: the word says it all, so screen readers skip it.

import { ICON_PATHS, type IconName } from './icon-paths.ts';

export type IconProps = { name: IconName; class?: string };

export function Icon(props: IconProps) {
  return (
    <svg class={`icon ${props.class ?? ''}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICON_PATHS[props.name]} />
    </svg>
  );
}
