// What any component of a page may ask: the language, the formatters, the API, the address.

import { createContext, useContext } from 'solid-js';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { Api } from './api.ts';
import type { Format } from './format.ts';
import type { Locale } from './locale.ts';
import { localePath } from './locale.ts';
import type { BaseMap, Site } from './page.ts';

export type PageState = {
  locale: Locale;
  path: string;
  /** The query as it was asked, with its leading question mark or empty. */
  search: string;
  nowMs: number;
  api: Api;
  text: Dictionary;
  format: Format;
  site: Site | null;
  baseMap: BaseMap | null;
};

export const PageContext = createContext<PageState>();

export type UsedPage = PageState & {
  link: (path: string) => string;
  /** Language of the names and texts of the directory, where it is not that of the page. */
  dataLang: 'fr' | undefined;
};

export function usePage(): UsedPage {
  const state = useContext(PageContext);
  if (state === undefined) throw new Error('usePage: no page above this component');
  return {
    ...state,
    link: (path) => localePath(state.locale, path),
    dataLang: state.locale === 'fr' ? undefined : 'fr',
  };
}
