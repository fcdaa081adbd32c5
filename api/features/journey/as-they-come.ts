// Of several things computed at once, which ends first? Each is told as soon as it is known.

import { AppError } from '#domain/error.ts';

/** `out_of_time`: not computed when the time of the request was over; `failed`: a fault of ours. */
export type MissingReason = 'out_of_time' | 'failed';

export type Outcome<T> =
  | { index: number; value: T }
  | { index: number; missing: MissingReason; error: unknown };

/** In order of ending; `index` is that of the list. Ends when all have. */
export function asTheyCome<T>(tasks: readonly Promise<T>[]): AsyncGenerator<Outcome<T>> {
  const waiting = new Map<number, Promise<Outcome<T>>>(
    tasks.map((task, index) => [
      index,
      task.then(
        (value) => ({ index, value }),
        (error: unknown) => ({ index, missing: reasonOf(error), error }),
      ),
    ]),
  );
  return read(waiting);
}

async function* read<T>(waiting: Map<number, Promise<Outcome<T>>>): AsyncGenerator<Outcome<T>> {
  while (waiting.size > 0) {
    const outcome = await Promise.race(waiting.values());
    waiting.delete(outcome.index);
    yield outcome;
  }
}

function reasonOf(error: unknown): MissingReason {
  return error instanceof AppError && error.code === 'unavailable' ? 'out_of_time' : 'failed';
}
