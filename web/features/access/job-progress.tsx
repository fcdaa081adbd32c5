// A computation that runs: how far it is, how long still; and the figures once they are there.

import './job-progress.css';
import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import type { AccessJob } from '#domain/access/job.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { type AccessOverview, accessApi } from './access-data.ts';

export type JobProgressProps = {
  territory: string;
  overview: AccessOverview;
  /** Figures of before are on the page. */
  hasFigures: boolean;
};

type Seen = { id: string; atMs: number; done: number };

const OFTEN_MS = 3_000;
/** Before the first computation begins. */
const SELDOM_MS = 15_000;

export function JobProgress(props: JobProgressProps) {
  const { text, api, format } = usePage();
  const words = text.access.job;
  const [job, setJob] = createSignal(props.overview.job);
  const [isReady, setIsReady] = createSignal(false);
  const [nowMs, setNowMs] = createSignal(0);
  /** When the computation was first seen to run, and how far it was. */
  const [since, setSince] = createSignal<Seen | null>(null);

  onMount(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    let isComputed = props.overview.computedAt !== null;
    see(job());
    wait();
    onCleanup(() => {
      isGone = true;
      clearTimeout(timer);
    });

    function wait(): void {
      const isAwaited = isGoing(job()) || !isComputed;
      if (isGone || !isAwaited) return;
      timer = setTimeout(() => void look(), isGoing(job()) ? OFTEN_MS : SELDOM_MS);
    }

    async function look(): Promise<void> {
      const found = await api.get<AccessOverview>(accessApi(props.territory)).catch(() => null);
      // While nobody answers, nobody works either: the pace is taken again from there.
      if (found === null) setSince(null);
      else {
        see(found.job);
        setJob(found.job);
        isComputed = found.computedAt !== null;
        // Nothing moves under who reads: new figures show when asked for.
        if (!isGoing(found.job)) setIsReady(found.computedAt !== props.overview.computedAt);
      }
      wait();
    }
  });
  /** A computation that was taken up again begins anew. */
  function see(seen: AccessJob | null): void {
    const atMs = Date.now();
    setNowMs(atMs);
    const before = since();
    const isRunning = seen?.state === 'running';
    if (!isRunning) setSince(null);
    else if (before === null || before.id !== seen.id || seen.done < before.done) {
      setSince({ id: seen.id, atMs, done: seen.done });
    }
  }

  const progress = () => {
    const current = job();
    return current === null || !isGoing(current) ? null : current;
  };
  const remaining = (current: AccessJob): string | null => {
    const minutes = minutesLeft(current, since(), nowMs());
    return minutes === null ? null : words.remaining(format.duration(minutes));
  };
  return (
    <div class="job-progress no-print" role="status">
      <Show when={progress()}>
        {(current) => (
          <Notice icon="clock" title={words.title}>
            <p>{props.hasFigures ? words.again : words.first}</p>
            <Show when={current().total > 0} fallback={<progress aria-label={words.title} />}>
              <progress max={current().total} value={current().done} aria-label={words.title} />
            </Show>
            <p>
              {said(current())} <Show when={remaining(current())}>{(left) => left()}</Show>
            </p>
          </Notice>
        )}
      </Show>
      <Show when={job()?.state === 'failed'}>
        <Notice tone="warn">{words.failed}</Notice>
      </Show>
      <Show when={isReady()}>
        <Notice>
          <p>{words.done}</p>
          <Button look="quiet" onClick={() => location.reload()}>
            {words.reload}
          </Button>
        </Notice>
      </Show>
    </div>
  );

  function said(current: AccessJob): string {
    if (current.state === 'queued') return words.queued;
    return current.total === 0 ? words.starting : words.progress(current.done, current.total);
  }
}

function isGoing(job: AccessJob | null): boolean {
  return job !== null && (job.state === 'queued' || job.state === 'running');
}

/** At the pace since it was first seen: time when no server worked does not count. Null before a pace is known. */
export function minutesLeft(
  { state, done, total }: Pick<AccessJob, 'state' | 'done' | 'total'>,
  since: Pick<Seen, 'atMs' | 'done'> | null,
  nowMs: number,
): number | null {
  if (state !== 'running' || since === null || done <= since.done || total <= done) return null;
  const spentMs = nowMs - since.atMs;
  return spentMs <= 0 ? null : (spentMs * (total - done)) / (done - since.done) / 60_000;
}
