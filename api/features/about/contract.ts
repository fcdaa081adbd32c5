// What may be told to us, and what may be printed with a code to scan.

import { z } from 'zod';
import { isPlainText, PLAIN_TEXT } from '#domain/plain-text.ts';

const REPORT_KINDS = [
  'phone',
  'hours',
  'address',
  'gone',
  'new_patients',
  'price',
  'rule',
  'other',
] as const;

const id = z.string().regex(/^[\w.:-]{1,120}$/, 'the id of an entry or of an offer');

export const reportBody = z
  .strictObject({
    entryId: id.optional(),
    offerId: id.optional(),
    kind: z.enum(REPORT_KINDS),
    text: z
      .string()
      .trim()
      .max(2000, 'at most 2000 characters')
      .refine(isPlainText, PLAIN_TEXT)
      .default('')
      .meta({ description: 'What should be mended. No health information.' }),
  })
  .refine((body) => (body.entryId === undefined) !== (body.offerId === undefined), {
    path: ['entryId'],
    message: 'either entryId or offerId',
  });

export const qrQuery = z.strictObject({
  path: z
    .string()
    .max(600)
    .regex(/^\/(?![/\\])[\w\-./?&=%~:+,;@!$'()*]*$/, 'a path of this site, such as /fiche/42')
    .meta({ description: 'A path of this site', examples: ['/transports'] }),
});

export type ReportBody = z.output<typeof reportBody>;
