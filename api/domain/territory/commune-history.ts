// What became of a commune's code since some date, by INSEE's history of movements?

import type { Insee } from '#domain/territory/territory.ts';

/** INSEE's TYPECOM: commune, delegated commune, associated commune, arrondissement. */
export type CommuneKind = 'COM' | 'COMD' | 'COMA' | 'ARM';

/** A commune before a date became, wholly or in part, this commune after it. Same codes: it stayed. */
export type CommuneLink = { effectiveOn: string; before: Insee; after: Insee };

export type CommuneHistory = {
  /**
   * Codes of today of what bore this code at the end of `since` (YYYY-MM-DD); several when it was split,
   * none when INSEE never knew the code. Null `since`: the last time the code was in use.
   */
  successorsOf: (insee: Insee, since: string | null) => readonly Insee[];
  /** Codes in use at the end of `since` of what is, wholly or in part, this commune of today. */
  membersOf: (insee: Insee, since: string) => readonly Insee[];
};

type Change = { date: string; after: ReadonlySet<Insee> };

/** `current`: codes of communes of today. Links are those between communes only, in any order. */
export function createCommuneHistory(
  links: readonly CommuneLink[],
  current: ReadonlySet<Insee>,
): CommuneHistory {
  const changes = changesByCode(links);
  const changesOf = (insee: Insee): readonly Change[] => changes.get(insee) ?? [];

  function follow(insee: Insee, since: string, found: Set<Insee>, passed: readonly Insee[]): void {
    const change =
      changesOf(insee).find(({ date }) => date > since) ??
      // A code given and lost on one day: a change of département on the day of a merger.
      changesOf(insee).find(({ date }) => date === since && !current.has(insee));
    if (change === undefined) {
      if (current.has(insee)) found.add(insee);
      return;
    }
    const path = change.date === since ? [...passed, insee] : [insee];
    for (const next of change.after) {
      const isLoop = change.date === since && path.includes(next);
      if (!isLoop) follow(next, change.date, found, path);
    }
  }

  function successorsOf(insee: Insee, since: string | null): readonly Insee[] {
    if (since === null && current.has(insee)) return [insee];
    const from = since ?? eveOfLastUse(changesOf(insee), insee);
    if (from === null) return [];
    const found = new Set<Insee>();
    follow(insee, from, found, []);
    // The code came into use after that date: nothing says what it meant before.
    if (found.size === 0 && current.has(insee)) return [insee];
    return [...found].sort();
  }

  const membersBySince = new Map<string, ReadonlyMap<Insee, readonly Insee[]>>();

  function membersOf(insee: Insee, since: string): readonly Insee[] {
    let members = membersBySince.get(since);
    if (members === undefined) {
      members = gatherMembers(since);
      membersBySince.set(since, members);
    }
    return (members.get(insee) ?? []).toSorted();
  }

  function gatherMembers(since: string): Map<Insee, readonly Insee[]> {
    const members = new Map<Insee, Insee[]>();
    for (const code of codesInUse(links, current, since)) {
      for (const successor of successorsOf(code, since)) {
        members.set(successor, [...(members.get(successor) ?? []), code]);
      }
    }
    return members;
  }

  return { successorsOf, membersOf };
}

/** A code is in use when what happens to it next happens to it as a commune that is there. */
function codesInUse(
  links: readonly CommuneLink[],
  current: ReadonlySet<Insee>,
  since: string,
): Set<Insee> {
  type FirstDay = { date: string; left: boolean; stayed: boolean; given: boolean };
  const firstDays = new Map<Insee, FirstDay>();
  function firstDay(code: Insee, date: string): FirstDay | null {
    const known = firstDays.get(code);
    if (known !== undefined && known.date < date) return null;
    if (known?.date === date) return known;
    const day = { date, left: false, stayed: false, given: false };
    firstDays.set(code, day);
    return day;
  }
  for (const { effectiveOn, before, after } of links) {
    if (effectiveOn <= since) continue;
    const [dayBefore, dayAfter] = [firstDay(before, effectiveOn), firstDay(after, effectiveOn)];
    if (before === after && dayBefore !== null) dayBefore.stayed = true;
    if (before !== after && dayBefore !== null) dayBefore.left = true;
    if (before !== after && dayAfter !== null) dayAfter.given = true;
  }
  const inUse = new Set([...current].filter((code) => !firstDays.has(code)));
  for (const [code, { left, stayed, given }] of firstDays) {
    if (stayed || (left && !given)) inUse.add(code);
  }
  return inUse;
}

/** By date; days on which the commune only stayed itself are left out. */
function changesByCode(links: readonly CommuneLink[]): Map<Insee, Change[]> {
  const byCode = new Map<Insee, Map<string, Set<Insee>>>();
  for (const { effectiveOn, before, after } of links) {
    const dates = byCode.get(before) ?? new Map<string, Set<Insee>>();
    dates.set(effectiveOn, (dates.get(effectiveOn) ?? new Set<Insee>()).add(after));
    byCode.set(before, dates);
  }
  const changes = new Map<Insee, Change[]>();
  for (const [code, dates] of byCode) {
    const real = [...dates]
      .map(([date, after]) => ({ date, after }))
      .filter(({ after }) => after.size > 1 || !after.has(code))
      .sort((a, b) => (a.date < b.date ? -1 : 1));
    if (real.length > 0) changes.set(code, real);
  }
  return changes;
}

function eveOfLastUse(changes: readonly Change[], insee: Insee): string | null {
  const last = changes.findLast(({ after }) => !after.has(insee));
  if (last === undefined) return null;
  const day = new Date(`${last.date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
