// Where and how one way of working goes, in the sentences residents read.

import type { TravelPattern } from '#domain/transport/offer.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import { areaLabel } from '#web/lib/offer-words.ts';

export function patternSentences(pattern: TravelPattern, text: Dictionary): string[] {
  const { rules, transport: words } = text;
  const { origin, destination, waitMaxMinutes, minKm, maxKm, feederStops = [] } = pattern;
  const place = areaLabel(origin);
  const area = rules.areaRules[pattern.rule];
  return [
    words.pickup[pattern.pickup],
    place === '' ? `${area}.` : `${area} (${place}).`,
    destination === null || areaLabel(destination) === ''
      ? ''
      : `${words.zoneTo} ${areaLabel(destination)}.`,
    words.roundTrip[pattern.roundTrip],
    waitMaxMinutes === null ? '' : words.waits(waitMaxMinutes),
    minKm === undefined ? '' : rules.minKm(minKm),
    maxKm === null ? '' : words.maxKm(maxKm),
    words.feeder[pattern.feeder],
    feederStops.length === 0
      ? ''
      : rules.feederStops([...new Set(feederStops.map(({ name }) => name))]),
  ].filter((sentence) => sentence !== '');
}
