// How is a task done when times by road come from another server? What it will ask is found first.

import type { PlannerTasks, RoadTask } from '#api/runtime/planner-messages.ts';
import type { PlannerSession } from '#api/runtime/planner-pool.ts';
import type { RoadService } from '#api/runtime/road-service.ts';

/** Null: no such server, the roads this program holds are searched. */
export async function runByRoads<Task extends RoadTask>(
  session: PlannerSession,
  roads: RoadService | null,
  task: Task,
): Promise<PlannerTasks[Task['name']]['answer']> {
  if (roads === null) return session.run(task);
  const questions = await session.run({ name: 'questions', of: task });
  const answers = await session.within(roads.answer(questions));
  return session.run({ ...task, roads: answers });
}
