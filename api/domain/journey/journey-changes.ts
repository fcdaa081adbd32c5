// Nothing fits: what would make it possible? Planned again with one thing changed, never guessed.

import { composeWays, type PlanContext } from '#domain/journey/compose-ways.ts';
import type { JourneyChange, JourneyRequest, JourneySummary } from '#domain/journey/journey.ts';
import { rankOptions } from '#domain/journey/rank-options.ts';
import { summarizeOption } from '#domain/journey/summarize-option.ts';
import { addDays } from '#domain/time.ts';

const DAYS_AHEAD = 14;

export function journeyChanges(request: JourneyRequest, context: PlanContext): JourneyChange[] {
  const { appointment } = request;
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const date = addDays(appointment.date, ahead);
    const view = context.viewOf?.(date) ?? null;
    const asked = { ...request, appointment: { ...appointment, date } };
    const way = bestWay(asked, { ...context, view });
    if (way) return [{ kind: 'other_day', date, minute: appointment.minute, way }];
  }
  return [];
}

function bestWay(request: JourneyRequest, context: PlanContext): JourneySummary | null {
  const [best] = rankOptions(composeWays(request, context)).options;
  return best && best.tier <= 1 ? summarizeOption(best) : null;
}
