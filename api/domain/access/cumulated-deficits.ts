// Who lacks several professions at once?

/** One profession: access by place, and the access below which it is lacking. */
export type JudgedAccess = { access: Float64Array; threshold: number };

/** By place: how many of the professions given are below their threshold. */
export function cumulatedDeficits(judged: readonly JudgedAccess[], placeCount: number): Uint8Array {
  const counts = new Uint8Array(placeCount);
  for (const [number, { access, threshold }] of judged.entries()) {
    if (access.length !== placeCount) {
      throw new RangeError(
        `Deficits, profession ${number}: expected ${placeCount} places, received ${access.length}`,
      );
    }
    for (const [place, value] of access.entries()) {
      if (value < threshold) counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  return counts;
}

/** People by number of deficits, from none to all. */
export function peopleByDeficits(
  counts: Uint8Array,
  people: Float64Array,
  professionCount: number,
): Float64Array {
  const sums = new Float64Array(professionCount + 1);
  for (const [place, count] of counts.entries()) {
    sums[count] = (sums[count] ?? 0) + (people[place] ?? 0);
  }
  return sums;
}
