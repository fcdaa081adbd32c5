// What may be asked of a zone: its recipe, within what a database computes at once.

import { z } from 'zod';
import type { AreaPart } from '#domain/transport/offer-document.ts';
import { recipeSchema } from './offer-document-schema.ts';

const MOST_COMMUNES = 1500;
const MOST_DRAWN_POINTS = 5000;

const communesIn = (parts: readonly AreaPart[]) =>
  parts.reduce((sum, part) => sum + ('insees' in part ? part.insees.length : 0), 0);

const pointsIn = (parts: readonly AreaPart[]) =>
  parts
    .flatMap((part) => (part.kind === 'drawn' ? part.polygons.flat() : []))
    .reduce((sum, ring) => sum + ring.length, 0);

export const areaBody = z
  .strictObject({
    recipe: recipeSchema
      .refine(({ parts, minus }) => communesIn([...parts, ...minus]) <= MOST_COMMUNES, {
        error: `at most ${MOST_COMMUNES} communes`,
      })
      .refine(({ parts, minus }) => pointsIn([...parts, ...minus]) <= MOST_DRAWN_POINTS, {
        error: `at most ${MOST_DRAWN_POINTS} points drawn`,
      }),
  })
  .meta({
    id: 'AreaRequest',
    examples: [
      { recipe: { parts: [{ kind: 'around', insees: ['16020'], meters: 5000 }], minus: [] } },
    ],
  });
