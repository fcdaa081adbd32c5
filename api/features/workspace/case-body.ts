// What may be said of a trip to replay, and how it is answered.

import { z } from 'zod';
import { isPlainText, PLAIN_TEXT } from '#domain/plain-text.ts';
import type { Profile } from '#domain/transport/eligibility.ts';
import { ACCOMMODATIONS } from '#domain/transport/offer.ts';
import type { CaseView, OfferCase } from '#domain/transport/offer-case.ts';
import { workspaceParams } from './contract.ts';

/** As many as one reads before publishing, and as are replayed in a few seconds. */
export const MOST_CASES = 20;

const idText = z.string().regex(/^[\w.:-]{1,120}$/, 'an id');
const insee = z.string().regex(/^\d[0-9AB]\d{3}$/, 'an INSEE code of five characters');

/** What is absent was not asked, or not answered. */
const profile: z.ZodType<Profile> = z.strictObject({
  ageYears: z.int().min(0).max(130).exactOptional(),
  residenceInsee: insee.exactOptional(),
  hasLicence: z.boolean().exactOptional(),
  hasVehicle: z.boolean().exactOptional(),
  lowIncome: z.boolean().exactOptional(),
  member: z.boolean().exactOptional(),
  prescription: z.boolean().exactOptional(),
  coveredByInsurance: z.boolean().exactOptional(),
  disabilityCard: z.boolean().exactOptional(),
  benefits: z.array(z.string().max(40)).max(20).exactOptional(),
});

const subjectSchema: z.ZodType<OfferCase> = z.strictObject({
  homeInsee: insee,
  entryId: idText,
  weekday: z.int().min(1).max(7),
  minute: z.int().min(0).max(1439),
  lengthMinutes: z.int().min(1).max(1440).nullable(),
  profile,
  needs: z.array(z.enum(ACCOMMODATIONS)).max(ACCOMMODATIONS.length),
});

export const caseBody = z
  .strictObject({
    label: z.string().trim().min(1).max(120).refine(isPlainText, PLAIN_TEXT),
    subject: subjectSchema,
  })
  .meta({
    id: 'CaseBody',
    examples: [
      {
        label: 'Mme Martin, kiné le mardi',
        subject: {
          homeInsee: '16020',
          entryId: 'place-1',
          weekday: 2,
          minute: 600,
          lengthMinutes: 45,
          profile: { hasLicence: false },
          needs: [],
        },
      },
    ],
  });

export const caseParams = workspaceParams.extend({ caseId: idText });

export const caseViewSchema: z.ZodType<CaseView> = z
  .object({
    id: z.string(),
    label: z.string(),
    subject: subjectSchema,
    homeName: z.string().nullable(),
    careName: z.string().nullable(),
    etag: z.string(),
  })
  .meta({ id: 'OfferCase' });
