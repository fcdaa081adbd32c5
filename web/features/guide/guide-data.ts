// What the guide shows: the choice made, and the partners found, by theme or by commune.

import { CATEGORIES, type Category, type EntrySummary } from '#domain/directory/directory.ts';
import type { Api, DirectoryQuery } from '#web/lib/api.ts';

/** More than this on one page is no longer read: the count says so. */
const MAX_ENTRIES = 400;
const PAGE_SIZE = 100;

/** What a line of the guide needs of an entry, and no more. */
export type GuideEntry = Pick<
  EntrySummary,
  | 'id'
  | 'name'
  | 'title'
  | 'category'
  | 'communeName'
  | 'demonstration'
  | 'phone'
  | 'crowMeters'
  | 'opening'
> & { street: string | null; postcode: string | null; city: string };

/** A choice of the guide, with how many partners are behind it. */
export type GuideChapter = { id: string; label: string; count: number };

export type GuideGroup = { id: string; title: string; entries: readonly GuideEntry[] };

export type GuideChoice = {
  theme: string;
  category: Category | '';
  place: { key: string; name: string } | null;
  /** Words typed for a commune nobody knows. */
  unknownPlace: string | null;
};

export type GuideData = {
  /** Themes and kinds with somebody in them; those of nobody are left out. */
  themes: readonly GuideChapter[];
  categories: readonly (GuideChapter & { id: Category })[];
  choice: GuideChoice;
  groups: readonly GuideGroup[];
  total: number;
  /** The guide as a document, to print. */
  document: boolean;
};

export function isCategory(value: string): value is Category {
  return (CATEGORIES as readonly string[]).includes(value);
}

/** Every entry a query keeps, page after page, up to what one page can show. */
export async function collectEntries(
  api: Api,
  query: DirectoryQuery,
): Promise<{ entries: GuideEntry[]; total: number }> {
  const entries: GuideEntry[] = [];
  let cursor: string | undefined;
  let total = 0;
  do {
    const answer = await api.searchDirectory({ ...query, limit: PAGE_SIZE, cursor });
    total = answer.total;
    entries.push(...answer.entries.map(shorten));
    cursor = answer.nextCursor ?? undefined;
  } while (cursor !== undefined && entries.length < MAX_ENTRIES);
  return { entries, total };
}

/** How many partners a choice holds. */
export async function countEntries(api: Api, query: DirectoryQuery): Promise<number> {
  return (await api.searchDirectory({ ...query, limit: 1 })).total;
}

/** One group per commune, in alphabetical order. */
export function groupByCommune(entries: readonly GuideEntry[]): GuideGroup[] {
  const communes = Map.groupBy(entries, (entry) => entry.communeName);
  return [...communes]
    .map(([title, members]) => ({
      id: groupId(title),
      title,
      entries: members.toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
    }))
    .sort((a, b) => a.title.localeCompare(b.title, 'fr'));
}

export function groupId(title: string): string {
  return title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}

function shorten(entry: EntrySummary): GuideEntry {
  const { id, title, category, communeName, demonstration, phone, crowMeters, opening } = entry;
  const { street, postcode, city } = entry.address;
  return {
    id,
    // The word is said beside the name, once.
    name: demonstration ? entry.name.replace(/ \(démonstration\)$/i, '') : entry.name,
    title,
    category,
    communeName,
    demonstration,
    phone,
    crowMeters,
    opening,
    street,
    postcode,
    city,
  };
}
