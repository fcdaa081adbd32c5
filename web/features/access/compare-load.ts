// Which territories are compared, and what is known of each?

import { findIndicator } from '#domain/access/indicators.ts';
import type { PageOutcome, PageRequest } from '#web/lib/page.ts';
import { accessApi } from './access-data.ts';
import {
  type AccessComparison,
  type AccessTwins,
  type CompareData,
  comparePath,
} from './compare-data.ts';

/** Beside the one asked. */
const MOST = 2;

/** When nobody is named, the one most alike stands beside; names nobody knows are left out. */
export async function loadCompare(request: PageRequest): Promise<PageOutcome<CompareData>> {
  const { api, query, site, text } = request;
  const territories = (await api.territories()).map(({ code, name }) => ({ code, name }));
  const asked = query.get('territoire') ?? site?.territoryCode ?? territories[0]?.code;
  const own = territories.find(({ code }) => code === asked);
  if (own === undefined) return { kind: 'not_found' };
  const twins = await api.get<AccessTwins>(accessApi(own.code, '/twins'));
  const named = [...new Set(query.getAll('avec'))].filter((code) =>
    twins.twins.some((twin) => twin.code === code),
  );
  const others = named.length > 0 ? named : twins.twins.slice(0, 1).map(({ code }) => code);
  const beside = others.slice(0, MOST);
  const comparison =
    beside.length === 0 ? null : await api.get<AccessComparison>(comparePath(own.code, beside));
  const { head, lead } = text.access.compare;
  return {
    kind: 'page',
    head: { title: head(own.name), description: lead },
    data: {
      territories,
      twins,
      beside,
      areTooMany: others.length > MOST,
      comparison,
      indicator: findIndicator(query.get('indicateur') ?? '')?.id ?? null,
    },
  };
}
