// A page for a component of the workspace, on an API that answers as told.

import { fr } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import type { PageState } from '#web/lib/page-context.ts';

export type Asked = { method: string; path: string; body: unknown; etag: string | null };
export type Answer = { status: number; body: unknown };

/** `answers`: by method and end of the path; what is not told is not found. */
export function workspacePage(
  answers: Readonly<Record<string, Answer | ((asked: Asked) => Answer)>>,
  state: Partial<PageState> = {},
): { state: PageState; asked: Asked[] } {
  const asked: Asked[] = [];
  const api = createApi(async (path, init) => {
    const headers = new Headers(init?.headers);
    const one: Asked = {
      method: init?.method ?? 'GET',
      path,
      body: init?.body === undefined ? null : JSON.parse(String(init.body)),
      etag: headers.get('if-match'),
    };
    asked.push(one);
    const found = Object.entries(answers).find(([name]) => {
      const [method = '', end = ''] = name.split(' ');
      return method === one.method && one.path.split('?')[0]?.endsWith(end);
    })?.[1];
    const answer = typeof found === 'function' ? found(one) : (found ?? { status: 404, body: {} });
    // What is done without a word has no body at all.
    const body = answer.status === 204 ? null : JSON.stringify(answer.body);
    return new Response(body, { status: answer.status });
  });
  return {
    asked,
    state: {
      locale: 'fr',
      path: '/espace/mosc/offres/essai',
      search: '',
      nowMs: Date.UTC(2026, 10, 24, 11),
      api,
      text: fr,
      format: createFormat(fr.conventions),
      site: null,
      baseMap: null,
      ...state,
    },
  };
}
