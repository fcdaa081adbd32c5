// For a list of results: the first ways to each, for one appointment.

import type { Appointment, JourneyPlan, JourneySummary } from '#domain/journey/journey.ts';
import { answerPlaces } from './answer-places.ts';
import type { SummariesBody } from './contract.ts';
import type { JourneyTools } from './journey-deps.ts';

export type SummariesAnswer = {
  appointment: Appointment;
  /** True when none was given: the example of `defaultAppointment`. */
  assumed: boolean;
  /** Entries that are unknown are absent. */
  byEntry: Readonly<
    Record<
      string,
      {
        summaries: readonly JourneySummary[];
        drive: JourneyPlan['drive'];
        crowMeters: number;
      }
    >
  >;
  /** Known entries whose ways were not computed in time. */
  leftOut: readonly string[];
};

export async function summarizeJourneys(
  deps: JourneyTools,
  { fromInsee, entryIds, appointment, mode }: SummariesBody,
): Promise<SummariesAnswer> {
  const answer = await answerPlaces(deps, {
    from: { insee: fromInsee },
    places: [...new Set(entryIds)].map((entryId) => ({ entryId })),
    appointment,
    mode,
    profile: {},
    needs: [],
    answer: 'summary',
  });
  const byEntry = answer.places.flatMap(({ entryId, summaries, drive, crowMeters }) =>
    entryId === null ? [] : [[entryId, { summaries, drive, crowMeters }] as const],
  );
  return {
    appointment: answer.appointment,
    assumed: answer.assumed,
    byEntry: Object.fromEntries(byEntry),
    leftOut: answer.leftOut.flatMap(({ entryId, reason }) =>
      entryId === null || reason === 'unknown_entry' ? [] : [entryId],
    ),
  };
}
