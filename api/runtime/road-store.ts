// Which roads are loaded, for times by road? Without any, times are estimated and say so.

import type { Log } from '#api/http/request-log.ts';
import type { RoadNetwork } from '#domain/journey/road-network.ts';
import { createLiveValue } from './live-value.ts';
import { prepareRoads } from './prepare-parts.ts';

export type RoadStore = {
  isReady: () => boolean;
  reload: () => Promise<void>;
};

/**
 * Read again only when the version changed. `onLoaded` is given each new network, null when no roads
 * were imported, or when they cannot be used: the log says why, and the next import is tried.
 */
export function createRoadStore(options: {
  findVersion: () => Promise<number | null>;
  loadBytes: () => Promise<SharedArrayBuffer | null>;
  onLoaded: (roads: RoadNetwork | null) => void;
  log: Log;
}): RoadStore {
  let last: { version: number | null } | null = null;
  const live = createLiveValue('The road graph', async () => {
    const version = await options.findVersion();
    if (last?.version === version) return;
    const bytes = await options.loadBytes();
    options.onLoaded(bytes === null ? null : await prepareOrTell(bytes));
    last = { version };
  });
  return { isReady: live.isReady, reload: live.reload };

  async function prepareOrTell(bytes: SharedArrayBuffer): Promise<RoadNetwork | null> {
    try {
      return await prepareRoads(bytes);
    } catch (error) {
      const message = error instanceof Error ? error.message : typeof error;
      options.log.error({ event: 'roads_unusable', message });
      return null;
    }
  }
}
