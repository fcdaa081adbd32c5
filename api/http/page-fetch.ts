// How does a page rendered here ask the API for the person who reads it? Without leaving the process.

import type { Context } from 'hono';
import type { HttpEnv } from '#api/http/http-env.ts';
import { isPrivatePage } from '#api/http/private-pages.ts';

type Api = { fetch: (request: Request, env: HttpEnv['Bindings']) => Response | Promise<Response> };

/** What says who asks, and from where: never given for a page that is the same for everybody. */
const PASSED_ON = ['cookie', 'user-agent', 'x-forwarded-for', 'x-forwarded-proto'];
/** What the API tells the browser through the page. */
const PASSED_BACK = ['set-cookie', 'clear-site-data', 'retry-after'];

export type PageFetch = {
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  passBack: (headers: Headers) => void;
};

export function createPageFetch(api: Api, request: Request, c: Context<HttpEnv>): PageFetch {
  const told: [name: string, value: string][] = [];
  const isPrivate = isPrivatePage(c.req.path);
  return {
    async fetch(path, init) {
      const asked = new Request(new URL(path, request.url), init);
      if (isPrivate) {
        for (const name of PASSED_ON) {
          const value = c.req.header(name);
          if (value !== undefined) asked.headers.set(name, value);
        }
      }
      const incoming = c.env?.incoming;
      const answer = await api.fetch(asked, {
        inProcess: true,
        ...(incoming === undefined ? {} : { incoming }),
      });
      if (isPrivate)
        told.push(...[...answer.headers].filter(([name]) => PASSED_BACK.includes(name)));
      return answer;
    },
    passBack(headers) {
      for (const [name, value] of told) {
        if (name === 'set-cookie') headers.append(name, value);
        else headers.set(name, value);
      }
    },
  };
}
