// How is a large file understood on every processor at once? This thread cuts it in blocks; others
// understand them; what they answer comes in the order of the blocks.

import '#db/keep-compiled-code.ts';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { AppError, type ErrorCode } from '#domain/error.ts';

/** What each thread makes of what it is told once: the way it answers a block. */
export type BlockReader<Start, Block, Answer> = (start: Start) => (block: Block) => Answer;

/**
 * `Block`, `Answer` and `Start` go from thread to thread: plain data. The arrays of bytes or numbers a
 * block or an answer holds are handed over, not copied: each must own its memory, and is gone here then.
 */
export type ThreadedReading<Start, Block, Answer> = {
  /** The file that calls `answerBlocks`. */
  entry: URL;
  /** The same reader, for this thread alone. */
  reader: BlockReader<Start, Block, Answer>;
  start: Start;
  /** 0: none but this one. */
  threads: number;
  /** Told of each block once it is answered: it comes back, and its memory with it. */
  onRead?: (block: Block) => void;
};

/** Under this, starting a thread costs more than it spares. */
const SMALL_BYTES = 8_000_000;
const MOST_THREADS = 2;
/** Each thread has blocks to go on with while its last answers are fetched, and the database takes its time. */
const BLOCKS_A_THREAD = 8;
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 48 };

/** On a machine of one processor: none. */
export function threadsFor({ byteCount }: { byteCount: number }): number {
  const processors = availableParallelism();
  return processors === 1 || byteCount < SMALL_BYTES ? 0 : Math.min(MOST_THREADS, processors);
}

/** An error is thrown once all blocks before it are answered. Blocks are taken as answers are. */
export async function* readInThreads<Start, Block extends object, Answer>(
  blocks: AsyncIterable<Block>,
  { entry, reader, start, threads, onRead }: ThreadedReading<Start, Block, Answer>,
): AsyncGenerator<Answer> {
  if (threads === 0) {
    const answer = reader(start);
    for await (const block of blocks) {
      yield answer(block);
      onRead?.(block);
    }
    return;
  }
  const told: Told<Start> = { start, givesBack: onRead !== undefined };
  const crew = Array.from({ length: threads }, () =>
    startThread<Block, Answer>(entry, told, onRead),
  );
  const waiting: Promise<Answer>[] = [];
  const source = blocks[Symbol.asyncIterator]();
  let turn = 0;
  /** Each in turn: blocks are about as long as each other. */
  const askNext = (block: Block): Promise<Answer> => {
    const thread = crew[turn++ % crew.length];
    return thread === undefined ? Promise.reject(new RangeError('No thread')) : thread.ask(block);
  };
  let end: { failed: boolean; error?: unknown } | null = null;
  try {
    for (;;) {
      while (end === null && waiting.length < threads * BLOCKS_A_THREAD) {
        try {
          const next = await source.next();
          if (next.done === true) end = { failed: false };
          else waiting.push(askNext(next.value));
        } catch (error) {
          end = { failed: true, error };
        }
      }
      const first = waiting.shift();
      if (first === undefined) break;
      yield await first;
    }
    if (end?.failed === true) throw end.error;
  } finally {
    await Promise.all(crew.map(({ stop }) => stop()));
    await source.return?.();
  }
}

/** Called by the file a thread starts on. */
export function answerBlocks<Start, Block extends object, Answer extends object>(
  reader: BlockReader<Start, Block, Answer>,
): void {
  if (isMainThread || parentPort === null) throw new Error('This file runs in a thread of its own');
  const port = parentPort;
  const { start, givesBack } = workerData as Told<Start>;
  const answerTo = reader(start);
  port.on('message', (block: Block) => {
    try {
      const answer = answerTo(block);
      const said = { answer, ...(givesBack ? { block } : {}) };
      const handed = [answer, ...(givesBack ? [block] : [])].flatMap(handedOver);
      port.postMessage(said satisfies FromThread<Block, Answer>, handed);
    } catch (error) {
      port.postMessage({ failure: described(error) } satisfies FromThread<Block, Answer>);
    }
  });
}

type Failure = { code: ErrorCode | null; message: string; stack: string };
/** `block`: the one it answers, given back. */
type FromThread<Block, Answer> = { answer: Answer; block?: Block } | { failure: Failure };
type Told<Start> = { start: Start; givesBack: boolean };

type Thread<Block, Answer> = {
  ask: (block: Block) => Promise<Answer>;
  stop: () => Promise<void>;
};

function startThread<Block extends object, Answer>(
  entry: URL,
  told: Told<unknown>,
  onRead?: (block: Block) => void,
): Thread<Block, Answer> {
  const worker = new Worker(entry, {
    workerData: told,
    name: 'voisoin-reading',
    execArgv: [],
    resourceLimits: LIMITS,
  });
  const asked: { resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = [];
  let stopped: unknown = null;
  const lose = (error: unknown): void => {
    stopped ??= error;
    for (const { reject } of asked.splice(0)) reject(stopped);
  };
  worker.on('message', (said: FromThread<Block, Answer>) => {
    const first = asked.shift();
    if ('failure' in said) {
      first?.reject(failureOf(said.failure));
      return;
    }
    if (said.block !== undefined) onRead?.(said.block);
    first?.resolve(said.answer);
  });
  worker.on('error', (cause) => lose(new Error('A reading thread stopped', { cause })));
  worker.on('exit', (code) => lose(new Error(`A reading thread ended with ${code}`)));
  return {
    ask: (block) => {
      const answer = new Promise<Answer>((resolve, reject) => {
        if (stopped !== null) return reject(stopped);
        asked.push({ resolve, reject });
        worker.postMessage(block, handedOver(block));
      });
      // It is heard of when its turn comes.
      answer.catch(() => undefined);
      return answer;
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}

function handedOver(message: object): ArrayBuffer[] {
  return Object.values(message).flatMap((value: unknown) =>
    ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}

function described(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: null, message: String(error), stack: '' };
  const code = error instanceof AppError ? error.code : null;
  return { code, message: error.message, stack: error.stack ?? '' };
}

function failureOf({ code, message, stack }: Failure): Error {
  const error = code === null ? new Error(message) : new AppError(code, message);
  error.stack = stack;
  return error;
}
