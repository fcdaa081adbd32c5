// A sheet of paper that holds one thing.

import type { JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';

export type CardProps = {
  as?: 'article' | 'section' | 'div' | 'li';
  class?: string;
  id?: string;
  labelledBy?: string;
  children: JSX.Element;
};

export function Card(props: CardProps) {
  return (
    <Dynamic
      component={props.as ?? 'div'}
      class={`card ${props.class ?? ''}`}
      id={props.id}
      aria-labelledby={props.labelledBy}
    >
      {props.children}
    </Dynamic>
  );
}
