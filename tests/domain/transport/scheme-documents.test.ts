// Does the document of an offer hold what thirteen real associations say: who, what for, where, what is excluded?

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readOfferDocument } from '#api/features/workspace/read-offer-document.ts';
import type { Criterion, Eligibility } from '#domain/transport/eligibility.ts';
import { evaluateEligibility } from '#domain/transport/evaluate-eligibility.ts';
import { sidecarDocuments, sidecarText } from '#domain/transport/export-gtfs/offers-sidecar.ts';
import type { Offer, Purpose } from '#domain/transport/offer.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { told } from './drawn-offers.ts';
import { SCHEME_DOCUMENTS } from './scheme-documents.ts';

const named = SCHEME_DOCUMENTS.map((document) => [document.offer.id, document] as const);
const offerLike = (id: string): Offer => {
  const found = SCHEME_DOCUMENTS.find(({ offer }) => offer.id === id);
  if (found === undefined) throw new Error(`No document is drawn from ${id}.`);
  return found.offer;
};
const errorsOf = (document: (typeof SCHEME_DOCUMENTS)[number]) =>
  told(document).filter((notice) => notice.startsWith('error '));

describe('the document of each of thirteen associations', () => {
  test.each(named)('%s: is read whole, and nothing stops its publication', (id, document) => {
    expect(readOfferDocument(JSON.parse(JSON.stringify(document)), id)).toEqual(document);
    expect(errorsOf(document)).toEqual([]);
  });

  test.each(named)(
    '%s: is asked how one books, and nothing more, when it says nothing of it',
    (_, document) => {
      const silent = { ...document, offer: { ...document.offer, booking: null } };
      expect(errorsOf(silent)).toEqual([
        'error missing_pickup_drop_off_booking_rule_id offer.booking',
      ]);
    },
  );

  test('leaves in a file beside a feed, and comes back the same', () => {
    const back = sidecarDocuments(JSON.parse(sidecarText(SCHEME_DOCUMENTS))) ?? [];
    expect(back).toHaveLength(13);
    for (const document of SCHEME_DOCUMENTS) expect(back).toContainEqual(document);
  });

  test('lets a minor ride with somebody, where only adults ride alone', () => {
    const { eligibility } = offerLike('domfront');
    const at = (ageYears: number) => evaluateEligibility(eligibility, { ageYears });
    expect(at(17).value).toBeNull();
    const open = (age: number) =>
      at(age).reasons.flatMap(({ criterion }) =>
        criterion.kind === 'other' ? criterion.label : [],
      );
    expect(open(17).some((label) => label.includes('accompagné'))).toBe(true);
    expect(open(70).some((label) => label.includes('accompagné'))).toBe(false);
  });
});

type Zone = { communes?: number; radiusKm?: number; maxDistanceKm?: number; note?: string };
type Published = {
  id: string;
  kind: string;
  eligibility: { all?: string[]; note?: string; minors?: string } | null;
  purposes: string[] | null;
  exclusions: string[] | null;
  zone: Zone | null;
  flatPrices: { radiusKm?: number }[] | null;
};

/** What is published is told in words: what each says to the model. */
const CRITERIA: readonly (readonly [RegExp, Criterion['kind']])[] = [
  [/imposable/, 'low_income'],
  [/sans moyen/, 'no_vehicle'],
  [/autre moyen/, 'no_other_solution'],
  [/motif|isolée|conduite|accompagn/, 'other'],
  [/majeur/, 'age'],
  [/résid/, 'residence'],
  [/adhérent/, 'member'],
];
const PURPOSES: readonly (readonly [RegExp, Purpose])[] = [
  [/course/, 'shopping'],
  [/médica/, 'health'],
  [/visite/, 'social'],
  [/emploi|embauche/, 'work'],
  [/démarche/, 'errands'],
];
/** A word of the sentence residents read. */
const EXCLUSIONS: readonly (readonly [RegExp, string])[] = [
  [/transport en commun/, 'transport en commun'],
  [/essentiel/, 'essentiel'],
];

/** Throws when something published is told in none of these words. */
function saidBy<Held>(sentence: string, words: readonly (readonly [RegExp, Held])[]): Held {
  const found = words.find(([pattern]) => pattern.test(sentence));
  if (found === undefined) throw new Error(`« ${sentence} » is held nowhere.`);
  return found[1];
}

function criteriaOf(rule: Eligibility): Criterion['kind'][] {
  if ('criterion' in rule) return [rule.criterion.kind];
  if ('not' in rule) return criteriaOf(rule.not);
  return ('all' in rule ? rule.all : rule.any).flatMap(criteriaOf);
}

const file = sharedFile(
  'facts/typical-solidarity-transport.json',
  'who may ride, what for and where, as thirteen associations published it',
);

describe.skipIf(file === null)('what thirteen associations published', () => {
  const { examples }: { examples: Published[] } = JSON.parse(
    file === null ? '{"examples":[]}' : readFileSync(file, 'utf8'),
  );
  const volunteer = examples.filter(({ kind }) => kind === 'transport-solidaire');

  test('is drawn as one document each', () => {
    expect(volunteer.map(({ id }) => id).toSorted()).toEqual(named.map(([id]) => id).toSorted());
  });

  test.each(volunteer)('$id: who may ride', ({ id, eligibility }) => {
    const { all = [], note, minors } = eligibility ?? {};
    const sentences = [
      ...all,
      ...(note?.split(' ; ') ?? []),
      ...(minors === undefined ? [] : [minors]),
    ];
    const held = offerLike(id).eligibility;
    expect(held === null ? [] : criteriaOf(held).toSorted()).toEqual(
      sentences.map((sentence) => saidBy(sentence, CRITERIA)).toSorted(),
    );
  });

  test.each(volunteer)('$id: what one may ride for, and what is excluded', (published) => {
    const { purposes, conditions } = offerLike(published.id);
    expect(purposes.allowed.toSorted()).toEqual(
      (published.purposes ?? []).map((purpose) => saidBy(purpose, PURPOSES)).toSorted(),
    );
    expect(purposes.denied).toEqual([]);
    for (const exclusion of published.exclusions ?? []) {
      const word = saidBy(exclusion, EXCLUSIONS);
      expect(conditions.filter((condition) => condition.includes(word))).toHaveLength(1);
    }
  });

  test.each(volunteer)('$id: where', ({ id, zone, flatPrices }) => {
    const [pattern] = offerLike(id).patterns;
    if (pattern === undefined) throw new Error(`${id} says where it goes`);
    const { origin, maxKm } = pattern;
    const { communes, radiusKm, maxDistanceKm, note } = zone ?? {};
    if (communes !== undefined) {
      expect(origin.kind === 'communes' ? new Set(origin.insees).size : origin.kind).toBe(communes);
    }
    expect(
      origin.kind === 'points' ? origin.points.map((point) => point.radiusMeters) : [],
    ).toEqual(radiusKm === undefined ? [] : [radiusKm * 1000]);
    const [far] = (flatPrices ?? []).flatMap((price) => price.radiusKm ?? []);
    expect(maxKm).toBe(maxDistanceKm ?? far ?? null);
    for (const figure of note?.match(/\d+/g) ?? []) expect(origin.label).toContain(figure);
  });
});
