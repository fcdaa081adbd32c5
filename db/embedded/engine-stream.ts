// How does the `pg` driver reach the embedded database? As a socket whose other end is the engine.

import { Duplex } from 'node:stream';
import type { EmbeddedEngine } from '#db/embedded/engine.ts';
import { type Batch, createBatcher } from '#db/embedded/frames.ts';

/** Has the few methods of `net.Socket` that `pg` calls. */
export class EngineStream extends Duplex {
  readonly #engine: EmbeddedEngine;
  readonly #toBatches = createBatcher();

  constructor(engine: EmbeddedEngine) {
    super();
    this.#engine = engine;
    engine.onStop((error) => this.destroy(error));
  }

  connect(): this {
    this.#engine.ask({ kind: 'reset' }).then(
      () => this.emit('connect'),
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _writev(chunks: { chunk: Buffer }[], callback: (error?: Error | null) => void): void {
    const written = Buffer.concat(chunks.map(({ chunk }) => chunk));
    this.#send(this.#toBatches(written)).then(
      () => callback(),
      (error: Error) => callback(error),
    );
  }

  async #send(batches: readonly Batch[]): Promise<void> {
    for (const { bytes, readyCount, terminates } of batches) {
      if (terminates) {
        this.push(null);
        return;
      }
      const request = { kind: 'protocol', bytes: new Uint8Array(bytes), readyCount } as const;
      const reply = await this.#engine.ask(request);
      if (reply.kind === 'bytes') this.push(Buffer.from(reply.bytes.buffer));
    }
  }
}
