// How is a plan, which is made at once, made on times a road server answers later?

import type { RoadService } from '#api/runtime/road-service.ts';
import { answeredRoads, recordQuestions } from '#domain/journey/road-table.ts';
import type { RoadTimes } from '#domain/journey/road-times.ts';

/** Made on estimates, to know what it asks, then on the answers; once only when it asks nothing. */
export async function planOnAnswers<Plan>(
  service: RoadService,
  plan: (roads: RoadTimes) => Plan,
): Promise<Plan> {
  const { roads, asked } = recordQuestions();
  const onEstimates = plan(roads);
  const questions = asked();
  if (questions.length === 0) return onEstimates;
  return plan(answeredRoads(await service.answer(questions)));
}
