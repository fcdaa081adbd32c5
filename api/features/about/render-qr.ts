// The code to scan on a printed sheet: the public address of one of our pages.

import { renderSVG } from 'uqr';

/** `origin` has no slash at the end; `path` begins with one. Black on white, quiet zone included. */
export function renderQr(origin: string, path: string): string {
  return renderSVG(`${origin}${path}`, { ecc: 'M', border: 4, pixelSize: 4 });
}
