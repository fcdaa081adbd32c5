// Is an edit that was acknowledged still there, once, after the server was killed? The drill is longer.

import { expect, test } from 'vitest';
import { drillEdits } from '#tests/drills/kill-while-writing.ts';
import { availableKinds } from '#tests/support/database.ts';

test.each(availableKinds('edits under kill -9'))(
  'a server killed while people write loses and doubles nothing, %s database',
  { timeout: 300_000 },
  async (kind) => {
    const outcome = await drillEdits({ kind, edits: 30, kills: 1, tell: () => {} });
    expect(outcome.faults).toEqual([]);
    expect(outcome.kills).toBe(1);
    expect(outcome.acknowledged).toBeGreaterThanOrEqual(30);
  },
);
