// Everything known of one partner or professional, where each fact comes from, and the way there.

import { keptSearch } from '#web/lib/kept-search.ts';
import './entry-page.css';
import '#web/styles/print-entry.css';
import type { EntryDetail } from '#domain/directory/directory.ts';
import type { Api } from '#web/lib/api.ts';
import { communeNames } from '#web/lib/commune-names.ts';
import type { Page } from '#web/lib/page.ts';
import { findPlace } from '#web/lib/place-choices.ts';
import { sourceNames } from '#web/lib/source-names.ts';
import { EntryContent } from './entry-content.tsx';
import { type EntryData, usedSourceIds } from './entry-data.ts';
import { MODE_WORDS, readSearch, searchPath } from './need-search.ts';

export const entryPage: Page<EntryData> = {
  async load(request) {
    const { api, query, params, text, site } = request;
    const search = readSearch(query);
    const place =
      search.place === ''
        ? null
        : await findPlace(
            api,
            {
              key: search.placeTyped ? null : search.place,
              typed: search.placeTyped ? search.place : null,
            },
            site?.territoryCode,
          );
    const entry = await api.entry(params['id'] ?? '', place?.point);
    const [sources, coverage] = await Promise.all([
      sourceNames(api, usedSourceIds(entry)),
      coverageNames(api, entry, site?.territoryCode),
    ]);
    const need = search.need === '' || search.needTyped ? null : search.need;
    return {
      kind: 'page',
      head: {
        title: `${entry.name}, ${entry.communeName}`,
        description: `${entry.title}, ${entry.communeName}. ${text.entry.headDescription}`,
        canonical: `/fiche/${encodeURIComponent(entry.id)}`,
        noIndex: entry.demonstration,
      },
      data: {
        entry,
        sources,
        coverage,
        from: place === null ? null : { key: place.key, name: place.name },
        travel: {
          mode: MODE_WORDS[search.mode],
          day: search.day,
          time: search.time,
          need,
          search: keptSearch(query),
        },
        back:
          need === null || place === null
            ? null
            : `${searchPath({ ...search, place: place.key })}#reponse-${entry.id}`,
      },
    };
  },
  Content: EntryContent,
};

/** A place that serves only its own commune needs no list. */
async function coverageNames(
  api: Api,
  entry: EntryDetail,
  territory: string | undefined,
): Promise<string[]> {
  if (entry.coverageInsees.length < 2) return [];
  return communeNames(api, territory === undefined ? [] : [territory], entry.coverageInsees);
}
