// Several threads read a file as one does: same rows, same refusals, same order, same faults.

import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readInThreads, threadsFor } from '#seeds/pipeline/read-in-threads.ts';
import type { ImportFile, Reject } from '#seeds/pipeline/source.ts';
import { readPlus, type StructuresRead } from '#seeds/sources/finess/read-structures.ts';
import { legalOf, siteOf } from '#tests/seeds/finess-fixture.ts';

/** Given as small chunks, so that they make many blocks. */
function chunked(name: string, text: string): ImportFile {
  const bytes = Buffer.from(text);
  function* chunks(): Generator<Buffer> {
    for (let at = 0; at < bytes.length; at += 5_000) yield bytes.subarray(at, at + 5_000);
  }
  return {
    name,
    byteCount: bytes.length,
    sha256: '',
    path: null,
    open: () => Readable.from(chunks()),
  };
}

/** What is understood, up to the fault if there is one. */
async function readStructures(text: string, threads: number) {
  const read: StructuresRead = { siteCount: 0, generatedOn: null };
  const rejects: Reject[] = [];
  let lines = '';
  let fault: unknown = null;
  try {
    const context = {
      file: chunked('finess.json', text),
      reject: (refused: Reject) => void rejects.push(refused),
      onProgress: () => undefined,
    };
    for await (const bytes of readPlus(context, read, threads)) lines += Buffer.from(bytes);
  } catch (error) {
    fault = error;
  }
  return { lines, rejects, fault, ...read };
}

const structures = Array.from({ length: 60 }, (_, at) => {
  const number = (site: number): string => `16${String(at).padStart(4, '0')}${site}11`;
  return legalOf([
    siteOf(at % 7 === 0 ? 'not a number' : number(1)),
    siteOf(number(2), at % 5 === 0 ? { etatObjet: 'Z' } : {}),
  ]);
});
const document = JSON.stringify({ generatedAt: '2026-09-05', pmej: structures }, null, 2);

describe('FINESS+ read in threads', () => {
  it('gives the rows, the refusals and their order of a plain reading', async () => {
    const plain = await readStructures(document, 0);
    expect(plain.fault).toBe(null);
    expect(plain).toMatchObject({ siteCount: 120, generatedOn: '2026-09-05' });
    expect(plain.rejects).toHaveLength(9 + 12);
    expect(plain.lines.split('\n')).toHaveLength(60 + 120 - 21 + 1);
    for (const threads of [1, 2]) expect(await readStructures(document, threads)).toEqual(plain);
  });

  it.each([
    ['an element that is no JSON', document.replace('"etatObjet": "Z"', '"etatObjet": Z')],
    ['a document cut short', document.slice(0, -document.length / 3)],
    [
      'an element that is no JSON before the cut',
      document.replace('"etatObjet": "Z"', '"etatObjet": Z').slice(0, -document.length / 3),
    ],
    ['a brace too many', `${document}}`],
  ])('says the same of %s', async (_, text) => {
    const plain = await readStructures(text, 0);
    expect(plain.fault).toMatchObject({ code: 'bad_import' });
    const threaded = await readStructures(text, 2);
    expect(String(threaded.fault)).toBe(String(plain.fault));
    expect(threaded).toMatchObject({ fault: { code: 'bad_import' }, rejects: plain.rejects });
  });
});

describe('threads that read', () => {
  async function* blocks(): AsyncGenerator<{ at: number }> {
    for (let at = 0; at < 10; at++) yield { at };
  }
  async function read(entry: string): Promise<unknown[]> {
    const answers: unknown[] = [];
    const reading = readInThreads(blocks(), {
      entry: new URL(`data:text/javascript,${encodeURIComponent(entry)}`),
      reader: () => (): unknown => null,
      start: null,
      threads: 2,
    });
    for await (const answer of reading) answers.push(answer);
    return answers;
  }

  it('answer in the order of the blocks, whichever is ready first', async () => {
    const answers = await read(`
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ at }) =>
        setTimeout(() => parentPort.postMessage({ answer: at }), at % 2 === 0 ? 20 : 0));`);
    expect(answers).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('end the reading when one of them stops', async () => {
    await expect(read('process.exit(3)')).rejects.toThrow('ended with 3');
    await expect(read('throw new Error("no")')).rejects.toThrow('stopped');
  });

  it('are not started for a small file', () => {
    expect(threadsFor({ byteCount: 1_000_000 })).toBe(0);
  });
});
