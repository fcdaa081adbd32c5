// How far is the import? A line redrawn in a terminal, a line a step elsewhere.

import type { Progress } from '#seeds/pipeline/source.ts';

const REDRAW_MS = 200;
const BAR_CELLS = 24;
const CLEAR_LINE = '\r\u001b[2K';

/** What `process.stdout` offers. */
export type Output = { isTTY?: boolean; columns?: number; write: (text: string) => unknown };

export type ShownProgress = {
  onProgress: (progress: Progress) => void;
  /** Ends the line being drawn, so that what follows starts on its own. */
  end: () => void;
};

/** `byteCount`: a step whose total is this counts bytes, and its rate is said in Mo/s. */
export function showProgress(
  output: Output,
  { clock, byteCount = null }: { clock: () => number; byteCount?: number | null },
): ShownProgress {
  if (output.isTTY !== true) return showSteps(output);
  let current: Progress | null = null;
  let startedAt = 0;
  let drawnAt = 0;
  const draw = () => {
    if (current === null) return;
    drawnAt = clock();
    const text = progressLine(current, drawnAt - startedAt, byteCount);
    output.write(CLEAR_LINE + text.slice(0, Math.max(20, (output.columns ?? 80) - 1)));
  };
  const timer = setInterval(draw, 1_000);
  timer.unref();
  const finishStep = () => {
    if (current === null) return;
    const seconds = saidDuration(clock() - startedAt);
    output.write(`${CLEAR_LINE}✓ ${current.step}  ${seconds}\n`);
    current = null;
  };
  return {
    onProgress: (progress) => {
      const isNew = progress.step !== current?.step;
      if (isNew) {
        finishStep();
        startedAt = clock();
      }
      current = progress;
      if (isNew || clock() - drawnAt >= REDRAW_MS) draw();
    },
    end: () => {
      clearInterval(timer);
      finishStep();
    },
  };
}

function showSteps(output: Output): ShownProgress {
  let step = '';
  return {
    onProgress: (progress) => {
      if (progress.step === step) return;
      step = progress.step;
      output.write(`… ${step}\n`);
    },
    end: () => undefined,
  };
}

/** « lecture  [██████░░░░░░] 52 %  38,2 Mo/s  reste 12 s » */
export function progressLine(
  { step, done, total }: Progress,
  elapsedMs: number,
  byteCount: number | null,
): string {
  if (done === undefined) return `${step}  ${saidDuration(elapsedMs)}`;
  const seconds = Math.max(elapsedMs, 1) / 1000;
  const isBytes = byteCount !== null && total === byteCount;
  const rate = isBytes
    ? `${(done / seconds / 1e6).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} Mo/s`
    : `${Math.round(done / seconds).toLocaleString('fr-FR')} par seconde`;
  if (total === undefined || total === null || total <= 0) {
    return `${step}  ${done.toLocaleString('fr-FR')}  ${rate}`;
  }
  const share = Math.min(1, Math.max(0, done / total));
  const cells = Math.round(share * BAR_CELLS);
  const bar = '█'.repeat(cells) + '░'.repeat(BAR_CELLS - cells);
  const rest = share === 0 ? '' : `  reste ${saidDuration((elapsedMs * (1 - share)) / share)}`;
  return `${step}  [${bar}] ${Math.floor(share * 100)} %  ${rate}${rest}`;
}

function saidDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
