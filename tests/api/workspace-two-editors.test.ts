// Is what two people write at the same time the sum of what was accepted from each, in order, and nothing else?

import { asc } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DraftView, OfferView } from '#api/features/workspace/present-offer.ts';
import { findBrokenEntry } from '#db/queries/account/find-broken-entry.ts';
import { auditEntry } from '#db/schema/history.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import {
  type Ask,
  asker,
  type People,
  signInPeople,
  writeOrganizations,
} from '#tests/support/workspace-site.ts';

const ROOT = '/workspaces/mosc/offers';

let site: TestApp;
let people: People;
let ask: Ask;
beforeAll(async () => {
  site = await openTestApp({ now: { date: '2026-11-24', minute: 720 }, write: writeOrganizations });
  people = await signInPeople(site.database.db);
  ask = asker(site, people);
});
afterAll(() => site.close());

type Step = { who: 'publisher' | 'editor'; does: 'reads' | 'writes' };

const steps = fc.array(
  fc.record<Step>({
    who: fc.constantFrom('publisher', 'editor'),
    does: fc.constantFrom('reads', 'writes', 'writes'),
  }),
  { minLength: 5, maxLength: 25 },
);

test('two people who read and write in any order lose nothing that was accepted', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (played) => {
      const { body: made } = await ask<OfferView>('POST', ROOT, { body: { kind: 'taxi' } });
      const path = `${ROOT}/${made.id}`;
      const first = await ask<DraftView>('GET', `${path}/draft`);
      const seen = { publisher: first.body, editor: first.body };
      const accepted: string[] = [];
      for (const [rank, { who, does }] of played.entries()) {
        if (does === 'reads') {
          seen[who] = (await ask<DraftView>('GET', `${path}/draft`, { as: people[who] })).body;
          continue;
        }
        const { document, revision } = seen[who];
        const name = `${who} ${rank}`;
        const reply = await ask<DraftView & { current: DraftView }>('PUT', `${path}/draft`, {
          body: { ...document, offer: { ...document.offer, name } },
          etag: `"${revision}"`,
          as: people[who],
        });
        const isCurrent = revision === accepted.length + 1;
        expect(reply.status).toBe(isCurrent ? 200 : 412);
        if (isCurrent) accepted.push(name);
        // What is held is in the refusal: the next try begins from it.
        seen[who] = isCurrent ? reply.body : reply.body.current;
        expect(seen[who].revision).toBe(accepted.length + 1);
        expect(seen[who].document.offer.name).toBe(accepted.at(-1) ?? '');
      }
      const entries = await site.database.db
        .select()
        .from(auditEntry)
        .orderBy(asc(auditEntry.position));
      const saved = entries
        .filter(({ subjectId, action }) => subjectId === made.id && action === 'draft_saved')
        .map(
          ({ after }) =>
            (after as { changes: { fields: { after: string }[] } }).changes.fields[0]?.after,
        );
      expect(saved).toEqual(accepted);
    }),
    { numRuns: 25 },
  );
  expect((await findBrokenEntry(site.database.db)).broken).toBeNull();
});
