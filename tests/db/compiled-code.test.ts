// Does Node keep compiled WebAssembly, whose freeing can abort a process with several threads?

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEST_CACHE_FOLDER } from '#tests/support/database.ts';

const SCRIPT = join(import.meta.dirname, '../support/open-and-close.ts');

let dataFolder = '';

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'voisoin-'));
});

afterEach(() => rm(dataFolder, { recursive: true, force: true }));

/** What V8 says of the WebAssembly it frees while a process opens the embedded database and closes it. */
async function traceFreeing(): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--stress-wasm-code-gc', '--trace-wasm-code-gc', SCRIPT, dataFolder, TEST_CACHE_FOLDER],
    { maxBuffer: 2 ** 24 },
  );
  return stdout;
}

describe('compiled WebAssembly', () => {
  it('is no longer freed once a process has the thread of its database', async () => {
    const trace = await traceFreeing();
    expect(trace).toContain('closed');
    // Isolate 0 is the main thread, alone while it reads its own modules.
    expect(trace).not.toMatch(/Isolate [1-9]\d* reporting/);
  });
});
