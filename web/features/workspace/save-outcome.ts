// What did the server say to a save: taken, too late, or refused?

import type { ApiReply } from '#web/lib/api.ts';
import type { SavedDraft, SaveOutcome } from './draft-store.ts';
import { readTrouble } from './save-trouble.ts';

export function readSaveOutcome({ status, body }: ApiReply): SaveOutcome {
  if (status === 200) return { kind: 'saved', revision: (body as SavedDraft).revision };
  const { current } = (body ?? {}) as { current?: SavedDraft };
  if (status === 412 && current !== undefined) return { kind: 'stale', theirs: current };
  const trouble = readTrouble(status, body);
  const passes = status >= 500 || status === 429;
  return passes ? { kind: 'unreachable', trouble } : { kind: 'refused', trouble };
}
