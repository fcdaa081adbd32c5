// What a page is: an address, what it must know first, its head and its content.

import type { JSX } from 'solid-js';
import type { HelpNumber } from '#domain/territory/territory.ts';
import type { WordPart } from '#web/i18n/dictionaries.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { Api } from './api.ts';
import type { Format } from './format.ts';
import type { Locale } from './locale.ts';
import type { TerritoryColours } from './readable-colour.ts';

/** The territory a page speaks for. */
export type Site = { territoryCode: string; territoryName: string };

/** What lies under the map, when the deployment has one. */
export type BaseMap = { kind: 'ign' | 'pmtiles'; url: string; attribution: string };

export type PageRequest = {
  locale: Locale;
  /** Without the language prefix: `/fiche/abc`. */
  path: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** `https://host`, for absolute addresses. */
  origin: string;
  nowMs: number;
  api: Api;
  text: Dictionary;
  format: Format;
  site: Site | null;
  /** Whom to call in that territory, in its own words; those of the dictionary come first. */
  helpNumbers: readonly HelpNumber[];
  /** Its own colour, in shades that can be seen. */
  colours: TerritoryColours | null;
  baseMap: BaseMap | null;
};

export type Head = {
  title: string;
  description: string;
  /** Path and query that name this page best, without language prefix; the asked one by default. */
  canonical?: string;
  /** Keeps a page out of search engines: personal searches, answers. */
  noIndex?: boolean;
};

/**
 * `page`: `data` is what the content needs. As a function it is asked after the head was sent, so
 * that slow parts do not hold back fonts and styles; it must not decide about status or address.
 */
export type PageOutcome<Data> =
  | { kind: 'page'; status?: number; head: Head; data: Data | (() => Promise<Data>) }
  | { kind: 'redirect'; to: string }
  | { kind: 'not_found' };

export type PageProps<Data> = { data: Data };

/** Methods and not properties: a `Page<X>` can then stand in a list of `Page<unknown>`. */
export type Page<Data> = {
  /** Runs on the server only. Its data crosses to the browser as JSON: no dates, no functions. */
  load(request: PageRequest): Promise<PageOutcome<Data>>;
  /** A form sent by POST. Without it the address answers GET only. */
  submit?(request: PageRequest, form: URLSearchParams): Promise<PageOutcome<Data>>;
  /**
   * What of the data the browser needs, when parts of the content are written once and never change
   * (`NoHydration`); all of it by default.
   */
  handover?(data: Data): Data;
  Content(props: PageProps<Data>): JSX.Element;
};

export type PageEntry = {
  id: string;
  /** `/fiche/:id`: a segment starting with a colon is a parameter. */
  pattern: string;
  /** File of the page, from the web folder: names its scripts and styles in the build. */
  source: string;
  /** Sections of the dictionary it says in the browser; all of them when absent. */
  words?: readonly WordPart[];
  /** Written once: nothing on it lives in the browser, so no script is sent. */
  still?: boolean;
  /** Alone on its sheet or in its frame: neither header nor footer. */
  bare?: boolean;
  load: () => Promise<Page<unknown>>;
};

/**
 * Stands for `load` in the browser, where the server's part of a page is left out of the build:
 * `load: import.meta.env.SSR ? loadThing : neverInBrowser`.
 */
export function neverInBrowser(): never {
  throw new Error('A page is loaded by the server: the browser got its data with it');
}

/** The page and parameters of a path; a trailing slash is the same page. */
export function matchPage(
  entries: readonly PageEntry[],
  path: string,
): { entry: PageEntry; params: Record<string, string> } | null {
  const segments = splitPath(path);
  for (const entry of entries) {
    const params = matchSegments(splitPath(entry.pattern), segments);
    if (params !== null) return { entry, params };
  }
  return null;
}

function splitPath(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function matchSegments(pattern: string[], segments: string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (expected.startsWith(':')) {
      const value = decodeSegment(segment);
      if (value === null) return null;
      params[expected.slice(1)] = value;
    } else if (expected !== segment) return null;
  }
  return params;
}

function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
