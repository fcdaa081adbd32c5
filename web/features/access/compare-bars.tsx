// From the worst to the best served tenth of people, and the mean: one line, on the scale of its neighbours.

const WIDTH = 240;
const HEIGHT = 28;
/** Room for the dot at both ends. */
const EDGE = 8;

export type CompareBarProps = {
  worst: number;
  best: number;
  mean: number;
  /** Threshold, drawn across; null: none. */
  hinge: number | null;
  /** End of the scale, shared by the territories compared. */
  most: number;
};

/** Every figure is in the table beside it: it says nothing to who does not see it. */
export function CompareBar(props: CompareBarProps) {
  const at = (value: number): number =>
    EDGE + ((WIDTH - 2 * EDGE) * Math.min(Math.max(value, 0), props.most)) / props.most;
  const from = () => at(Math.min(props.worst, props.best));
  const to = () => at(Math.max(props.worst, props.best));
  return (
    <svg class="compare-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line class="compare-axis" x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {props.hinge !== null && props.hinge <= props.most && (
        <line
          class="compare-hinge"
          x1={at(props.hinge)}
          x2={at(props.hinge)}
          y1={2}
          y2={HEIGHT - 2}
        />
      )}
      <rect
        class="compare-range"
        x={from()}
        y={HEIGHT / 2 - 5}
        width={Math.max(to() - from(), 2)}
        height={10}
        rx={5}
      />
      <circle class="compare-dot" cx={at(props.mean)} cy={HEIGHT / 2} r={7} />
    </svg>
  );
}
