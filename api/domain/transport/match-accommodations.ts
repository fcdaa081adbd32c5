// Can the offer meet the needs of this person: wheelchair, help at the door, a companion?

import type { AccommodationCode, AccommodationOffer, Offer } from '#domain/transport/offer.ts';

type AccommodationValue = AccommodationOffer['value'];

/** From the surest to the refusal. Unknown is not « non »: ask on the phone. */
const WORST_LAST: readonly AccommodationValue[] = ['yes', 'on_request', 'unknown', 'no'];

export type AccommodationMatch = {
  /** The worst of the needs; `yes` when there is none. */
  value: AccommodationValue;
  needs: readonly { code: AccommodationCode; value: AccommodationValue; note: string | null }[];
};

export function matchAccommodations(
  offer: Pick<Offer, 'accommodations'>,
  needs: readonly AccommodationCode[],
): AccommodationMatch {
  const answers = [...new Set(needs)].map((code) => {
    const found = offer.accommodations.find((each) => each.code === code);
    return { code, value: found?.value ?? ('unknown' as const), note: found?.note ?? null };
  });
  const worst = Math.max(0, ...answers.map((each) => WORST_LAST.indexOf(each.value)));
  return { value: WORST_LAST[worst] ?? 'unknown', needs: answers };
}
