// What somebody presses, writes or ticks before the scripts are there is heard once the page is alive.

/** `changed`: what was ticked or chosen, in this order; `stop`: from then on the page hears by itself. */
type Early = { changed: EventTarget[]; stop: AbortController };

declare global {
  interface Window {
    earlyEvents?: Early;
  }
}

/**
 * Runs before all else. Solid keeps presses and letters until it knows their elements, but asks them for their
 * path, which an event forgets once it has passed: it is kept. Of what is ticked or chosen Solid keeps nothing.
 */
const KEEP = `(()=>{const changed=[],stop=new AbortController,how={capture:true,signal:stop.signal};
for(const type of["click","input"])document.addEventListener(type,event=>{const path=event.composedPath();event.composedPath=()=>path},how);
document.addEventListener("change",event=>changed.push(event.target),how);
window.earlyEvents={changed,stop}})()`;

export const earlyEventsScript = (nonce: string): string =>
  `<script nonce="${nonce}">${KEEP}</script>`;

/** Once every element has what it answers, and what Solid kept was heard. */
export function hearEarlyChanges(): void {
  const early = window.earlyEvents;
  if (early === undefined) return;
  delete window.earlyEvents;
  early.stop.abort();
  for (const target of early.changed) target.dispatchEvent(new Event('change', { bubbles: true }));
}
