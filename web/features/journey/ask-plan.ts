// What the journey page knows, and how it asks the API for the ways there and back.

import type { EntryDetail } from '#domain/directory/directory.ts';
import type { Insee, PlaceKey } from '#domain/territory/territory.ts';
import type { Api, JourneyAnswer } from '#web/lib/api.ts';
import { isRefused } from '#web/lib/api-failure.ts';
import type { Answers } from '#web/lib/personal-answers.ts';
import type { JourneyQuery } from './journey-query.ts';

export type JourneyData = {
  entry: Pick<EntryDetail, 'id' | 'name' | 'title' | 'communeName' | 'phone' | 'demonstration'>;
  from: { key: PlaceKey; insee: Insee; name: string } | null;
  query: JourneyQuery;
  answers: Answers;
  plan: JourneyAnswer | null;
  /** `refused`: the API did not accept this appointment. */
  problem: 'refused' | null;
};

/** On the server for the first view, in the browser when answers change. */
export async function askPlan(
  api: Api,
  entryId: string,
  fromKey: PlaceKey,
  query: JourneyQuery,
  answers: Answers,
): Promise<Pick<JourneyData, 'plan' | 'problem'>> {
  try {
    const plan = await api.planJourney({
      from: { insee: fromKey },
      to: { entryId },
      appointment: query.appointment,
      mode: query.mode,
      profile: answers.profile,
      needs: answers.needs,
      // In the browser it is the same search again.
      counted: import.meta.env.SSR && !query.assumed,
      ...(query.need === null ? {} : { need: query.need }),
    });
    return { plan, problem: null };
  } catch (error) {
    if (!isRefused(error)) throw error;
    // A need that is no more, in an address kept for long, is no reason to refuse the trip.
    if (query.need === null) return { plan: null, problem: 'refused' };
    return askPlan(api, entryId, fromKey, { ...query, need: null }, answers);
  }
}
