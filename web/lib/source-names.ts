// Sources by identifier, with what a page shows of them: their name and where they can be read.

import type { Source } from '#domain/provenance.ts';
import type { Api } from './api.ts';

export type SourceName = Pick<Source, 'name' | 'publisher' | 'url' | 'date'>;
export type SourceNames = Readonly<Record<string, SourceName>>;

/** Only the sources asked for: a page carries no more than it shows. */
export async function sourceNames(api: Api, ids: Iterable<string>): Promise<SourceNames> {
  const asked = new Set(ids);
  const names: Record<string, SourceName> = {};
  for (const { id, name, publisher, url, date } of await api.get<Source[]>('/api/sources')) {
    if (asked.has(id)) names[id] = { name, publisher, url, date };
  }
  return names;
}
