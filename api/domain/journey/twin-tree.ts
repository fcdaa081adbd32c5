// How is one of many twins of a stop left out, without a path to each of the others?
//
// Where there are many they are gathered, so many together, and what gathers them in turn. A vehicle is
// boarded at its twin, and at all that gathers it; who changes walks to the widest, and around the twins a
// rule speaks of to narrower ones. Paths are then as many as rules, not as pairs of vehicles.

/** As few as this need not be gathered. */
const TOGETHER = 16;

/** Twins in order, then what gathers each `TOGETHER` of them, and so on up to a short list. */
export type TwinTree = { levels: readonly (readonly number[])[] };

/** `add` gives a number to one more gathering. */
export function gatherTwins(twins: readonly number[], add: () => number): TwinTree {
  const levels: number[][] = [[...twins]];
  for (let level = levels[0] ?? []; level.length > TOGETHER; ) {
    level = Array.from({ length: Math.ceil(level.length / TOGETHER) }, add);
    levels.push(level);
  }
  return { levels };
}

/** What gathers the twin at a place in the order, the narrowest first. */
export function gatheringsOf({ levels }: TwinTree, index: number): number[] {
  return levels
    .slice(1)
    .flatMap((level, above) => level[Math.floor(index / TOGETHER ** (above + 1))] ?? []);
}

/** Twins and gatherings that hold together all twins but those at these places. */
export function allBut({ levels }: TwinTree, left: ReadonlySet<number>): number[] {
  const top = levels.length - 1;
  let open = Array.from(levels[top] ?? [], (_, index) => index);
  const kept: number[] = [];
  for (let depth = top; depth >= 0; depth--) {
    const level = levels[depth] ?? [];
    const holding = new Set([...left].map((index) => Math.floor(index / TOGETHER ** depth)));
    const below = (levels[depth - 1] ?? []).length;
    const next: number[] = [];
    for (const index of open) {
      const number = level[index];
      if (number === undefined) continue;
      if (!holding.has(index)) kept.push(number);
      else {
        const end = Math.min(below, (index + 1) * TOGETHER);
        for (let child = index * TOGETHER; child < end; child++) next.push(child);
      }
    }
    open = next;
  }
  return kept;
}
