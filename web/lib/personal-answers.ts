// The answers a person gives about themselves: read from a form, never written in an address.

import type { ProfileQuestion } from '#domain/journey/journey.ts';
import { ACCOMMODATIONS, type AccommodationCode } from '#domain/transport/offer.ts';
import type { Person } from '#domain/transport/person.ts';

/** Fields answered by yes, no or nothing. */
const YES_NO_QUESTIONS = [
  'hasLicence',
  'hasVehicle',
  'lowIncome',
  'prescription',
  'coveredByInsurance',
  'disabilityCard',
] as const satisfies readonly ProfileQuestion[];

type YesNoQuestion = (typeof YES_NO_QUESTIONS)[number];

/** Fields « inscrit:… », by id of an offer. */
const REGISTERED = 'inscrit:';
const MAX_REGISTRATIONS = 50;

export type Answers = { profile: Person; needs: readonly AccommodationCode[] };

export const NO_ANSWERS: Answers = { profile: {}, needs: [] };

/** Only what is well formed is kept: an answer that is not understood is not an answer. */
export function readAnswers(form: URLSearchParams): Answers {
  const profile: Person = {};
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
  const registrations = readRegistrations(form);
  if (registrations.length > 0) profile.registrations = Object.fromEntries(registrations);
  const benefits = form.getAll('benefits').filter((code) => code !== '' && code.length <= 40);
  if (form.has('benefits')) profile.benefits = [...new Set(benefits)].slice(0, 20);
  const needs = form.getAll('besoins').filter(isAccommodation);
  return { profile, needs: [...new Set(needs)] };
}

export function isYesNoQuestion(question: ProfileQuestion): question is YesNoQuestion {
  return (YES_NO_QUESTIONS as readonly ProfileQuestion[]).includes(question);
}

/** Name of the field that says whether one is registered with an offer. */
export function registeredField(offerId: string): string {
  return `${REGISTERED}${offerId}`;
}

/** What was kept as one « oui » for every transport says of none, and is not read. */
function readRegistrations(form: URLSearchParams): [offerId: string, registered: boolean][] {
  return [...form]
    .flatMap(([name, answer]): [string, boolean][] => {
      const offerId = name.startsWith(REGISTERED) ? name.slice(REGISTERED.length) : '';
      const isAnswer = answer === 'oui' || answer === 'non';
      return isAnswer && /^[\w.:-]{1,120}$/.test(offerId) ? [[offerId, answer === 'oui']] : [];
    })
    .slice(0, MAX_REGISTRATIONS);
}

export function hasAnswers(answers: Answers): boolean {
  return Object.keys(answers.profile).length > 0 || answers.needs.length > 0;
}

/** Names and values of the fields that say these answers. */
export function formFields(answers: Answers): [string, string][] {
  const form = new URLSearchParams();
  const { ageYears, residenceInsee, registrations = {}, benefits } = answers.profile;
  if (ageYears !== undefined) form.set('ageYears', String(ageYears));
  if (residenceInsee !== undefined) form.set('residenceInsee', residenceInsee);
  for (const question of YES_NO_QUESTIONS) {
    const answer = answers.profile[question];
    if (answer !== undefined) form.set(question, answer ? 'oui' : 'non');
  }
  for (const [offerId, registered] of Object.entries(registrations)) {
    form.set(registeredField(offerId), registered ? 'oui' : 'non');
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
