// Something read from the database once, kept in memory, and read again when it changed there.

import { AppError } from '#domain/error.ts';

export type LiveValue<T> = {
  /** Throws `unavailable` before the first read has ended. */
  current: () => T;
  isReady: () => boolean;
  /** Reads again; calls made while one is under way share the next. The old value serves meanwhile. */
  reload: () => Promise<void>;
};

export function createLiveValue<T>(name: string, load: () => Promise<T>): LiveValue<T> {
  let value: { loaded: T } | null = null;
  let running: Promise<void> | null = null;
  let following: Promise<void> | null = null;

  async function read(): Promise<void> {
    try {
      value = { loaded: await load() };
    } finally {
      running = null;
    }
  }

  return {
    current() {
      if (value !== null) return value.loaded;
      throw new AppError('unavailable', `${name} is being read; try again in a few seconds.`);
    },
    isReady: () => value !== null,
    reload() {
      if (running === null) {
        running = read();
        return running;
      }
      following ??= running
        .catch(() => undefined)
        .then(() => {
          following = null;
          running = read();
          return running;
        });
      return following;
    },
  };
}
