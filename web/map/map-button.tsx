// A round-cornered button on the map: a sign to see, words to hear.

const SIGNS = {
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  all: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5M12 12h.01',
  locate: 'M12 18a6 6 0 1 0 0-12a6 6 0 0 0 0 12M12 2v4M12 18v4M2 12h4M18 12h4',
  arrows: 'M12 3v18M3 12h18M9 5.500l3-3l3 3M9 18.500l3 3l3-3M5.500 9l-3 3l3 3M18.500 9l3 3l-3 3',
  north: 'M12 20V4M5 11l7-7l7 7',
  south: 'M12 4v16M5 13l7 7l7-7',
  west: 'M20 12H4M11 5l-7 7l7 7',
  east: 'M4 12h16M13 5l7 7l-7 7',
  list: 'M9 6h12M9 12h12M9 18h12M4 6h.01M4 12h.01M4 18h.01',
  close: 'M5 5l14 14M19 5L5 19',
} as const;

export type MapButtonProps = {
  sign: keyof typeof SIGNS;
  label: string;
  /** Shows the words beside the sign. */
  wide?: boolean;
  expanded?: boolean;
  class?: string;
  onPress: () => void;
};

export function MapButton(props: MapButtonProps) {
  return (
    <button
      type="button"
      class={`map-button ${props.class ?? ''}`}
      aria-label={props.wide === true ? undefined : props.label}
      title={props.wide === true ? undefined : props.label}
      aria-expanded={props.expanded}
      onClick={() => props.onPress()}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={SIGNS[props.sign]} />
      </svg>
      {props.wide === true ? <span>{props.label}</span> : null}
    </button>
  );
}
