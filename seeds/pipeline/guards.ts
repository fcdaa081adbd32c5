// Does what was read look like what this source usually brings? The guards every import has.

import { AppError } from '#domain/error.ts';
import type { Check, GuardBounds } from '#seeds/pipeline/source.ts';

const MOST_REJECTS_PERCENT = 20;
const MOST_CHANGE_PERCENT = 20;
/** Shares say nothing of a handful of rows. */
const A_HANDFUL = 10;

const whole = new Intl.NumberFormat('fr-FR');

export type Counted = {
  keptCount: number;
  rejectedCount: number;
  /** Rows the last completed run kept; null: there was none. */
  lastKeptCount: number | null;
};

export function commonChecks(counted: Counted, bounds: GuardBounds = {}): Check[] {
  return [checkRejects(counted, bounds), checkCount(counted, bounds)];
}

function checkRejects({ keptCount, rejectedCount }: Counted, bounds: GuardBounds): Check {
  const most = bounds.mostRejectsPercent ?? MOST_REJECTS_PERCENT;
  const judged = keptCount + rejectedCount;
  const percent = judged === 0 ? 0 : (100 * rejectedCount) / judged;
  return {
    guard: 'rejets',
    label: 'Part des lignes refusées',
    passed: percent <= most || rejectedCount <= A_HANDFUL,
    detail: `${whole.format(rejectedCount)} sur ${whole.format(judged)} (${said(percent)}), ${most} % au plus`,
  };
}

function checkCount({ keptCount, lastKeptCount }: Counted, bounds: GuardBounds): Check {
  const most =
    bounds.mostChangePercent === undefined ? MOST_CHANGE_PERCENT : bounds.mostChangePercent;
  const check = (passed: boolean, detail: string): Check => ({
    guard: 'nombre',
    label: 'Nombre de lignes',
    passed,
    detail,
  });
  const now = `${whole.format(keptCount)} gardées`;
  if (keptCount === 0) return check(false, 'aucune ligne gardée');
  if (lastKeptCount === null || lastKeptCount === 0) return check(true, `${now}, premier import`);
  const change = keptCount - lastKeptCount;
  const percent = (100 * change) / lastKeptCount;
  const sign = change < 0 ? '−' : '+';
  const compared = `${now}, ${whole.format(lastKeptCount)} la dernière fois (${sign}${said(Math.abs(percent))})`;
  if (most === null) return check(true, compared);
  return check(
    Math.abs(percent) <= most || Math.abs(change) <= A_HANDFUL,
    `${compared}, ${most} % d’écart au plus`,
  );
}

function said(percent: number): string {
  return `${percent.toLocaleString('fr-FR', { maximumFractionDigits: 1 })} %`;
}

/** Throws `bad_request` listing the guards there are when one to waive is unknown. */
export function refuseUnknownGuards(checks: readonly Check[], accept: readonly string[]): void {
  const known = checks.map(({ guard }) => guard);
  const unknown = accept.find((guard) => !known.includes(guard));
  if (unknown === undefined) return;
  throw new AppError(
    'bad_request',
    `--accept ${unknown} : contrôle inconnu. Ceux de cet import : ${known.join(', ')}.`,
  );
}
