// What may be asked about transport offers.

import { z } from 'zod';
import { MEDICAL_POSTURES, MEDICAL_REASONS } from '#domain/transport/medical-situations.ts';
import { OFFER_KINDS } from '#domain/transport/offer.ts';

export const offersQuery = z.strictObject({
  territory: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'the code of a territory, such as sud-charente')
    .optional()
    .meta({ examples: ['sud-charente'] }),
  kind: z.enum(OFFER_KINDS).optional(),
});

export const offerParams = z.strictObject({
  id: z
    .string()
    .regex(/^[\w.:-]{1,120}$/, 'the id of an offer')
    .meta({ description: 'Id of an offer' }),
});

/** Every answer may be left out. Used for this answer only: neither kept nor logged. */
export const medicalAdviceBody = z
  .strictObject({
    reason: z.enum(MEDICAL_REASONS).optional(),
    hasPrescription: z.boolean().optional(),
    longTermIllness: z.boolean().optional().meta({ description: 'Affection de longue durée' }),
    workAccident: z.boolean().optional(),
    maternity: z.boolean().optional().meta({ description: '6th month to 12 days after birth' }),
    solidarityCover: z.boolean().optional(),
    ageYears: z.int().min(0).max(130).optional(),
    posture: z.enum(MEDICAL_POSTURES).optional(),
    oneWayKm: z.number().min(0).max(2000).optional(),
    tripsInTwoMonths: z.int().min(0).max(200).optional(),
  })
  .meta({ id: 'MedicalAnswers', examples: [{ reason: 'repeated_treatment', oneWayKm: 60 }] });

export const organizationParams = z.strictObject({
  workspace: z.string().regex(/^[\w.:-]{1,120}$/, 'the id of an organization'),
});

/** One of the two. */
export const feedQuery = z
  .strictObject({
    workspace: z
      .string()
      .regex(/^[\w.:-]{1,120}$/, 'the id of an organization')
      .optional(),
    territory: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/, 'the code of a territory, such as sud-charente')
      .optional(),
  })
  .refine(({ workspace, territory }) => (workspace === undefined) !== (territory === undefined), {
    error: 'one of workspace and territory',
  });
