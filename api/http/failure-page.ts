// What a person reads when a page could not be prepared at all: what to do, and whom to call.
//
// The pages have their own words for everything foreseen; this one depends on nothing.

import { escapeHtml } from '#api/http/escape-html.ts';
import type { Problem } from '#api/http/problem.ts';

type Words = { title: string; busy: string; refused: string; failed: string; help: string };

const WORDS: Readonly<Record<'fr' | 'en', Words>> = {
  fr: {
    title: 'Cette page n’a pas pu s’ouvrir',
    busy: 'Il y a trop de demandes depuis votre connexion. Attendez une minute, puis rechargez la page.',
    refused: 'Votre envoi n’a pas été accepté. Revenez à la page précédente et recommencez.',
    failed: 'Le problème vient de nous. Rechargez la page dans un instant.',
    help: 'Besoin d’aide tout de suite ? Urgence : <a href="tel:15">15</a> ou <a href="tel:112">112</a>. Médecin de garde : <a href="tel:116117">116 117</a>.',
  },
  en: {
    title: 'This page could not open',
    busy: 'Too many requests came from your connection. Wait a minute, then load the page again.',
    refused: 'What you sent was not accepted. Go back and try again.',
    failed: 'The fault is ours. Load the page again in a moment.',
    help: 'Need help now? Emergency: <a href="tel:15">15</a> or <a href="tel:112">112</a>. Doctor on duty: <a href="tel:116117">116 117</a>.',
  },
};

export function sendFailurePage(
  problem: Problem,
  path: string,
  retryAfter: string | null,
): Response {
  const language = path === '/en' || path.startsWith('/en/') ? 'en' : 'fr';
  const words = WORDS[language];
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  if (retryAfter !== null) headers.set('retry-after', retryAfter);
  return new Response(
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title}</title></head><body><main><h1>${words.title}</h1><p>${sentence(words, problem.status)}</p><p>${words.help}</p><p><a href="${language === 'en' ? '/en' : '/'}">Voisoin</a></p><p><small>${escapeHtml(problem.requestId)}</small></p></main></body></html>`,
    { status: problem.status, headers },
  );
}

function sentence(words: Words, status: number): string {
  if (status === 429) return words.busy;
  return status < 500 ? words.refused : words.failed;
}
