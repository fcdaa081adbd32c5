// What did the server say to a save: taken, too late, or refused?

import type { ApiReply } from '#web/lib/api.ts';
import type { SavedDraft, SaveOutcome } from './draft-store.ts';

export function readSaveOutcome({ status, body }: ApiReply): SaveOutcome {
  if (status === 200) return { kind: 'saved', revision: (body as SavedDraft).revision };
  if (status === 412) {
    const { current } = body as { current: SavedDraft };
    return { kind: 'stale', theirs: current };
  }
  if (status >= 500 || status === 429) return { kind: 'unreachable' };
  const { detail } = body as { detail?: string };
  return { kind: 'refused', message: detail ?? String(status) };
}
