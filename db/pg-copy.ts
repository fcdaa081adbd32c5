// How are rows streamed into a table over the connection that holds the transaction?
// postgres.js never answers when a COPY fails after its last row, so this one speaks through `pg`.

import { once } from 'node:events';
import type { Connection, PoolClient, Submittable } from 'pg';
import type { CopyLines } from '#db/database.ts';

/** What `pg` offers a submitted query, and its types leave out. */
type CopyConnection = Connection & {
  stream: NodeJS.WritableStream & { writableNeedDrain: boolean };
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
  sendCopyFail: (message: string) => void;
};

/** Runs « copy … from stdin ». Rejects with the database's error, or with that of `chunks`. */
export function copyFrom(client: PoolClient, sql: string, chunks: CopyLines): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: unknown = null;
    const submittable: Submittable & Record<string, unknown> = {
      submit: (connection: Connection) => connection.query(sql),
      handleCopyInResponse: (connection: CopyConnection) => {
        send(connection, chunks, () => failure !== null).then(
          () => connection.endCopyFrom(),
          (error: unknown) => {
            failure ??= error;
            connection.sendCopyFail('the rows could not be read');
          },
        );
      },
      handleError: (error: Error) => {
        failure ??= error;
        // `pg` says nothing more of a query that failed.
        reject(failure);
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => {
        if (failure === null) resolve();
        else reject(failure);
      },
    };
    client.query(submittable);
  });
}

async function send(
  connection: CopyConnection,
  chunks: CopyLines,
  hasFailed: () => boolean,
): Promise<void> {
  for await (const chunk of chunks) {
    if (hasFailed()) return;
    if (chunk.length === 0) continue;
    connection.sendCopyFromChunk(bytesOf(chunk));
    if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
  }
}

function bytesOf(chunk: string | Uint8Array<ArrayBuffer>): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk);
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
