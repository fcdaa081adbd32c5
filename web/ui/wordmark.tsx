// Our mark: two neighbouring houses under one roof line, whose valley is the V of the name.

export type WordmarkProps = { href: string; name: string; tagline: string };

export function Wordmark(props: WordmarkProps) {
  return (
    <a class="wordmark" href={props.href}>
      <Mark />
      <span>
        {props.name}
        <small>{props.tagline}</small>
      </span>
    </a>
  );
}

export function Mark() {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true">
      <path
        fill="currentColor"
        d="M2.500 19.800 11.700 9.600a2.400 2.400 0 0 1 3.600 0L20 14.900l4.700-5.300a2.400 2.400 0 0 1 3.600 0l9.200 10.200a1.500 1.500 0 0 1-1.100 2.500H35V33a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V22.300H3.600a1.500 1.500 0 0 1-1.100-2.500z"
      />
      <path class="mark-hollow" d="M20 18.400l4.600 5.100V35h-9.200V23.500z" />
      <path
        fill="currentColor"
        d="M18.600 24.600h2.800v2.700h2.700v2.800h-2.700v2.700h-2.800v-2.700h-2.700v-2.800h2.700z"
      />
    </svg>
  );
}
