// Which language an address speaks: the first one at the root, each other under its code.

import { LOCALES, type Locale } from '#web/i18n/dictionaries.ts';

export type { Locale };

const ROOT_LOCALE: Locale = 'fr';

/** `/en/resultats` is `/resultats` in English. */
export function splitLocale(pathname: string): { locale: Locale; path: string } {
  const [, first = ''] = pathname.split('/', 2);
  const locale = LOCALES.find((code) => code === first);
  if (locale === undefined || locale === ROOT_LOCALE)
    return { locale: ROOT_LOCALE, path: pathname };
  return { locale, path: pathname.slice(first.length + 1) || '/' };
}

/** The address of a page in a language: `/resultats` is `/en/resultats` in English. */
export function localePath(locale: Locale, path: string): string {
  if (locale === ROOT_LOCALE) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** A label of the data, written in French and sometimes in other languages. */
export function labelIn(label: { fr: string; en: string }, locale: Locale): string {
  return (label as Partial<Record<Locale, string>>)[locale] ?? label.fr;
}
