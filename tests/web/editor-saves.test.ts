// Can everything the editor offers to write be saved?

import { describe, expect, test } from 'vitest';
import { readOfferDocument } from '#api/features/workspace/read-offer-document.ts';
import type { Eligibility } from '#domain/transport/eligibility.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { blankDocument } from '#domain/transport/offer-document.ts';
import { blankCriterion, CRITERION_KINDS } from '#web/features/workspace/blank-criterion.ts';
import { blankFare, FARE_KINDS } from '#web/features/workspace/blank-fare.ts';

const DRAFT = blankDocument({
  id: 'essai',
  kind: 'volunteer',
  territoryCodes: [],
  provider: null,
  sourceId: 'essai',
});

const written = (change: Partial<Offer>) => ({ ...DRAFT, offer: { ...DRAFT.offer, ...change } });

describe('a draft', () => {
  test.each(CRITERION_KINDS)('may hold a new condition of the kind %s', (kind) => {
    const eligibility: Eligibility = {
      all: [{ criterion: blankCriterion(kind), proof: null, weight: 'hard' }],
    };
    const document = written({ eligibility });
    expect(readOfferDocument(document, 'essai')).toEqual(document);
  });

  test.each(FARE_KINDS)('may hold a new line of price of the kind %s', (kind) => {
    const document = written({ fares: [blankFare(kind, DRAFT.offer.provenance)] });
    expect(readOfferDocument(document, 'essai')).toEqual(document);
  });
});
