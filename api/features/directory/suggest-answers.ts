// What may a person mean by these words: a need, or somebody by name?

import type { Stores } from '#api/runtime/stores.ts';
import type { Database } from '#db/database.ts';
import { suggestEntries } from '#db/queries/directory/suggest-entries.ts';
import { getPlace } from '#db/queries/territory/get-place.ts';
import type { NeedSuggestion } from '#domain/directory/directory.ts';
import { matchNeeds } from '#domain/directory/match-needs.ts';
import type { Insee } from '#domain/territory/territory.ts';

const MAX_NEEDS = 5;
const MAX_SUGGESTIONS = 8;

/** Needs first, then entries, nearest first when a commune is given (throws `not_found` on an unknown one). */
export async function suggestAnswers(
  db: Database,
  stores: Stores,
  text: string,
  insee: Insee | undefined,
): Promise<NeedSuggestion[]> {
  const needs = matchNeeds(text, stores.needs.current())
    .slice(0, MAX_NEEDS)
    .map(
      ({ need, matchedText }): NeedSuggestion => ({
        kind: 'need',
        id: need.id,
        label: need.label,
        matchedText,
      }),
    );
  const near = insee === undefined ? null : (await getPlace(db, insee)).point;
  const entries = await suggestEntries(db, { text, near, limit: MAX_SUGGESTIONS - needs.length });
  return [
    ...needs,
    ...entries.map(
      ({ id, name, title, communeName }): NeedSuggestion => ({
        kind: 'entry',
        id,
        name,
        title,
        communeName,
      }),
    ),
  ];
}
