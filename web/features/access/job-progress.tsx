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

const EVERY_MS = 3_000;

export function JobProgress(props: JobProgressProps) {
  const { text, api, format } = usePage();
  const words = text.access.job;
  const [job, setJob] = createSignal(props.overview.job);
  const [isReady, setIsReady] = createSignal(false);
  const [nowMs, setNowMs] = createSignal(0);

  onMount(() => {
    if (!isGoing(job())) return;
    const timer = setInterval(() => void look(), EVERY_MS);
    onCleanup(() => clearInterval(timer));

    async function look(): Promise<void> {
      const found = await api.get<AccessOverview>(accessApi(props.territory)).catch(() => null);
      if (found === null) return;
      setNowMs(Date.now());
      setJob(found.job);
      if (isGoing(found.job)) return;
      clearInterval(timer);
      // Nothing moves under who reads: new figures show when asked for.
      setIsReady(found.computedAt !== props.overview.computedAt);
    }
  });

  const progress = () => {
    const current = job();
    return current === null || !isGoing(current) ? null : current;
  };
  const remaining = (current: AccessJob): string | null => {
    const minutes = minutesLeft(current, nowMs());
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

/** At the pace so far; null before a pace is known. */
export function minutesLeft(
  { state, startedAt, done, total }: Pick<AccessJob, 'state' | 'startedAt' | 'done' | 'total'>,
  nowMs: number,
): number | null {
  if (state !== 'running' || startedAt === null || done <= 0 || total <= done) return null;
  const spentMs = nowMs - Date.parse(startedAt);
  return spentMs <= 0 ? null : (spentMs * (total - done)) / done / 60_000;
}
