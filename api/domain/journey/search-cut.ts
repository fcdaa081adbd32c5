// How does a search stop when it takes too long, whatever it is in the middle of?

/** Asked now and then by those who search: true once there is no time left. The domain has no clock. */
export type IsOver = () => boolean;

/** Thrown out of a search that was stopped: what it had found is lost. */
export class SearchCut extends Error {
  override name = 'SearchCut';
}

export function stopWhenOver(isOver: IsOver | null | undefined): void {
  if (isOver?.() === true) throw new SearchCut('There is no time left to search.');
}

/** Once over, over for good; `wasCut` tells whether some search was stopped. */
export function watch(isOver: IsOver): { isOver: IsOver; wasCut: () => boolean } {
  let wasCut = false;
  return {
    isOver: () => {
      wasCut ||= isOver();
      return wasCut;
    },
    wasCut: () => wasCut,
  };
}
