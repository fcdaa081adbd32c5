// The answers a person gives about themselves: read from a form, never written in an address.

import type { JourneyChange, JourneyPlan, ProfileQuestion } from '#domain/journey/journey.ts';
import { needsWithCompanion } from '#domain/journey/with-companion.ts';
import type { Profile } from '#domain/transport/eligibility.ts';
import { ACCOMMODATIONS, type AccommodationCode } from '#domain/transport/offer.ts';

/** Fields answered by yes, no or nothing. */
export const YES_NO_QUESTIONS = [
  'hasLicence',
  'hasVehicle',
  'lowIncome',
  'member',
  'prescription',
  'coveredByInsurance',
  'disabilityCard',
] as const satisfies readonly ProfileQuestion[];

type YesNoQuestion = (typeof YES_NO_QUESTIONS)[number];

export type Answers = { profile: Profile; needs: readonly AccommodationCode[] };

export const NO_ANSWERS: Answers = { profile: {}, needs: [] };

/** Only what is well formed is kept: an answer that is not understood is not an answer. */
export function readAnswers(form: URLSearchParams): Answers {
  const profile: Profile = {};
  const age = Number(form.get('ageYears') ?? '');
  if (form.get('ageYears')?.trim() && Number.isInteger(age) && age >= 0 && age <= 130)
    profile.ageYears = age;
  const residence = form.get('residenceInsee') ?? '';
  if (/^\d[0-9AB]\d{3}$/.test(residence)) profile.residenceInsee = residence;
  for (const question of YES_NO_QUESTIONS) {
    const answer = form.get(question);
    if (answer === 'oui') profile[question] = true;
    if (answer === 'non') profile[question] = false;
  }
  const benefits = form.getAll('benefits').filter((code) => code !== '' && code.length <= 40);
  if (form.has('benefits')) profile.benefits = [...new Set(benefits)].slice(0, 20);
  const needs = form.getAll('besoins').filter(isAccommodation);
  return { profile, needs: [...new Set(needs)] };
}

export function isYesNoQuestion(question: ProfileQuestion): question is YesNoQuestion {
  return (YES_NO_QUESTIONS as readonly ProfileQuestion[]).includes(question);
}

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

export function hasAnswers(answers: Answers): boolean {
  return Object.keys(answers.profile).length > 0 || answers.needs.length > 0;
}

/** What a browser kept for the length of a visit; anything else reads as nothing. */
export function parseKeptAnswers(text: string | null): Answers {
  return text === null ? NO_ANSWERS : readAnswers(new URLSearchParams(text));
}

export function keepableAnswers(answers: Answers): string {
  return new URLSearchParams(formFields(answers)).toString();
}

/** The answers with what a change asks of the person; null when a change is of another sort. */
export function answersWith(answers: Answers, change: JourneyChange): Answers | null {
  const { profile, needs } = answers;
  if (change.kind === 'registration') return { profile: { ...profile, member: true }, needs };
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

/** Names and values of the fields that say these answers. */
export function formFields(answers: Answers): [string, string][] {
  const form = new URLSearchParams();
  const { ageYears, residenceInsee, benefits } = answers.profile;
  if (ageYears !== undefined) form.set('ageYears', String(ageYears));
  if (residenceInsee !== undefined) form.set('residenceInsee', residenceInsee);
  for (const question of YES_NO_QUESTIONS) {
    const answer = answers.profile[question];
    if (answer !== undefined) form.set(question, answer ? 'oui' : 'non');
  }
  if (benefits !== undefined) {
    if (benefits.length === 0) form.append('benefits', '');
    for (const code of benefits) form.append('benefits', code);
  }
  for (const need of answers.needs) form.append('besoins', need);
  return [...form];
}

function isAccommodation(value: string): value is AccommodationCode {
  return (ACCOMMODATIONS as readonly string[]).includes(value);
}
