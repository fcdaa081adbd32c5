// Which ways are ready while the page is being written? The others follow, asked by the browser.

import type { PlacesBody } from '#web/lib/api.ts';
import type { PageRequest } from '#web/lib/page.ts';
import { followWays, type Ways } from './results-ways-model.ts';

/** The list is not held back longer; without JavaScript, these ways are all there is. */
const LIMIT_MS = 1000;

/** Never fails: without an answer, no way is ready. */
export async function readyWays(request: PageRequest, body: PlacesBody): Promise<Ways> {
  if (body.places.length === 0) return {};
  let ready: Ways = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), LIMIT_MS);
  });
  const ways = followWays(request.api, body, request);
  try {
    for (;;) {
      const next = await Promise.race([ways.next(), late]);
      if (next === null || next.done === true) return ready;
      ready = next.value;
    }
  } catch {
    return ready;
  } finally {
    clearTimeout(timer);
    // Waits for a line that is on its way, and then closes the answer.
    ways.return(undefined).catch(() => undefined);
  }
}
