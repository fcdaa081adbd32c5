// Something to press: a button, or a link that looks like one.

import type { JSX } from 'solid-js';
import { Show } from 'solid-js';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

/** `main`: the one thing to do here; `quiet`: another way; `plain`: reads as a link. */
type ButtonLook = 'main' | 'quiet' | 'plain';

export type ButtonProps = {
  look?: ButtonLook;
  icon?: IconName;
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  disabled?: boolean;
  class?: string;
  label?: string;
  pressed?: boolean;
  expanded?: boolean;
  onClick?: (event: MouseEvent) => void;
  children: JSX.Element;
};

export function Button(props: ButtonProps) {
  return (
    <button
      type={props.type ?? 'button'}
      class={`button button-${props.look ?? 'main'} ${props.class ?? ''}`}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      aria-label={props.label}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      onClick={(event) => props.onClick?.(event)}
    >
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.children}
    </button>
  );
}

export type LinkButtonProps = {
  href: string;
  look?: ButtonLook;
  icon?: IconName;
  /** What a screen reader says when the words alone do not tell links apart. */
  label?: string;
  class?: string;
  onClick?: (event: MouseEvent) => void;
  children: JSX.Element;
};

export function LinkButton(props: LinkButtonProps) {
  return (
    <a
      href={props.href}
      class={`button button-${props.look ?? 'quiet'} ${props.class ?? ''}`}
      aria-label={props.label}
      onClick={(event) => props.onClick?.(event)}
    >
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.children}
    </a>
  );
}
