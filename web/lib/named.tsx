// Names and texts of the directory are French whatever the language of the page: said so to those who
// listen. A whole element takes `lang={dataLang}`; a name inside a sentence is marked by `Named`.

import { For } from 'solid-js';
import { usePage } from './page-context.ts';

export type NamedProps = {
  /** A sentence in the language of the page. */
  said: string;
  /** What of it comes from the directory; null for what is not known. */
  names: readonly (string | null | undefined)[];
};

export function Named(props: NamedProps) {
  const { dataLang } = usePage();
  if (dataLang === undefined) return <>{props.said}</>;
  return (
    <For each={splitAtNames(props.said, props.names)}>
      {(part, index) => (index() % 2 === 1 ? <span lang={dataLang}>{part}</span> : part)}
    </For>
  );
}

/** Words of the page at even places, names at odd ones, whatever their capitals. */
export function splitAtNames(said: string, names: NamedProps['names']): string[] {
  const known = names.flatMap((name) => name || []);
  if (known.length === 0) return [said];
  // The longest first: a name may begin like another.
  const longest = known.toSorted((a, b) => b.length - a.length);
  return said.split(new RegExp(`(${longest.map(escapeName).join('|')})`, 'i'));
}

function escapeName(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
