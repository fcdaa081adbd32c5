// Does a page that was opened too early say by itself that something is being computed, and how long still?

import { cleanup, render, screen } from '@solidjs/testing-library';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AccessJob } from '#domain/access/job.ts';
import type { AccessOverview } from '#web/features/access/access-data.ts';
import { JobProgress } from '#web/features/access/job-progress.tsx';
import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';
import { workspacePage } from './workspace-page.ts';

const words = fr.access.job;
const plain = (said: string | null | undefined) => said?.replace(/\s+/g, ' ') ?? '';
const shown = () => plain(screen.getByRole('status').textContent);

const job = (change: Partial<AccessJob>): AccessJob => ({
  ...{ id: 'a', territoryCode: 'essai', kind: 'indicators', state: 'running' },
  ...{ done: 0, total: 100, message: null, createdAt: '2026-11-27T10:00:00.000Z' },
  // Long ago: the server was down since.
  ...{ startedAt: '2026-11-20T10:00:00.000Z', endedAt: null },
  ...change,
});
const NOTHING = { computedAt: null, job: null };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Told at each reading, the last one for ever. */
function show(first: object, readings: readonly object[]) {
  let count = 0;
  const { state, asked } = workspacePage({
    'GET /api/access/essai': () => {
      const body = readings[Math.min(count, readings.length - 1)];
      count += 1;
      return { status: 200, body };
    },
  });
  render(() => (
    <PageContext.Provider value={state}>
      <JobProgress territory="essai" overview={first as AccessOverview} hasFigures={false} />
    </PageContext.Provider>
  ));
  return asked;
}

it('waits for the first computation, shows it, and says when figures are there', async () => {
  const asked = show(NOTHING, [
    NOTHING,
    { computedAt: null, job: job({ done: 10 }) },
    { computedAt: '2026-11-27T10:05:00.000Z', job: job({ state: 'done', done: 100 }) },
  ]);
  expect(shown()).toBe('');
  await vi.advanceTimersByTimeAsync(31_000);
  expect(shown()).toContain(plain(words.progress(10, 100)));
  await vi.advanceTimersByTimeAsync(4_000);
  expect(shown()).toContain(plain(words.done));
  const { length } = asked;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(length);
});

it('counts what remains from where it was seen, not from a start before the server stopped', async () => {
  show({ computedAt: null, job: job({ done: 50 }) }, [
    { computedAt: null, job: job({ done: 51 }) },
    { computedAt: null, job: job({ done: 52 }) },
  ]);
  await vi.advanceTimersByTimeAsync(6_500);
  // 2 in 6 seconds: 48 in 144.
  expect(shown()).toMatch(/encore 2 min environ|encore 3 min environ/);
});

it('asks nothing more of figures that are there while nothing is computed', async () => {
  const asked = show({ computedAt: '2026-11-20T10:00:00.000Z', job: null }, [NOTHING]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([]);
});
