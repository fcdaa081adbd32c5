// Several threads read a file as one does: same rows, same refusals, same order, same faults.

import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { hashUnder, nameIdentifier } from '#seeds/pipeline/opposed-names.ts';
import { openPlainTable } from '#seeds/pipeline/plain-blocks.ts';
import { readInThreads, threadsFor } from '#seeds/pipeline/read-in-threads.ts';
import type { ImportFile, Reject } from '#seeds/pipeline/source.ts';
import { readPlus, type StructuresRead } from '#seeds/sources/finess/read-structures.ts';
import { DELIMITER, OPTIONAL_COLUMNS, RPPS_COLUMNS } from '#seeds/sources/rpps/columns.ts';
import { type ActivitiesRead, readActivities } from '#seeds/sources/rpps/read-activities.ts';
import { legalOf, siteOf } from '#tests/seeds/finess-fixture.ts';
import { type RppsRow, rppsText } from '#tests/seeds/rpps-rows.ts';

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

const PRACTICES = 400;

/** Persons of one to three rows, some cut between two blocks; refused ones among them, and two who oppose. */
function activityRows(): RppsRow[] {
  return Array.from({ length: PRACTICES }, (_, at): RppsRow[] => {
    const row: RppsRow = {
      'Identifiant PP': String(10_900_000_000 + (at % 390)),
      "Nom d'exercice": `Élan${at % 50}`,
      'Identifiant technique de la structure': `R${at}`,
    };
    const bad = { ...row, 'Code savoir-faire': 'SM99' };
    const other = { ...row, 'Code savoir-faire': 'SM38' };
    return at % 9 === 0 ? [row, bad, other] : at % 4 === 0 ? [row, other] : [row];
  }).flat();
}

const facts = {
  communes: {
    codes: new Map([['16020', { kind: 'here' as const, insee: '16020' }]]),
    otherCodes: 'unknown' as const,
    byName: new Map(),
    byPostcode: new Map(),
  },
  wanted: null,
  opposition: { secret: 's', hashes: new Set(opposedHashes()), withNumber: new Set<string>() },
};

function opposedHashes(): string[] {
  const hash = hashUnder('s');
  return [hash('rpps', '10900000010'), hash('name', nameIdentifier('Élan7', 'CAMILLE', '16390'))];
}

async function readProfessionals(text: string, threads: number) {
  const read: ActivitiesRead = {
    rowCount: 0,
    keptCount: 0,
    practiceCount: 0,
    isScattered: false,
    opposedCount: 0,
    opposedNames: [],
  };
  const rejects: Reject[] = [];
  const file = chunked('personne-activite.txt', text);
  const options = {
    delimiter: DELIMITER,
    columns: RPPS_COLUMNS,
    optional: OPTIONAL_COLUMNS,
  } as const;
  const table = await openPlainTable(file, options, () => undefined);
  const reading = readActivities(
    { file, reject: (refused) => void rejects.push(refused) },
    table,
    { ...facts, header: table.header },
    { read, threads },
  );
  let lines = '';
  for await (const bytes of reading) lines += Buffer.from(bytes);
  return { lines, rejects, read };
}

describe('the register of professionals read in threads', () => {
  const text = `\n\n${rppsText(activityRows())}cut|short\n`;

  it('gives the rows, the refusals, the counts and their order of a plain reading', async () => {
    const plain = await readProfessionals(text, 0);
    const lines = text.split('\n');
    expect(plain.read).toMatchObject({ rowCount: lines.length - 4, isScattered: true });
    expect(plain.read.opposedCount).toBeGreaterThan(2);
    expect(plain.lines.trimEnd().split('\n')).toHaveLength(plain.read.practiceCount);
    const refusedLines = lines.flatMap((line, at) => (/SM99|^cut/.test(line) ? [at + 1] : []));
    expect(plain.rejects.map(({ line }) => line)).toEqual(refusedLines);
    for (const threads of [1, 2]) expect(await readProfessionals(text, threads)).toEqual(plain);
  });

  it('gives one practice to a person whose rows stand in two blocks', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({
      'Code mode exercice': at < 59 ? 'L' : 'S',
    }));
    for (const threads of [0, 2]) {
      const { read } = await readProfessionals(rppsText(rows), threads);
      expect(read).toMatchObject({ keptCount: 60, practiceCount: 1, isScattered: false });
    }
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
