// What do the main thread and the thread of the embedded database say to each other?

export type WorkerData = { folder: string };

export type EmbeddedRequest = { id: number } & (
  | { kind: 'reset' }
  | { kind: 'protocol'; bytes: Uint8Array<ArrayBuffer>; readyCount: 0 | 1 }
  | { kind: 'copy'; sql: string; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'close' }
);

/** Reply 0 is said once, when the database is open. */
export type EmbeddedReply =
  | { id: number; kind: 'done' }
  | { id: number; kind: 'bytes'; bytes: Uint8Array<ArrayBuffer> }
  | { id: number; kind: 'failed'; failure: Failure };

/** What survives the way between threads: an error loses its fields on it. */
export type Failure = { message: string; code?: string; detail?: string };

export function toFailure(error: unknown): Failure {
  const { message, code, detail } = error as Partial<Failure>;
  return {
    message: message ?? String(error),
    ...(code === undefined ? {} : { code }),
    ...(detail === undefined ? {} : { detail }),
  };
}

export function toError({ message, ...fields }: Failure): Error {
  return Object.assign(new Error(message), fields);
}
