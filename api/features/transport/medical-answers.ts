// How the API's document describes advice on transport prescribed by a doctor.

import { z } from 'zod';
import { centsSchema } from '#api/http/schemas/common.ts';
import {
  MEDICAL_STEPS,
  type MedicalAdvice,
  type MedicalEstimate,
  type MedicalStep,
} from '#domain/transport/medical-advice.ts';
import {
  MEDICAL_FACTS,
  type MedicalFact,
  type MedicalFactId,
} from '#domain/transport/medical-facts.ts';
import { MEDICAL_QUESTIONS, type MedicalSituation } from '#domain/transport/medical-situations.ts';

const factIdSchema: z.ZodType<MedicalFactId> = z.enum(MEDICAL_FACTS);

const factSchema: z.ZodType<MedicalFact> = z
  .object({
    id: factIdSchema,
    amount: z.number().nullable(),
    unit: z.enum(['percent', 'cents', 'cents_per_km', 'km', 'trips', 'days', 'months', 'none']),
    since: z.string().nullable(),
    asOf: z.string().nullable(),
    confidence: z.enum(['high', 'medium', 'low']),
    toConfirm: z.boolean().meta({ description: 'Weak or old: the health insurance says' }),
    source: z.object({ name: z.string(), url: z.string() }),
  })
  .meta({ id: 'MedicalFact' });

const situationSchema: z.ZodType<MedicalSituation> = z
  .object({
    code: z.enum([
      'hospital_stay',
      'long_term_illness',
      'lying_or_watched',
      'long_distance',
      'series',
      'work_accident',
      'summons',
      'child_centre',
      'maternity',
    ]),
    match: z.enum(['said', 'unknown']),
  })
  .meta({ id: 'MedicalSituation' });

const stepSchema: z.ZodType<MedicalStep> = z
  .object({
    code: z.enum(MEDICAL_STEPS),
    to: z.enum(['emergency', 'doctor', 'insurance', 'carrier']),
    facts: z.array(factIdSchema),
  })
  .meta({ id: 'MedicalStep' });

const estimateSchema: z.ZodType<MedicalEstimate> = z
  .object({
    code: z.enum(['own_car_base', 'own_car_usual_rate', 'franchise_round_trip']),
    cents: centsSchema,
    km: z.number().nullable(),
    facts: z.array(factIdSchema),
  })
  .meta({ id: 'MedicalEstimate' });

export const medicalAdviceSchema: z.ZodType<MedicalAdvice> = z
  .object({
    situations: z.array(situationSchema),
    steps: z.array(stepSchema),
    estimates: z.array(estimateSchema),
    facts: z.array(factSchema),
    questions: z.array(z.enum(MEDICAL_QUESTIONS)),
  })
  .meta({
    id: 'MedicalAdvice',
    description: 'What to ask and of whom: never a verdict on who is reimbursed',
  });
