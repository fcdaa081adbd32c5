// Has the reader already got this answer? One ETag, one compression, no second reading of the body.

import { hash } from 'node:crypto';
import type { Context, TypedResponse } from 'hono';
import type { JSONParsed } from 'hono/utils/types';
import { createCompressor, pickEncoding } from '#api/http/compression.ts';
import type { HttpEnv } from '#api/http/http-env.ts';

/**
 * `always_ask`: kept, and checked by ETag at each use; a number: seconds it may be used unasked;
 * `never`: what a person asked about their own journey is not kept anywhere.
 */
export type Freshness = 'always_ask' | 'never' | { seconds: number };

type JsonAnswer<T> = Response & TypedResponse<JSONParsed<T>, 200, 'json'>;

const compress = createCompressor();

/** Same type for the client as `c.json(value, 200)`. */
export async function sendJson<T>(
  c: Context<HttpEnv>,
  value: T,
  freshness: Freshness = 'always_ask',
): Promise<JsonAnswer<T>> {
  const text = JSON.stringify(value);
  const response = await sendBody(c, text, 'application/json; charset=utf-8', freshness);
  return response as JsonAnswer<T>;
}

export async function sendBody(
  c: Context<HttpEnv>,
  body: string | Uint8Array,
  contentType: string,
  freshness: Freshness = 'always_ask',
): Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': contentType,
    'cache-control': cacheControl(freshness),
  };
  if (c.env?.inProcess === true) return c.body(toBody(body), 200, headers);
  const etag = `W/"${hash('sha1', body, 'base64url')}"`;
  headers['vary'] = 'Accept-Encoding';
  if (freshness !== 'never') {
    headers['etag'] = etag;
    if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
  }
  const encoding = pickEncoding(c.req.header('accept-encoding'));
  if (encoding === null) return c.body(toBody(body), 200, headers);
  const compressed = await compress(toBuffer(body), freshness === 'never' ? null : etag, encoding);
  if (compressed === null) return c.body(toBody(body), 200, headers);
  headers['content-encoding'] = encoding;
  return c.body(toBody(compressed), 200, headers);
}

function toBody(body: string | Uint8Array): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body.buffer instanceof ArrayBuffer
    ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
    : Uint8Array.from(body);
}

function toBuffer(body: string | Uint8Array): Buffer {
  return typeof body === 'string'
    ? Buffer.from(body)
    : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

function cacheControl(freshness: Freshness): string {
  if (freshness === 'never') return 'no-store';
  if (freshness === 'always_ask') return 'no-cache';
  return `public, max-age=${freshness.seconds}`;
}

/** Weak comparison, several values and `*`, as RFC 9110 asks. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const bare = (value: string) => value.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((value) => bare(value) === bare(etag));
}
