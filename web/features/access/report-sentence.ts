// What does a question of the report answer, in one sentence?

import { concernOf } from '#domain/access/concern.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { AccessPlaces } from './access-data.ts';
import { sayValue } from './say-value.ts';

export function sentenceOf(words: Dictionary['access'], figures: AccessPlaces): string {
  const { indicator, places, territoryValue } = figures;
  const { people, older } = concernOf(indicator, places);
  return words.indicators[indicator.id].told({
    who: people === 0 ? null : words.who(people, older),
    isMany: people > 1,
    mean: sayValue(words, indicator, territoryValue),
  });
}
