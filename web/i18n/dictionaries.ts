// Which languages are spoken, and where are their words?
//
// A language is one file whose dictionary satisfies `Dictionary`, and one line here. A language may also
// be cut in parts, so that a browser fetches only those its page says it needs.

import type { Dictionary } from './fr.ts';
import { withFrenchSpaces } from './french-spaces.ts';

type Language = {
  /** What the link to it says, in that language. */
  name: string;
  invitation: string;
  load: () => Promise<Dictionary>;
  parts?: typeof FRENCH_PARTS | typeof ENGLISH_PARTS;
};

const FRENCH_PARTS = {
  base: async () => (await import('./fr-base.ts')).frBase,
  home: async () => (await import('./fr-home.ts')).frHome,
  results: async () => (await import('./fr-results.ts')).frResults,
  entry: async () => (await import('./fr-entry.ts')).frEntry,
  journey: async () => (await import('./fr-journey.ts')).frJourney,
  rules: async () => (await import('./fr-rules.ts')).frRules,
  transport: async () => (await import('./fr-transport.ts')).frTransport,
  guide: async () => (await import('./fr-guide.ts')).frGuide,
  report: async () => (await import('./fr-report.ts')).frReport,
  map: async () => (await import('./fr-map.ts')).frMap,
  about: async () => (await import('./fr-about.ts')).frAbout,
  medical: async () => (await import('./fr-medical.ts')).frMedical,
  slots: async () => (await import('./fr-slots.ts')).frSlots,
  account: async () => (await import('./fr-account.ts')).frAccount,
  workspace: async () => (await import('./fr-workspace.ts')).frWorkspace,
  editor: async () => (await import('./fr-editor.ts')).frEditor,
  access: async () => (await import('./fr-access.ts')).frAccess,
  scenario: async () => (await import('./fr-scenario.ts')).frScenario,
};

const ENGLISH_PARTS = {
  base: async () => (await import('./en-base.ts')).enBase,
  home: async () => (await import('./en-home.ts')).enHome,
  results: async () => (await import('./en-results.ts')).enResults,
  entry: async () => (await import('./en-entry.ts')).enEntry,
  journey: async () => (await import('./en-journey.ts')).enJourney,
  rules: async () => (await import('./en-rules.ts')).enRules,
  transport: async () => (await import('./en-transport.ts')).enTransport,
  guide: async () => (await import('./en-guide.ts')).enGuide,
  report: async () => (await import('./en-report.ts')).enReport,
  map: async () => (await import('./en-map.ts')).enMap,
  about: async () => (await import('./en-about.ts')).enAbout,
  medical: async () => (await import('./en-medical.ts')).enMedical,
  slots: async () => (await import('./en-slots.ts')).enSlots,
  account: async () => (await import('./en-account.ts')).enAccount,
  workspace: async () => (await import('./en-workspace.ts')).enWorkspace,
  editor: async () => (await import('./en-editor.ts')).enEditor,
  access: async () => (await import('./en-access.ts')).enAccess,
  scenario: async () => (await import('./en-scenario.ts')).enScenario,
};

/** The first is the one of the site's root; the others stand under their code. */
const LANGUAGES = {
  fr: {
    name: 'Français',
    invitation: 'Lire cette page en français',
    load: async () => (await import('./fr.ts')).fr,
    parts: FRENCH_PARTS,
  },
  en: {
    name: 'English',
    invitation: 'Read this page in English',
    load: async () => (await import('./en.ts')).en,
    parts: ENGLISH_PARTS,
  },
} satisfies Record<string, Language>;

export type Locale = keyof typeof LANGUAGES;
export const LOCALES = Object.keys(LANGUAGES) as readonly Locale[];

/** Sections fetched apart. `base`, what every page says, always comes. */
export type WordPart = Exclude<keyof typeof FRENCH_PARTS, 'base'>;

export function languageOf(locale: Locale): Language {
  return LANGUAGES[locale];
}

export async function loadDictionary(locale: Locale): Promise<Dictionary> {
  return spaced(locale, await languageOf(locale).load());
}

/** A dictionary with only some of its sections; the types do not know which are missing. */
export async function loadWords(
  locale: Locale,
  needed: readonly WordPart[] | undefined,
): Promise<Dictionary> {
  const { parts } = languageOf(locale);
  if (needed === undefined || parts === undefined) return loadDictionary(locale);
  const [base, ...sections] = await Promise.all([
    parts.base(),
    ...needed.map(async (part) => [part, await parts[part]()] as const),
  ]);
  return spaced(locale, { ...base, ...Object.fromEntries(sections) } as unknown as Dictionary);
}

/** Files of the words a page needs, as the build names them. */
export function wordSources(locale: Locale, needed: readonly WordPart[] | undefined): string[] {
  if (needed === undefined || languageOf(locale).parts === undefined) return [`i18n/${locale}.ts`];
  return ['base', ...needed].map((part) => `i18n/${locale}-${part}.ts`);
}

function spaced(locale: Locale, words: Dictionary): Dictionary {
  return locale === 'fr' ? withFrenchSpaces(words) : words;
}
