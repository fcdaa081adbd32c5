// What is a long computation, to who waits for it?

export const ACCESS_JOB_KINDS = ['indicators'] as const;
export type AccessJobKind = (typeof ACCESS_JOB_KINDS)[number];

export const ACCESS_JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type AccessJobState = (typeof ACCESS_JOB_STATES)[number];

const FIRST_RETRY_SECONDS = 300;
const LONGEST_RETRY_SECONDS = 6 * 3600;

/** What failed may have been out of reach for a while: it is tried again, less and less often. */
export const retryAfterSeconds = (failures: number): number =>
  Math.min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 4 ** (failures - 1));

/** `total` 0: not known yet. */
export type AccessJob = {
  id: string;
  territoryCode: string;
  kind: AccessJobKind;
  state: AccessJobState;
  done: number;
  total: number;
  message: string | null;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
};
