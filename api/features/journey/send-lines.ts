// Answers sent one line of JSON at a time, each as soon as it is there (application/x-ndjson).

import type { Context } from 'hono';
import { compressStream, pickEncoding } from '#api/http/compression.ts';
import type { HttpEnv } from '#api/http/http-env.ts';

export const LINES_TYPE = 'application/x-ndjson';

export function wantsLines(c: Context<HttpEnv>): boolean {
  return c.req.header('accept')?.toLowerCase().includes(LINES_TYPE) ?? false;
}

/** A reader who goes away closes `lines`. Never kept: it is about one person's journey. */
export function sendLines(c: Context<HttpEnv>, lines: AsyncGenerator<object>): Response {
  const text = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await lines.next();
      if (next.done === true) controller.close();
      else controller.enqueue(text.encode(`${JSON.stringify(next.value)}\n`));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  const headers: Record<string, string> = {
    'content-type': `${LINES_TYPE}; charset=utf-8`,
    'cache-control': 'no-store',
    vary: 'Accept, Accept-Encoding',
  };
  const inProcess = c.env?.inProcess === true;
  const encoding = inProcess ? null : pickEncoding(c.req.header('accept-encoding'));
  if (encoding === null) return c.body(body, 200, headers);
  headers['content-encoding'] = encoding;
  return c.body(compressStream(body, encoding), 200, headers);
}
