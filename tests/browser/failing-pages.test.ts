// What does a person read when a page fails while it is being written, and does the server live on?

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Told } from '#tests/support/failing-pages.ts';
import { fr } from '#web/i18n/fr.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BUILT = join(ROOT, 'web', 'dist', 'server', 'entry-server.js');

let told: Told[] = [];
let logged = '';
let exitCode: number | null = null;

beforeAll(async () => {
  if (!existsSync(BUILT)) throw new Error('The pages are not built: run `npm run build` first.');
  const script = join(ROOT, 'tests', 'support', 'failing-pages.ts');
  const child = spawn(process.execPath, [script, BUILT], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    logged += text;
  });
  [exitCode] = (await once(child, 'close')) as [number | null];
  told = said
    .split('\n')
    .filter((line) => line.startsWith('{"path"'))
    .map((line) => JSON.parse(line) as Told);
});

const of = (start: string) => told.find(({ path }) => path.startsWith(start));

describe('a page that fails while it is written', () => {
  it('says so where its content was awaited, when its head is gone already', () => {
    expect(of('/creneaux')).toMatchObject({
      status: 200,
      whole: true,
      headings: [fr.problem.failureTitle],
      phones: true,
    });
  });

  it('is answered as a failure when nothing was sent yet', () => {
    expect(of('/fiche')).toMatchObject({
      status: 500,
      whole: true,
      headings: [fr.problem.failureTitle],
      phones: true,
    });
  });

  it('is logged with its name, and leaves nothing running: the next page and the process go on', () => {
    expect(logged).toMatch(/slots/);
    expect(logged).toMatch(/entry/);
    expect(of('/a-propos')).toMatchObject({ status: 200, headings: [fr.common.ranking] });
    expect(exitCode).toBe(0);
  });
});
