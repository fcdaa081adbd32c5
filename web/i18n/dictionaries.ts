// The words of a language, fetched when that language is spoken: all of them on the server, in the
// browser those a page says it needs.

import type { Dictionary } from './fr.ts';
import { withFrenchSpaces } from './french-spaces.ts';

type Locale = 'fr' | 'en';

/** Sections fetched apart. `base`, what every page says, always comes. */
export type WordPart = Exclude<keyof typeof LOADERS.fr, 'base'>;

export async function loadDictionary(locale: Locale): Promise<Dictionary> {
  if (locale === 'en') return (await import('./en.ts')).en;
  return withFrenchSpaces((await import('./fr.ts')).fr);
}

/** A dictionary with only some of its sections; the types do not know which are missing. */
export async function loadWords(
  locale: Locale,
  parts: readonly WordPart[] | undefined,
): Promise<Dictionary> {
  if (parts === undefined) return loadDictionary(locale);
  const loaders = LOADERS[locale];
  const [base, ...sections] = await Promise.all([
    loaders.base(),
    ...parts.map(async (part) => [part, await loaders[part]()] as const),
  ]);
  const words = { ...base, ...Object.fromEntries(sections) } as unknown as Dictionary;
  return locale === 'fr' ? withFrenchSpaces(words) : words;
}

/** Files of the words a page needs, as the build names them. */
export function wordSources(locale: Locale, parts: readonly WordPart[] | undefined): string[] {
  if (parts === undefined) return [`i18n/${locale}.ts`];
  return ['base', ...parts].map((part) => `i18n/${locale}-${part}.ts`);
}

const LOADERS = {
  fr: {
    base: async () => (await import('./fr-base.ts')).frBase,
    entry: async () => (await import('./fr-entry.ts')).frEntry,
    journey: async () => (await import('./fr-journey.ts')).frJourney,
    rules: async () => (await import('./fr-rules.ts')).frRules,
    transport: async () => (await import('./fr-transport.ts')).frTransport,
    guide: async () => (await import('./fr-guide.ts')).frGuide,
    report: async () => (await import('./fr-report.ts')).frReport,
    map: async () => (await import('./fr-map.ts')).frMap,
    about: async () => (await import('./fr-about.ts')).frAbout,
  },
  en: {
    base: async () => (await import('./en-base.ts')).enBase,
    entry: async () => (await import('./en-entry.ts')).enEntry,
    journey: async () => (await import('./en-journey.ts')).enJourney,
    rules: async () => (await import('./en-rules.ts')).enRules,
    transport: async () => (await import('./en-transport.ts')).enTransport,
    guide: async () => (await import('./en-guide.ts')).enGuide,
    report: async () => (await import('./en-report.ts')).enReport,
    map: async () => (await import('./en-map.ts')).enMap,
    about: async () => (await import('./en-about.ts')).enAbout,
  },
};
