// At which address do people read the site, as far as cookies and keys go?

import type { Context } from 'hono';
import type { HttpEnv } from '#api/http/http-env.ts';

/** What the operator says comes first; a proxy is believed about `https` only when it is trusted. */
export function siteOrigin(
  c: Context<HttpEnv>,
  { publicUrl, trustedProxies }: { publicUrl: string | null; trustedProxies: number },
): string {
  if (publicUrl !== null) return publicUrl;
  const url = new URL(c.req.url);
  const host = c.req.header('host') ?? url.host;
  const forwarded = trustedProxies > 0 ? c.req.header('x-forwarded-proto') : undefined;
  const protocol = forwarded === 'https' ? 'https:' : url.protocol;
  const address = `${protocol}//${host}`;
  return URL.canParse(address) ? new URL(address).origin : url.origin;
}
