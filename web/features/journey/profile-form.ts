// Which questions about the person are worth asking, and what a change of the trip answers to them.

import type { JourneyChange, JourneyPlan } from '#domain/journey/journey.ts';
import { needsWithCompanion } from '#domain/journey/with-companion.ts';
import type { Person } from '#domain/transport/person.ts';
import type { Answers } from '#web/lib/personal-answers.ts';

/** How many questions are open: those that change who may ride, and one for each offer to register with. */
export function questionCount(plan: JourneyPlan, { registrations = {} }: Person): number {
  const open = plan.registrations.filter(({ offerId }) => !Object.hasOwn(registrations, offerId));
  return plan.questions.length + open.length;
}

/**
 * The answers with what a change asks of the person; null when a change is of another sort. One who
 * should register is not registered yet.
 */
export function answersWith(answers: Answers, change: JourneyChange): Answers | null {
  const { profile, needs } = answers;
  if (change.kind === 'companion') {
    return { profile, needs: needsWithCompanion(needs) ?? needs };
  }
  if (change.kind !== 'proof') return null;
  const asked = new Set(change.way.eligibility.reasons.map(({ criterion }) => criterion.kind));
  const held: Person = {};
  if (profile.prescription === false && asked.has('prescription')) held.prescription = true;
  if (profile.disabilityCard === false && asked.has('disability_card')) held.disabilityCard = true;
  return Object.keys(held).length === 0 ? null : { profile: { ...profile, ...held }, needs };
}
