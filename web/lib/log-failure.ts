// What the log keeps of a page that could not be prepared: never the words somebody searched.

import { ApiFailure } from './api-failure.ts';

export function logFailure(pageId: string, error: unknown): void {
  const said =
    error instanceof ApiFailure
      ? { error: error.name, status: error.status }
      : error instanceof Error
        ? { error: error.name, at: error.stack?.split('\n').slice(1, 4).join(' |') }
        : { error: typeof error };
  console.error(JSON.stringify({ level: 'error', event: 'page', page: pageId, ...said }));
}
