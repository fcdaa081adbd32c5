// Are the messages of the wire protocol cut where they end, however they come?

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatcher, keepLastReady } from '#db/embedded/frames.ts';

function message(type: string, body: string): Buffer {
  const bytes = Buffer.alloc(5 + Buffer.byteLength(body));
  bytes.write(type, 0, 'latin1');
  bytes.writeUInt32BE(bytes.length - 1, 1);
  bytes.write(body, 5);
  return bytes;
}

const startup = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);
const ready = (status: string) => message('Z', status);

describe('batches', () => {
  it('are the same whatever the pieces they come in', () => {
    const whole = Buffer.concat([
      startup,
      message('Q', 'select 1'),
      message('P', 'named'),
      message('B', 'x'.repeat(300)),
      message('S', ''),
      message('P', 'more'),
      message('H', ''),
      message('X', ''),
    ]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: whole.length })), (cuts) => {
        const batcher = createBatcher();
        const ends = [...new Set([...cuts, whole.length])].sort((a, b) => a - b);
        const batches = ends.flatMap((end, i) => batcher(whole.subarray(ends[i - 1] ?? 0, end)));
        expect(Buffer.concat(batches.map(({ bytes }) => bytes))).toEqual(whole);
        expect(batches.map(({ readyCount }) => readyCount)).toEqual([1, 1, 1, 0, 0]);
        expect(batches.map(({ terminates }) => terminates)).toEqual([
          false,
          false,
          false,
          false,
          true,
        ]);
      }),
    );
  });
});

describe('the « ready » of an answer', () => {
  it('is the last one when an error said it once more', () => {
    const error = message('E', 'division by zero');
    const answer = Buffer.concat([message('1', ''), error, ready('I'), ready('T')]);
    expect(keepLastReady(answer, 1)).toEqual(Buffer.concat([message('1', ''), error, ready('T')]));
  });

  it('stays when it is alone, and goes when none was asked for', () => {
    const answer = Buffer.concat([message('C', 'SELECT 1'), ready('I')]);
    expect(keepLastReady(answer, 1)).toEqual(answer);
    expect(keepLastReady(answer, 0)).toEqual(message('C', 'SELECT 1'));
    expect(keepLastReady(Buffer.alloc(0), 0)).toEqual(Buffer.alloc(0));
  });
});
