// The partners by theme of the local health contract and by kind, around a commune or all over.

import './guide-page.css';
import '#web/styles/print-guide.css';
import { Show } from 'solid-js';
import { CATEGORIES, type ClsTheme } from '#domain/directory/directory.ts';
import { labelIn } from '#web/lib/locale.ts';
import type { Page, PageRequest } from '#web/lib/page.ts';
import { findPlace } from '#web/lib/place-choices.ts';
import { GuideBrowse } from './guide-browse.tsx';
import {
  collectEntries,
  countEntries,
  type GuideChoice,
  type GuideData,
  type GuideGroup,
  groupByCommune,
  isCategory,
} from './guide-data.ts';
import { GuideDocument } from './guide-document.tsx';

const AROUND_METERS = 15_000;

export const guidePage: Page<GuideData> = {
  async load(request) {
    const { api, query, text, locale } = request;
    const themes = await api.get<ClsTheme[]>('/api/themes');
    const askedTheme = query.get('theme') ?? '';
    const theme = themes.find((each) => each.id === askedTheme);
    const isDocument = query.get('imprimer') === 'oui';
    const place = await readPlace(request);
    const askedCategory = query.get('categorie') ?? '';
    const choice: GuideChoice = {
      theme: theme?.id ?? '',
      category: isCategory(askedCategory) ? askedCategory : '',
      place: place.found === null ? null : { key: place.found.key, name: place.found.name },
      unknownPlace: place.unknown,
    };
    const found = isDocument
      ? await byTheme(request, theme === undefined ? themes : [theme])
      : await chosen(request, choice, place.found?.point);
    return {
      kind: 'page',
      head: {
        title: theme === undefined ? text.guide.title : labelIn(theme.label, locale),
        description: text.guide.intro,
        noIndex: isDocument || choice.place !== null,
      },
      data: { ...(await chapters(request, themes)), choice, ...found, document: isDocument },
    };
  },

  handover: (data) => ({ ...data, groups: [] }),

  Content(props) {
    return (
      <Show when={props.data.document} fallback={<GuideBrowse data={props.data} />}>
        <GuideDocument data={props.data} />
      </Show>
    );
  },
};

/** What can be chosen: only what leads to somebody. */
async function chapters(
  { api, site, text, locale }: PageRequest,
  themes: readonly ClsTheme[],
): Promise<Pick<GuideData, 'themes' | 'categories'>> {
  const territory = site?.territoryCode;
  const [byTheme, byCategory] = await Promise.all([
    Promise.all(
      themes.map(async ({ id, label }) => ({
        id,
        label: label[locale],
        count: await countEntries(api, { theme: id, territory }),
      })),
    ),
    Promise.all(
      CATEGORIES.map(async (id) => ({
        id,
        label: text.codes.categories[id],
        count: await countEntries(api, { category: id, territory }),
      })),
    ),
  ]);
  const some = ({ count }: { count: number }) => count > 0;
  return { themes: byTheme.filter(some), categories: byCategory.filter(some) };
}

type Found = { groups: GuideGroup[]; total: number };

async function readPlace({ api, query, site }: PageRequest) {
  const key = query.get('depart')?.trim() || null;
  const typed = query.get('lieu')?.trim().slice(0, 80) || null;
  const found =
    key === null && typed === null
      ? null
      : await findPlace(api, { key: typed === null ? key : null, typed }, site?.territoryCode);
  return { found, unknown: found === null ? typed : null };
}

/** One chapter per theme: a partner of two themes is found in both. */
async function byTheme(request: PageRequest, themes: readonly ClsTheme[]): Promise<Found> {
  const { api, locale, site } = request;
  const chapters = await Promise.all(
    themes.map(async (theme) => {
      const { entries } = await collectEntries(api, {
        theme: theme.id,
        territory: site?.territoryCode,
      });
      return {
        id: theme.id,
        title: labelIn(theme.label, locale),
        entries: groupByCommune(entries).flatMap((group) => group.entries),
      };
    }),
  );
  const groups = chapters.filter((chapter) => chapter.entries.length > 0);
  return { groups, total: groups.reduce((sum, group) => sum + group.entries.length, 0) };
}

/** Around a commune: nearest first, in one list. Otherwise by commune. Nothing chosen: nothing asked. */
async function chosen(
  request: PageRequest,
  choice: GuideChoice,
  point: readonly [number, number] | undefined,
): Promise<Found> {
  const { api, site, text } = request;
  if (choice.theme === '' && choice.category === '' && choice.place === null)
    return { groups: [], total: 0 };
  const { entries, total } = await collectEntries(api, {
    theme: choice.theme,
    category: choice.category,
    ...(point === undefined
      ? { territory: site?.territoryCode }
      : { lon: point[0], lat: point[1], radius: AROUND_METERS }),
  });
  if (choice.place === null) return { groups: groupByCommune(entries), total };
  const title = text.guide.around(choice.place.name, AROUND_METERS / 1000);
  const nearest = entries.toSorted((a, b) => (a.crowMeters ?? 0) - (b.crowMeters ?? 0));
  return { groups: nearest.length === 0 ? [] : [{ id: 'autour', title, entries: nearest }], total };
}
