// Which offers changed, told as it happens to whoever has a page open. Nothing private is said.

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Config } from '#api/config.ts';
import { clientAddress, countingKey } from '#api/http/client-address.ts';
import { createRoutes } from '#api/http/create-routes.ts';
import { refusals } from '#api/http/schemas/problem.ts';
import type { ChangeHub, OffersChange } from '#api/runtime/change-hub.ts';
import { AppError } from '#domain/error.ts';

const HEARTBEAT_MS = 20_000;
/** A house behind one address has a few pages open, not hundreds. */
const MOST_OF_ONE_ADDRESS = 20;
const MOST_OF_ALL = 4_000;
/** Who does not read what is sent is left: it asks again when it wakes. */
const MOST_UNREAD = 64;

const listen = createRoute({
  method: 'get',
  path: '/changes',
  tags: ['transport'],
  summary: 'Offers that changed, as it happens (server-sent events)',
  description:
    'Event « open », then « offers »: { number, offerIds }. The number grows with each change, the ' +
    'same in every process; no id means that any offer may have changed.',
  responses: {
    200: {
      description: 'A stream that stays open',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...refusals,
  },
});

export type ChangesDeps = {
  stores: { changes: ChangeHub };
  config: Pick<Config, 'trustedProxies'>;
  heartbeatMs?: number;
};

export function changesRoutes({ stores, config, heartbeatMs = HEARTBEAT_MS }: ChangesDeps) {
  const { changes } = stores;
  const byAddress = new Map<string, number>();

  function enter(key: string): () => void {
    const count = byAddress.get(key) ?? 0;
    if (count >= MOST_OF_ONE_ADDRESS) {
      throw new AppError('too_many_requests', `At most ${MOST_OF_ONE_ADDRESS} streams an address.`);
    }
    if (changes.size() >= MOST_OF_ALL) {
      throw new AppError('unavailable', 'Too many pages listen at this moment; try again later.');
    }
    byAddress.set(key, count + 1);
    return () => {
      const left = (byAddress.get(key) ?? 1) - 1;
      if (left <= 0) byAddress.delete(key);
      else byAddress.set(key, left);
    };
  }

  return createRoutes().openapi(listen, (c) => {
    const address = clientAddress(
      c.env?.incoming?.socket?.remoteAddress,
      c.req.header('x-forwarded-for'),
      config.trustedProxies,
    );
    const leave = enter(countingKey(address));
    return new Response(openStream(changes, heartbeatMs, leave), {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // A proxy that gathers answers before it sends them would hold back what is urgent.
        'x-accel-buffering': 'no',
      },
    });
  });
}

function openStream(
  changes: ChangeHub,
  heartbeatMs: number,
  leave: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOpen = true;
        let unsubscribe = () => {};
        const put = (text: string) => {
          if (!isOpen) return;
          if ((controller.desiredSize ?? 0) <= 0) end();
          else controller.enqueue(encoder.encode(text));
        };
        const heartbeat = setInterval(() => put(': \n\n'), heartbeatMs);
        end = () => {
          if (!isOpen) return;
          isOpen = false;
          clearInterval(heartbeat);
          unsubscribe();
          leave();
          try {
            controller.close();
          } catch {
            // The reader left first.
          }
        };
        put(`retry: 2000\n${eventOf('open', { number: changes.number() })}`);
        const onChange = (change: OffersChange) => put(eventOf('offers', change));
        unsubscribe = changes.subscribe({ onChange, onClose: () => end() });
      },
      cancel: () => end(),
    },
    { highWaterMark: MOST_UNREAD },
  );
}

function eventOf(event: string, data: { number: number; offerIds?: readonly string[] }): string {
  return `event: ${event}\nid: ${data.number}\ndata: ${JSON.stringify(data)}\n\n`;
}
