// Where do the messages of PostgreSQL's wire protocol start and end?

const TYPE_AND_LENGTH = 5;
const SYNC = 0x53;
const QUERY = 0x51;
const FLUSH = 0x48;
const TERMINATE = 0x58;
const READY = 0x5a;

/** A request the database can answer whole: `readyCount` is how many times it then says « ready ». */
export type Batch = { bytes: Buffer; readyCount: 0 | 1; terminates: boolean };

/** Cuts what the driver writes into batches; keeps an unfinished one until the rest comes. */
export function createBatcher(): (chunk: Buffer) => Batch[] {
  let pending: Buffer = Buffer.alloc(0);
  let started = false;
  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    const batches: Batch[] = [];
    let offset = 0;
    let batchStart = 0;
    const close = (readyCount: 0 | 1, terminates: boolean) => {
      batches.push({ bytes: pending.subarray(batchStart, offset), readyCount, terminates });
      batchStart = offset;
    };
    // The very first message, startup, has no type.
    if (!started) {
      if (pending.length < 4 || pending.length < pending.readUInt32BE(0)) return batches;
      offset = pending.readUInt32BE(0);
      started = true;
      close(1, false);
    }
    while (pending.length - offset >= TYPE_AND_LENGTH) {
      const type = pending[offset];
      const end = offset + 1 + pending.readUInt32BE(offset + 1);
      if (end > pending.length) break;
      offset = end;
      if (type === SYNC || type === QUERY) close(1, false);
      else if (type === FLUSH) close(0, false);
      else if (type === TERMINATE) close(0, true);
    }
    pending = pending.subarray(batchStart);
    return batches;
  };
}

/** After an error the embedded database says « ready » once too often: only the last one is true. */
export function keepLastReady(answer: Buffer, readyCount: 0 | 1): Buffer {
  const starts: number[] = [];
  for (let offset = 0; offset + TYPE_AND_LENGTH <= answer.length; ) {
    if (answer[offset] === READY) starts.push(offset);
    offset += 1 + answer.readUInt32BE(offset + 1);
  }
  const excess = starts.slice(0, starts.length - readyCount);
  if (excess.length === 0) return answer;
  const parts: Buffer[] = [];
  let from = 0;
  for (const start of excess) {
    parts.push(answer.subarray(from, start));
    from = start + 1 + answer.readUInt32BE(start + 1);
  }
  return Buffer.concat([...parts, answer.subarray(from)]);
}
