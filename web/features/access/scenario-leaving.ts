// Who may leave, as one may choose it: somebody by name where names are told, else how many of a place.

import { listPeople } from '#domain/access/departures.ts';
import type { ScenarioChange } from '#domain/access/scenario-change.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import { LEAVING_MARK } from './scenario-compose.ts';
import type { DeskModel } from './scenario-messages.ts';
import { siteName } from './scenario-told.ts';
import { createValueWords } from './scenario-values.ts';

type Option = { value: string; label: string };
type Known = Pick<
  DeskModel,
  'sites' | 'places' | 'days' | 'profession' | 'supplyAFullTime' | 'shownTimes'
>;
type Site = Known['sites'][number];

/** Reckoning leaves crumbs. */
const CRUMB = 1e-6;

/** One a person who is named, and all of a place; one a place where nobody is. */
export function leavingOptions(text: Dictionary, model: Known): Option[] {
  const words = text.scenario.form;
  const values = createValueWords(text, model);
  return model.sites
    .filter(({ isInside }) => isInside)
    .flatMap((site) => {
      const label = siteName(model, site.id);
      const total = totalOf(site, model);
      if (site.practitioners.length === 0) {
        return [
          {
            value: leavingOf(site, Math.min(1, total)),
            label: words.someOf(label, model.profession, total),
          },
        ];
      }
      const all = { value: site.id, label: words.everybody(label, values.amount(total)) };
      return site.practitioners.length > 1 ? [all] : [];
    })
    .concat(peopleOptions(text, model))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));
}

/** Somebody once, wherever they practise. */
function peopleOptions(text: Dictionary, model: Known): Option[] {
  return listPeople(model).flatMap(({ name, practices }) => {
    const own = practices.find(({ isInside }) => isInside);
    if (own === undefined) return [];
    const labels = [...new Set(practices.map(({ site }) => siteName(model, site)))];
    return [
      {
        value: [own.site, own.fullTime, own.entryId].join(LEAVING_MARK),
        label: text.scenario.form.leaver(name, labels),
      },
    ];
  });
}

/** What else leaves with who is chosen: their other practices. */
export function alsoLeaving(model: Known, chosen: string): ScenarioChange[] {
  const [, , entryId] = chosen.split(LEAVING_MARK);
  const person = listPeople(model).find(({ practices }) =>
    practices.some((each) => each.entryId === entryId),
  );
  const others = person?.practices.filter((each) => each.entryId !== entryId) ?? [];
  return others.map(({ site, fullTime }) => ({
    ...{ kind: 'retire' as const, site, profession: model.profession, fullTime },
  }));
}

/** How many leave the place that is chosen; empty: there is nothing to choose. */
export function howManyOptions(text: Dictionary, model: Known, chosen: string): Option[] {
  const site = unnamed(model, chosen);
  if (site === null) return [];
  const values = createValueWords(text, model);
  const total = totalOf(site, model);
  const fewer = Array.from({ length: Math.ceil(total - CRUMB) - 1 }, (_, i) => i + 1);
  if (fewer.length === 0) return [];
  return [
    ...fewer.map((count) => ({ value: leavingOf(site, count), label: values.amount(count) })),
    { value: site.id, label: text.scenario.form.allOf(values.amount(total)) },
  ];
}

/** Among `leavingOptions`, the one that is chosen, however many leave. */
export function leavingChoice(model: Known, chosen: string): string {
  const site = unnamed(model, chosen);
  return site === null ? chosen : leavingOf(site, Math.min(1, totalOf(site, model)));
}

function unnamed({ sites }: Known, chosen: string): Site | null {
  const [id] = chosen.split(LEAVING_MARK);
  const site = sites.find((each) => each.id === id);
  return site === undefined || site.practitioners.length > 0 ? null : site;
}

const totalOf = ({ supply }: Site, { supplyAFullTime }: Known): number => supply / supplyAFullTime;

const leavingOf = ({ id }: Site, fullTime: number): string => `${id}${LEAVING_MARK}${fullTime}`;
