// What is pressed and watched on the page of scenarios.

/**
 * Runs in the page. What was painted last after a press, once nothing changed for a while: mutations of the map
 * and of the figures, each up to the frame that shows it.
 */
const WATCHER = `{
  const QUIET_MS = 250;
  const LONGEST_MS = 20000;
  const painted = (then) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(null);
  });
  globalThis.pressAndWait = (selector) => new Promise((resolve, reject) => {
    const button = document.querySelector(selector);
    if (button === null) return reject(new Error('Nothing to press: ' + selector));
    const startedMs = performance.now();
    let lastMs = 0;
    let isMapDrawn = false;
    let waiting = 0;
    const observer = new MutationObserver((mutations) => {
      const isOfMap = mutations.some(({ target }) => target.parentElement?.closest('svg') ?? null);
      isMapDrawn ||= isOfMap;
      clearTimeout(waiting);
      painted((nowMs) => {
        lastMs = nowMs;
        clearTimeout(waiting);
        waiting = setTimeout(() => {
          if (!isMapDrawn) return;
          observer.disconnect();
          resolve(lastMs - startedMs);
        }, QUIET_MS);
      });
    });
    observer.observe(document.querySelector('main'), {
      subtree: true, childList: true, attributes: true, characterData: true,
    });
    setTimeout(() => reject(new Error('The map was not redrawn')), LONGEST_MS);
    button.click();
  });
}`;

export const TERRITORY_PAGE = {
  path: '/observatoire/scenario?territoire=sud-charente',
  who: 'select[name="qui"]',
  /** Named as the page names it. */
  practice: 'Chalais',
  add: '.scenario-form button[type="submit"]',
  remove: 'ol.scenario-list li button',
  watcher: WATCHER,
} as const;
