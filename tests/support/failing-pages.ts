// A process of its own that writes pages which fail, tells what it answered, and has then nothing left to
// do: a timer forgotten on the way would keep it, and end it with a fault.
// Run as `node failing-pages.ts BUNDLE`.

import { pathToFileURL } from 'node:url';

/** What one page was answered with. */
export type Told = {
  path: string;
  status: number;
  /** From its first line to its last. */
  whole: boolean;
  headings: readonly string[];
  /** The number of the ambulance can be called from it. */
  phones: boolean;
};

type Handle = (
  request: Request,
  context: { fetch: (path: string) => Promise<Response>; nonce: string; nowMs: number },
) => Promise<Response>;

const { handle }: { handle: Handle } = await import(pathToFileURL(process.argv[2] ?? '').href);

const PLACE = { key: '16020', insee: '16020', name: 'Aubeterre', territoryCode: null };
const ENTRY = {
  id: 'x',
  name: 'Cabinet',
  communeName: 'Chalais',
  phone: null,
  provenance: { sourceId: 's' },
  assertions: [],
  services: [],
  coverageInsees: [],
};

/** Known ends, and answers that lack what the components read. */
function answer(path: string): unknown {
  if (path.startsWith('/api/places/')) return PLACE;
  if (path === '/api/slots') return { days: [], remarks: [] };
  if (path.startsWith('/api/directory/x')) return ENTRY;
  return [];
}

const context = {
  fetch: async (path: string) => Response.json(answer(path)),
  nonce: 'n',
  nowMs: Date.UTC(2026, 10, 20, 9),
};

for (const path of ['/creneaux/x?depart=16020', '/fiche/x?depart=16020', '/a-propos/classement']) {
  const response = await handle(new Request(`http://site.test${path}`), context);
  const html = await response.text();
  const told: Told = {
    path,
    status: response.status,
    whole: html.startsWith('<!doctype html>') && html.trimEnd().endsWith('</html>'),
    headings: [...html.matchAll(/<h1[^>]*>([^<]*)/g)].map(([, words = '']) => words),
    phones: html.includes('href="tel:15"'),
  };
  console.log(JSON.stringify(told));
}
