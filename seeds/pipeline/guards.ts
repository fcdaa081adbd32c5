// Does what was read look like what this source usually brings? The guards every import has.

import { AppError } from '#domain/error.ts';
import type { Check, GuardBounds, Staged } from '#seeds/pipeline/source.ts';

const MOST_REJECTS_PERCENT = 20;
const MOST_CHANGE_PERCENT = 20;
/** Shares say nothing of a handful of rows. */
const A_HANDFUL = 10;

const whole = new Intl.NumberFormat('fr-FR');

export type Counted = {
  readCount: number;
  keptCount: number;
  rejectedCount: number;
  /** The last completed run; null: there was none. */
  last: { readCount: number; keptCount: number } | null;
};

export function commonChecks(counted: Counted, bounds: GuardBounds = {}): Check[] {
  return [checkRejects(counted, bounds), checkCount(counted, bounds)];
}

const OLDEST_DATE = '1900';

/** Nothing while it may be true; dates to come are those of timetables, which say until when they hold. */
export function checkDate(
  { asOf, validFrom }: Pick<Staged<unknown>, 'asOf' | 'validFrom'>,
  now: Date,
): Check[] {
  if (asOf === null || validFrom !== null) return [];
  const today = now.toISOString().slice(0, asOf.length);
  if (asOf >= OLDEST_DATE && asOf <= today) return [];
  const why = asOf > today ? 'dans l’avenir' : 'avant 1900';
  return [{ guard: 'date', label: 'Date des données', passed: false, detail: `${asOf}, ${why}` }];
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

/**
 * Rows read may not change much, nor rows kept fall much. Rows kept of as many read may rise: more of
 * the country is known here than the last time.
 */
function checkCount({ readCount, keptCount, last }: Counted, bounds: GuardBounds): Check {
  const { mostChangePercent = MOST_CHANGE_PERCENT } = bounds;
  const check = (passed: boolean, detail: string): Check => ({
    guard: 'nombre',
    label: 'Nombre de lignes',
    passed,
    detail,
  });
  const now = `${whole.format(keptCount)} gardées`;
  if (keptCount === 0) return check(false, 'aucune ligne gardée');
  if (last === null) return check(true, `${now}, premier import`);
  const most = mostChangePercent ?? Number.POSITIVE_INFINITY;
  const hasSteadyFile = !isPast(readCount, last.readCount, most);
  const hasFallen = keptCount < last.keptCount && isPast(keptCount, last.keptCount, most);
  const detail = [
    `${now}, ${whole.format(last.keptCount)} la dernière fois (${saidChange(keptCount, last.keptCount)})`,
    `${whole.format(readCount)} lues, ${whole.format(last.readCount)} la dernière fois (${saidChange(readCount, last.readCount)})`,
    ...(mostChangePercent === null ? [] : [`${most} % d’écart au plus`]),
  ].join(' ; ');
  return check(hasSteadyFile && !hasFallen, detail);
}

function isPast(now: number, before: number, mostPercent: number): boolean {
  const change = Math.abs(now - before);
  return change > A_HANDFUL && 100 * change > mostPercent * before;
}

function saidChange(now: number, before: number): string {
  const sign = now < before ? '−' : '+';
  return before === 0 ? `${sign}${now}` : `${sign}${said((100 * Math.abs(now - before)) / before)}`;
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
