// The HTML around a page: what the browser must fetch first, who the page is, and what comes last.

import { LOCALES } from '#web/i18n/dictionaries.ts';
import type { PageAssets } from './assets.ts';
import { type Locale, localePath } from './locale.ts';
import type { Head } from './page.ts';

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** JSON that cannot end its script element, whatever texts it holds. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

export type DocumentHead = {
  locale: Locale;
  /** Path and query asked, without language prefix. */
  path: string;
  origin: string;
  head: Head;
  assets: PageAssets;
  nonce: string;
  hydrationScript: string;
};

export function documentHead(page: DocumentHead): string {
  const own = page.head.canonical ?? page.path;
  const address = (locale: Locale) => escapeHtml(page.origin + localePath(locale, own));
  const lines = [
    '<!doctype html>',
    `<html lang="${page.locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ...page.assets.styles.map((file) => `<link rel="stylesheet" href="/${file}">`),
    `<title>${escapeHtml(page.head.title)}</title>`,
    `<meta name="description" content="${escapeHtml(page.head.description)}">`,
    `<link rel="canonical" href="${address(page.locale)}">`,
    ...LOCALES.map((each) => `<link rel="alternate" hreflang="${each}" href="${address(each)}">`),
    ...(page.head.noIndex === true ? ['<meta name="robots" content="noindex">'] : []),
    '<meta name="color-scheme" content="light dark">',
    '<meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)">',
    '<meta name="theme-color" content="#192625" media="(prefers-color-scheme: dark)">',
    '<meta name="format-detection" content="telephone=no">',
    '<link rel="icon" href="/icon.svg" type="image/svg+xml">',
    `<script nonce="${page.nonce}">document.documentElement.classList.add('alive')</script>`,
    page.hydrationScript,
    '</head>',
    '<body>',
    '',
  ];
  return lines.join('\n');
}

/**
 * The scripts stand after the content: on a slow network the words of the page come first, and the
 * typeface, asked for by the styles, does not wait behind code.
 */
export function documentEnd(assets: PageAssets): string {
  const lines = [
    ...(assets.script === null
      ? []
      : [`<script type="module" src="/${assets.script}" async></script>`]),
    ...assets.preloads.map((file) => `<link rel="modulepreload" href="/${file}">`),
    '</body>',
    '</html>',
    '',
  ];
  return lines.join('\n');
}
