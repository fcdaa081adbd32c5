// Which questions about the person are worth asking, and what a change of the trip answers to them.

import type { JourneyChange, JourneyPlan, ProfileQuestion } from '#domain/journey/journey.ts';
import { needsWithCompanion } from '#domain/journey/with-companion.ts';
import type { Profile } from '#domain/transport/eligibility.ts';
import type { Answers } from '#web/lib/personal-answers.ts';

/**
 * What is worth asking: the questions that change who may ride, and whether the person is registered
 * when a way asks new users to register first.
 */
export function questionsOf(plan: JourneyPlan, profile: Profile): ProfileQuestion[] {
  const register = [...plan.options, ...plan.almost].some(
    (option) => option.state === 'registration',
  );
  const askMember = register && profile.member === undefined && !plan.questions.includes('member');
  return askMember ? ['member', ...plan.questions] : [...plan.questions];
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
  const held: Profile = {};
  if (profile.prescription === false && asked.has('prescription')) held.prescription = true;
  if (profile.disabilityCard === false && asked.has('disability_card')) held.disabilityCard = true;
  return Object.keys(held).length === 0 ? null : { profile: { ...profile, ...held }, needs };
}
