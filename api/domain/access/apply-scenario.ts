// What does each change of a scenario do to supply and times?
//
// Only what concerns the profession of the ground is applied. A change that cannot be, because it names a site
// nobody knows or times nobody reckoned, is given back with the reason: none is dropped in silence.

import type { LonLat } from '#domain/geo.ts';
import { addOnDemand } from './add-on-demand.ts';
import { ALL_HALF_DAYS, type HalfDayMask, maskOf } from './half-days.ts';
import {
  HALF_DAYS_A_FULL_TIME,
  type OpeningChange,
  type ScenarioChange,
  type SiteChange,
  type TransportChange,
} from './scenario-change.ts';
import { type ScenarioGround, stackRow, unstackRow } from './scenario-ground.ts';
import { addSite, currentRow, type ScenarioState, setRow, setSupply } from './scenario-state.ts';
import { type Reason, type Trial, targetOf } from './scenario-trial.ts';

export type LeftOut = {
  /** Number of the change in the list given. */
  change: number;
  reason: Exclude<Reason, null>;
};

export type Applied = {
  /** Sites opened, by the id the scenario gave; stops of a mobile unit follow it, `unit#1`. */
  opened: ReadonlyMap<string, number>;
  leftOut: readonly LeftOut[];
};

export function applyScenario(
  state: ScenarioState,
  changes: readonly ScenarioChange[],
  ground: ScenarioGround,
): Applied {
  const trial: Trial = {
    state,
    ground,
    opened: new Map(),
    points: new Map(),
    halfDays: new Map(ground.siteHalfDays),
  };
  const leftOut = changes.flatMap((change, i) => {
    const reason = applyOne(trial, change);
    return reason === null ? [] : [{ change: i, reason }];
  });
  return { opened: trial.opened, leftOut };
}

function applyOne(trial: Trial, change: ScenarioChange): Reason {
  switch (change.kind) {
    case 'add_on_demand':
    case 'add_line':
    case 'retime_line':
      return changeTransport(trial, change);
    case 'open_site':
    case 'advanced_consultation':
    case 'mobile_unit':
    case 'teleconsultation_booth':
      return openSites(trial, change);
    case 'retire':
    case 'reduce_activity':
    case 'move':
    case 'extend_hours':
      return changeSite(trial, change);
  }
}

function changeTransport(trial: Trial, change: TransportChange): Reason {
  const { state, ground } = trial;
  if (change.kind === 'add_on_demand' && ground.communes !== undefined) {
    return addOnDemand(trial, change, ground.communes);
  }
  const rows = ground.transportRows(change);
  if (rows === null) return 'times_not_reckoned';
  for (const [site, each] of rows) setRow(state, site, stackRow(ground, each, ALL_HALF_DAYS));
  return null;
}

function openSites(trial: Trial, change: OpeningChange): Reason {
  const { ground } = trial;
  if ('profession' in change && change.profession !== ground.profession) return 'other_profession';
  switch (change.kind) {
    case 'open_site': {
      const posts = change.staff.filter(({ profession }) => profession === ground.profession);
      if (posts.length === 0) return 'other_profession';
      const fullTime = posts.reduce((sum, post) => sum + post.fullTime, 0);
      return open(trial, change.id, change.at, maskOf(change.halfDays), fullTime);
    }
    case 'advanced_consultation':
      return open(trial, change.id, change.at, maskOf(change.halfDays), postsIn(change.halfDays));
    case 'teleconsultation_booth': {
      const fullTime = (postsIn(change.halfDays) * change.countsPercent) / 100;
      return open(trial, change.id, change.at, maskOf(change.halfDays), fullTime);
    }
    case 'mobile_unit': {
      if (change.stops.some(({ at }) => ground.rowsTo({ at }) === null))
        return 'times_not_reckoned';
      for (const [i, { at, halfDays, everyWeeks }] of change.stops.entries()) {
        const id = `${change.id}#${i + 1}`;
        const reason = open(trial, id, at, maskOf(halfDays), postsIn(halfDays) / everyWeeks);
        if (reason !== null) return reason;
      }
      return null;
    }
  }
}

function changeSite(trial: Trial, change: SiteChange): Reason {
  const { state, ground, halfDays } = trial;
  if ('profession' in change && change.profession !== ground.profession) return 'other_profession';
  const site = trial.opened.get(change.site) ?? ground.siteNumbers.get(change.site);
  if (site === undefined) return 'unknown_site';
  const supply = state.supply[site] ?? 0;
  switch (change.kind) {
    case 'retire': {
      const leaving = change.fullTime === null ? supply : change.fullTime * ground.supplyAFullTime;
      setSupply(state, site, Math.max(0, supply - leaving));
      return null;
    }
    case 'reduce_activity':
      setSupply(state, site, (supply * change.keptPercent) / 100);
      return null;
    case 'move': {
      const rows = ground.rowsTo({ at: change.to });
      if (rows === null) return 'times_not_reckoned';
      trial.points.set(change.site, change.to);
      setRow(state, site, stackRow(ground, rows, halfDays.get(change.site) ?? ALL_HALF_DAYS));
      return null;
    }
    case 'extend_hours': {
      const rows = ground.rowsTo(targetOf(trial, change.site));
      if (rows === null) return 'times_not_reckoned';
      const before = halfDays.get(change.site) ?? ALL_HALF_DAYS;
      const open = before | maskOf(change.halfDays);
      halfDays.set(change.site, open);
      // Days already open keep their times, which an earlier change may have shortened.
      const held = unstackRow(ground, currentRow(state, site));
      const merged = rows.map((row, i) => (held[i]?.places.length ? (held[i] ?? row) : row));
      setRow(state, site, stackRow(ground, merged, open));
      setSupply(state, site, supply + change.addedFullTime * ground.supplyAFullTime);
      return null;
    }
  }
}

function open(
  { state, ground, opened, points, halfDays }: Trial,
  id: string,
  at: LonLat,
  mask: HalfDayMask,
  fullTime: number,
): Reason {
  if (opened.has(id) || ground.siteNumbers.has(id)) return 'id_taken';
  const rows = ground.rowsTo({ at });
  if (rows === null) return 'times_not_reckoned';
  const supply = fullTime * ground.supplyAFullTime;
  opened.set(id, addSite(state, stackRow(ground, rows, mask), supply));
  points.set(id, at);
  halfDays.set(id, mask);
  return null;
}

const postsIn = (halfDays: readonly number[]): number => halfDays.length / HALF_DAYS_A_FULL_TIME;
