// From what was written in the form to a change, or to the first thing that is missing.

import type { ModelPlace } from '#domain/access/access-model.ts';
import type { HalfDay } from '#domain/access/half-days.ts';
import { ACCESS_PROFESSIONS, type AccessProfession } from '#domain/access/professions.ts';
import {
  HALF_DAYS_A_FULL_TIME,
  type ScenarioChange,
  type UnitStop,
} from '#domain/access/scenario-change.ts';
import type { DeskModel } from './scenario-messages.ts';

export const FORM_KINDS = [
  'retire',
  'reduce_activity',
  'extend_hours',
  'move',
  'open_site',
  'advanced_consultation',
  'mobile_unit',
  'teleconsultation_booth',
] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** As written. */
export type Draft = {
  kind: FormKind;
  /** `id`, or `id|full-time posts that leave`. */
  site: string;
  place: ModelPlace | null;
  percent: string;
  staff: Partial<Record<AccessProfession, string>>;
  halfDays: readonly HalfDay[];
  stops: readonly UnitStop[];
  name: string;
};

export type DraftFault = 'site' | 'place' | 'percent' | 'staff' | 'halfDays' | 'stops';
type Composed = { change: ScenarioChange } | { fault: DraftFault };

/** What separates a site from the posts that leave it, in the value of an option. */
export const LEAVING_MARK = '|';

export function composeChange(
  model: Pick<DeskModel, 'profession' | 'sites'>,
  changes: readonly ScenarioChange[],
  draft: Draft,
): Composed {
  const { kind, halfDays } = draft;
  const { profession } = model;
  const [site = '', leaving] = draft.site.split(LEAVING_MARK);
  const at = draft.place?.point;
  const percent = numberIn(draft.percent, 0, 100);
  const id = freeName(draft.name, model, changes);
  const needsSite = ['retire', 'reduce_activity', 'extend_hours', 'move'].includes(kind);
  if (needsSite && site === '') return { fault: 'site' };
  if (kind === 'retire') {
    const fullTime = leaving === undefined ? null : Number(leaving);
    return { change: { kind, site, profession, fullTime } };
  }
  if (kind === 'reduce_activity') {
    return percent === null
      ? { fault: 'percent' }
      : { change: { kind, site, profession, keptPercent: percent } };
  }
  if (kind === 'mobile_unit') {
    return draft.stops.length === 0
      ? { fault: 'stops' }
      : { change: { kind, id, profession, stops: draft.stops } };
  }
  if (kind !== 'extend_hours' && at === undefined) return { fault: 'place' };
  if (kind === 'move')
    return at === undefined ? { fault: 'place' } : { change: { kind, site, to: at } };
  if (halfDays.length === 0) return { fault: 'halfDays' };
  if (kind === 'extend_hours') {
    const addedFullTime = halfDays.length / HALF_DAYS_A_FULL_TIME;
    return { change: { kind, site, profession, halfDays, addedFullTime } };
  }
  if (at === undefined) return { fault: 'place' };
  if (kind === 'advanced_consultation') return { change: { kind, id, at, profession, halfDays } };
  if (kind === 'teleconsultation_booth') {
    return percent === null
      ? { fault: 'percent' }
      : { change: { kind, id, at, profession, halfDays, countsPercent: percent } };
  }
  const staff = ACCESS_PROFESSIONS.flatMap((each) => {
    const written = draft.staff[each]?.trim() ?? '';
    return written === '' || written === '0'
      ? []
      : [{ profession: each, fullTime: numberIn(written, 0.1, 100) }];
  });
  const posts = staff.flatMap((post) =>
    post.fullTime === null ? [] : [{ ...post, fullTime: post.fullTime }],
  );
  if (posts.length === 0 || posts.length < staff.length) return { fault: 'staff' };
  return { change: { kind, id, at, staff: posts, halfDays } };
}

/** A comma or a point. Null: no number, or out of bounds. */
function numberIn(written: string, from: number, to: number): number | null {
  const text = written.trim().replace(',', '.');
  const value = Number(text);
  return text !== '' && value >= from && value <= to ? value : null;
}

/** Two sites of a scenario, or two transports, never bear the same name. */
export function freeName(
  wanted: string,
  { sites }: Pick<DeskModel, 'sites'>,
  changes: readonly ScenarioChange[],
): string {
  const taken = new Set([
    ...sites.map(({ id }) => id),
    ...changes.flatMap((change) => ('id' in change ? [change.id] : [])),
  ]);
  const name = wanted.slice(0, 76);
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name} ${number}`)) return `${name} ${number}`;
}
