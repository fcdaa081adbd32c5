// Is what was written in the form a case that can be tried?

import type { Profile } from '#domain/transport/eligibility.ts';
import type { AccommodationCode } from '#domain/transport/offer.ts';
import type { CaseSaid } from './try-data.ts';

export type CaseWritten = {
  label: string;
  homeInsee: string | null;
  entryId: string | null;
  weekday: number;
  minute: number | null;
  length: string;
  age: string;
  profile: Profile;
  needs: readonly AccommodationCode[];
};

/** Null: something that is needed is missing, or is no number. */
export function readCase(written: CaseWritten): CaseSaid | null {
  const label = written.label.trim();
  const { homeInsee, entryId, weekday, minute, needs } = written;
  const lengthMinutes = wholeNumber(written.length, 1, 1440);
  const ageYears = wholeNumber(written.age, 0, 130);
  if (label === '' || homeInsee === null || entryId === null || minute === null) return null;
  if (lengthMinutes === undefined || ageYears === undefined) return null;
  const { ageYears: _, ...answers } = written.profile;
  const profile = ageYears === null ? answers : { ...answers, ageYears };
  return { label, subject: { homeInsee, entryId, weekday, minute, lengthMinutes, profile, needs } };
}

/** Null when empty; absent when it is no such number. */
function wholeNumber(text: string, min: number, max: number): number | null | undefined {
  if (text.trim() === '') return null;
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}
