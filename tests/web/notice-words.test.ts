// Does the sentence of every notice say what its check found, in each language?

import { describe, expect, test } from 'vitest';
import { checkOffer } from '#domain/transport/check-offer.ts';
import type { NoticeCode, OfferNotice } from '#domain/transport/offer-notice.ts';
import { GROUND } from '#tests/domain/transport/drawn-offers.ts';
import { FAULTY_OFFERS, lineWith } from '#tests/domain/transport/faulty-offers.ts';
import { enNotices } from '#web/i18n/en-notices.ts';
import { frNotices } from '#web/i18n/fr-notices.ts';

const LANGUAGES = { fr: frNotices, en: enNotices };
const CASES = Object.entries(FAULTY_OFFERS).flatMap(([code, documents]) =>
  documents.map((document, rank) => [code as NoticeCode, rank + 1, document] as const),
);
const noticeOf = (code: NoticeCode, document: (typeof CASES)[number][2]): OfferNotice => {
  const found = checkOffer(document, GROUND).find((notice) => notice.code === code);
  if (found === undefined) throw new Error(`No check gives ${code}`);
  return found;
};

/** What a sentence asks and the check did not give is a wrong 0, or a hole. */
function watched(notice: OfferNotice): OfferNotice {
  const values = new Proxy(notice.values, {
    get(given, name) {
      if (!(name in given)) throw new Error(`${notice.code} is not given « ${String(name)} »`);
      return Reflect.get(given, name);
    },
  });
  return { ...notice, values };
}

describe.each(Object.entries(LANGUAGES))('in %s', (_, words) => {
  test.each(CASES)('%s says what was found (%i)', (code, _rank, document) => {
    const notice = noticeOf(code, document);
    const isOfWholeRule = code === 'no_way_to_book' && !('channel' in notice.values);
    const sentence = words.sentence(isOfWholeRule ? notice : watched(notice));
    expect(sentence).not.toMatch(/undefined|NaN|Invalid|null|« {1,2}»|“”|\(\)|\b0 (km|€|h)\b/);
    expect(sentence.trim().length).toBeGreaterThan(10);
  });
});

test('reversed distances are said as they were written, of a zone and of a price', () => {
  const [zone, ...prices] = FAULTY_OFFERS.distance_range_reversed.map((document) =>
    frNotices.sentence(noticeOf('distance_range_reversed', document)).replaceAll('\u00a0', ' '),
  );
  expect(zone).toBe('La distance la plus courte (40 km) dépasse la plus longue (20 km).');
  const said = 'La distance la plus courte (30 km) dépasse la plus longue (10 km).';
  expect(prices).toEqual([said, said]);
});

test('a passage that goes back names its trip, both stops and both hours', () => {
  const code = 'stop_time_with_arrival_before_previous_departure_time';
  const notice = noticeOf(code, lineWith({ minutes: [480, 470, 500] }));
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(plain(frNotices.sentence(notice))).toBe(
    'Dans la course 2 de l’aller, le passage à « Mairie », à 7 h 50, est plus tôt que celui à « Gare », à 8 h.',
  );
  const back = noticeOf(code, lineWith({ direction: 1, minutes: [480, 490, 460] }));
  expect(plain(frNotices.sentence(back))).toContain('la course 1 du retour');
});
