// What may be asked of the workspace about its offers.

import { z } from 'zod';
import { isDate } from '#domain/time.ts';
import { OFFER_KINDS } from '#domain/transport/offer.ts';

const idText = z.string().regex(/^[\w.:-]{1,120}$/, 'an id');
const dateText = z.string().refine(isDate, { error: 'a day, as 2027-03-01' });
const noteText = z
  .string()
  .max(1000)
  .refine((text) => !text.includes('\0') && text.isWellFormed(), {
    error: 'text that can be read',
  });
const versionText = z.coerce.number().int().min(1).max(1_000_000);

export const workspaceParams = z.strictObject({ workspaceId: idText });
export const offerParams = workspaceParams.extend({ offerId: idText });
export const versionParams = offerParams.extend({ number: versionText });

export const newOfferBody = z
  .union([
    z.strictObject({ kind: z.enum(OFFER_KINDS), name: z.string().max(300).default('') }),
    z.strictObject({ copyOf: idText }),
  ])
  .meta({ id: 'NewOffer', examples: [{ kind: 'on_demand', name: 'TAD du marché' }] });

export const offerStateBody = z
  .strictObject({
    archived: z.boolean().optional(),
    reviewEveryDays: z.int().min(7).max(730).optional(),
  })
  .refine(
    ({ archived, reviewEveryDays }) => (archived === undefined) !== (reviewEveryDays === undefined),
    {
      error: 'archived or reviewEveryDays, one of them',
    },
  )
  .meta({ id: 'OfferState' });

/** The document itself is read strictly afterwards: each fault is told with its step. */
export const draftBody = z.looseObject({ schema: z.literal(1), offer: z.looseObject({}) }).meta({
  id: 'OfferDocument',
  description: 'An offer whole: its zones, its timetable. At most 512 KB.',
});

export const publicationBody = z
  .strictObject({
    note: noteText.default(''),
    publishAt: z.iso.datetime({ offset: true }).nullable().default(null),
  })
  .meta({ id: 'PublicationOrder', examples: [{ note: 'Nouveau tarif', publishAt: null }] });

/** Why residents read it no more, for the history. */
export const withdrawalQuery = z.strictObject({ reason: noteText.default('') });

export const restorationBody = z
  .strictObject({ note: noteText.default('') })
  .meta({ id: 'Restoration' });

export const suspensionBody = z
  .strictObject({
    from: dateText,
    until: dateText.nullable(),
    note: noteText.nullable().default(null),
  })
  .refine(({ from, until }) => until === null || until >= from, {
    error: 'a last day that is not before the first',
    path: ['until'],
  })
  .meta({ id: 'Suspension', examples: [{ from: '2027-03-01', until: '2027-03-07', note: null }] });

/** `draft`: what is being written. */
const comparedText = z.union([z.literal('draft'), versionText]);
export const comparisonQuery = z.strictObject({ from: comparedText, to: comparedText });

export const historyQuery = z.strictObject({
  offer: idText.optional(),
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const MOST_CHOSEN = 200;

/** `id@revision` of the proposal, joined by commas: what changed since is refused. */
export const acceptanceQuery = z.strictObject({
  offers: z
    .string()
    .max(14_000)
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().regex(/^[\w.:-]{1,120}@\d{1,9}$/, 'id@revision')).max(MOST_CHOSEN)),
});
