// The words of a language, fetched when that language is spoken.

import type { Dictionary } from './fr.ts';
import { withFrenchSpaces } from './french-spaces.ts';

export const DICTIONARY_SOURCES = { fr: 'i18n/fr.ts', en: 'i18n/en.ts' } as const;

export function loadDictionary(locale: 'fr' | 'en'): Promise<Dictionary> {
  return locale === 'en'
    ? import('./en.ts').then((module) => module.en)
    : import('./fr.ts').then((module) => withFrenchSpaces(module.fr));
}
