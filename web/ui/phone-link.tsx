// A number to call: large, in the blocks one says aloud, one tap.

import { Icon } from './icon.tsx';

export type PhoneLinkProps = {
  /** As printed: « 05 45 98 00 00 ». */
  display: string;
  /** As dialled: +33545980000 or 15. */
  dial: string;
  /** Whole sentence for screen readers: « Appeler le 05 45 98 00 00, cabinet ». */
  label?: string;
  /** `button` fills a line on a phone; `text` stays in the sentence. */
  look?: 'button' | 'text';
};

export function PhoneLink(props: PhoneLinkProps) {
  return (
    <a
      class={props.look === 'text' ? 'phone phone-text' : 'phone phone-button'}
      href={`tel:${props.dial.replace(/[^+\d]/g, '')}`}
      aria-label={props.label}
    >
      <Icon name="phone" />
      <span>{spokenBlocks(props.display).replaceAll('\u00a0', ' ')}</span>
    </a>
  );
}

/** « 0545980000 » → « 05 45 98 00 00 »; a number already in blocks is kept as it is. */
export function spokenBlocks(display: string): string {
  const text = display.trim();
  const digits = text.replace(/[\s.]/g, '');
  const national = digits.startsWith('+33') ? `0${digits.slice(3)}` : digits;
  if (/^0\d{9}$/.test(national)) return national.replace(/(\d{2})(?=\d)/g, '$1\u00a0');
  return text.replace(/ /g, '\u00a0');
}
