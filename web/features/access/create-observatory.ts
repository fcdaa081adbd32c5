// What is looked at now: the question, the commune, the order of the table; and what must be fetched for it.

import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import {
  type AccessPlaces,
  type AccessSheet,
  accessApi,
  type IndicatorId,
  placesPath,
} from './access-data.ts';
import { type ObservatoryData, observatoryPath } from './observatory-data.ts';
import { type RankedPlace, rankPlaces } from './rank-places.ts';
import { type ValueClass, valueClasses } from './value-classes.ts';

export type SheetState = 'none' | 'loading' | 'ready' | 'failed';

export type Observatory = {
  figures: Accessor<AccessPlaces>;
  classes: Accessor<readonly ValueClass[]>;
  /** Worst first. */
  ranked: Accessor<readonly RankedPlace[]>;
  /** The figures asked for last could not come. */
  hasFailed: Accessor<boolean>;
  pick: (indicator: IndicatorId) => void;
  selected: Accessor<string | null>;
  sheet: Accessor<AccessSheet | null>;
  sheetState: Accessor<SheetState>;
  select: (insee: string | null) => void;
  /** Address that shows a commune, without script too. */
  communeHref: (insee: string) => string;
};

/** `base` is the path of the page, without the language; `searches`: what the address says of them. */
export function createObservatory(
  data: ObservatoryData & { places: AccessPlaces },
  base: string,
  searches: Accessor<string | null> = () => null,
): Observatory {
  const { api, link } = usePage();
  const [figures, setFigures] = createSignal(data.places);
  const [hasFailed, setHasFailed] = createSignal(false);
  const [selected, setSelected] = createSignal<string | null>(data.sheet?.insee ?? null);
  const [sheet, setSheet] = createSignal<AccessSheet | null>(data.sheet);
  const [sheetState, setSheetState] = createSignal<SheetState>(
    data.sheet === null ? 'none' : 'ready',
  );
  let asked = 0;

  const pathOf = (indicator: IndicatorId, insee: string | null) =>
    link(
      observatoryPath(base, {
        ...{ territory: data.territory, indicator, insee },
        searches: searches(),
      }),
    );
  const noteAddress = (): void => {
    history.replaceState(history.state, '', pathOf(figures().indicator.id, selected()));
  };
  createEffect(on(searches, noteAddress, { defer: true }));

  async function pick(indicator: IndicatorId): Promise<void> {
    asked += 1;
    const mine = asked;
    try {
      const found = await api.get<AccessPlaces>(placesPath(data.territory, indicator));
      if (mine !== asked) return;
      setFigures(found);
      setHasFailed(false);
      noteAddress();
    } catch {
      if (mine === asked) setHasFailed(true);
    }
  }

  async function select(insee: string | null): Promise<void> {
    setSelected(insee);
    noteAddress();
    if (insee === null || sheet()?.insee === insee) {
      setSheetState(insee === null ? 'none' : 'ready');
      return;
    }
    setSheetState('loading');
    try {
      const found = await api.get<AccessSheet>(accessApi(data.territory, `/communes/${insee}`));
      if (selected() !== insee) return;
      setSheet(found);
      setSheetState('ready');
    } catch {
      if (selected() === insee) setSheetState('failed');
    }
  }

  return {
    figures,
    classes: createMemo(() => valueClasses(figures().indicator)),
    ranked: createMemo(() => rankPlaces(figures().places, figures().indicator.direction)),
    hasFailed,
    pick: (indicator) => void pick(indicator),
    selected,
    sheet,
    sheetState,
    select: (insee) => void select(insee),
    communeHref: (insee) => `${pathOf(figures().indicator.id, insee)}#fiche-commune`,
  };
}
