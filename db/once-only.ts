// How may closing be asked for twice, by a signal and by a failure, and happen once?

/** Every call gets the promise of the first. */
export function onceOnly(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= work();
    return running;
  };
}
