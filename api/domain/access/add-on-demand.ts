// Which sites does a new transport on demand bring nearer, sites the scenario opened included?

import { ALL_HALF_DAYS, halfDaysWithin } from './half-days.ts';
import { onDemandRows } from './on-demand-rows.ts';
import type { OnDemandChange } from './scenario-change.ts';
import { type ScenarioGround, stackRow, unstackRow } from './scenario-ground.ts';
import { currentRow, setRow } from './scenario-state.ts';
import { type Reason, type Trial, targetOf } from './scenario-trial.ts';

export function addOnDemand(
  trial: Trial,
  change: OnDemandChange,
  communes: NonNullable<ScenarioGround['communes']>,
): Reason {
  const { state, ground } = trial;
  const car = ground.layers.findIndex(({ mode }) => mode === 'car');
  if (car === -1) return 'times_not_reckoned';
  const [zone, destinations] = [new Set(change.zone), new Set(change.destinations)];
  const inZone = Uint8Array.from(communes.ofPlaces, (commune) => (zone.has(commune) ? 1 : 0));
  const runs = halfDaysWithin(change.weekdays, change.fromMinute, change.toMinute);
  const served = [...ground.siteNumbers, ...trial.opened].filter(([id]) =>
    destinations.has(communes.of(targetOf(trial, id)) ?? ''),
  );
  for (const [id, site] of served) {
    const rows = unstackRow(ground, currentRow(state, site));
    const drive = rows[car];
    if (drive === undefined) continue;
    const { waitMinutes, durationFactor } = change;
    const halfDays = runs & (trial.halfDays.get(id) ?? ALL_HALF_DAYS);
    const service = { zone: inZone, halfDays, waitMinutes, durationFactor };
    const quicker = onDemandRows(service, ground.layers, rows, drive);
    setRow(state, site, stackRow(ground, quicker, ALL_HALF_DAYS));
  }
  return served.length === 0 ? 'no_destination' : null;
}
