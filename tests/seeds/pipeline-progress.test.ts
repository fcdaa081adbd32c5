import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { progressLine, showProgress } from '#seeds/pipeline/progress.ts';

/** An output that keeps what it is told, and a clock set by hand. */
function createOutput(isTTY: boolean) {
  const written: string[] = [];
  const time = { now: 0 };
  return {
    time,
    written,
    output: { isTTY, columns: 60, write: (text: string) => written.push(text) },
    clock: () => time.now,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the progress of an import', () => {
  it('says each step once where there is no terminal', () => {
    const { output, clock, written } = createOutput(false);
    const { onProgress, end } = showProgress(output, { clock });
    for (let done = 0; done < 100; done++) onProgress({ step: 'lecture', done, total: 100 });
    onProgress({ step: 'contrôles' });
    end();
    expect(written).toEqual(['… lecture\n', '… contrôles\n']);
  });

  it('is redrawn at most five times a second, within the width, and ends each step on its line', () => {
    const { output, clock, time, written } = createOutput(true);
    const { onProgress, end } = showProgress(output, { clock, byteCount: 1_000 });
    for (; time.now < 2_000; time.now += 1) {
      onProgress({ step: 'lecture', done: time.now / 2, total: 1_000 });
    }
    expect(written.length).toBeLessThanOrEqual(10);
    expect(written.length).toBeGreaterThanOrEqual(9);
    for (const text of written) {
      expect(text.startsWith('\r\u001b[2K')).toBe(true);
      expect(text.length).toBeLessThanOrEqual(59 + 5);
    }
    onProgress({ step: 'contrôles' });
    end();
    expect(written.filter((text) => text.endsWith('\n'))).toEqual([
      '\r\u001b[2K✓ lecture  2 s\n',
      '\r\u001b[2K✓ contrôles  0 s\n',
    ]);
  });

  it('goes on counting seconds while a step says nothing', () => {
    const { output, clock, time, written } = createOutput(true);
    const { onProgress, end } = showProgress(output, { clock });
    onProgress({ step: 'mise en service' });
    time.now = 7_000;
    vi.advanceTimersByTime(1_000);
    expect(written.at(-1)).toContain('mise en service  7 s');
    end();
    vi.advanceTimersByTime(5_000);
    expect(written.at(-1)).toContain('✓ mise en service');
  });

  it('says the share, the rate and the time that remains', () => {
    const half = { step: 'lecture', done: 50_000_000, total: 100_000_000 };
    expect(progressLine(half, 10_000, 100_000_000)).toBe(
      'lecture  [████████████░░░░░░░░░░░░] 50 %  5 Mo/s  reste 10 s',
    );
    expect(progressLine({ step: 'lignes', done: 30, total: 120 }, 60_000, null)).toBe(
      'lignes  [██████░░░░░░░░░░░░░░░░░░] 25 %  1 par seconde  reste 3 min 0 s',
    );
    expect(progressLine({ step: 'lignes', done: 30, total: null }, 10_000, 9)).toBe(
      'lignes  30  3 par seconde',
    );
    expect(progressLine({ step: 'lignes', done: 0, total: 10 }, 0, null)).toContain('0 %');
    expect(progressLine({ step: 'lignes', done: 0, total: 0 }, 0, null)).toContain('lignes  0');
  });
});
