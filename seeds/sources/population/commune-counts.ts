// Figures by commune of an older code, added up in the communes of today.

import type { Insee } from '#domain/territory/territory.ts';
import type { Reject } from '#seeds/pipeline/source.ts';
import type { KnownCodes } from '#seeds/sources/communes/known-codes.ts';

export type CountedRow<Counts> = { line: number; code: Insee; counts: Counts };
export type CommuneCounts<Counts> = { insee: Insee; counts: Counts; rowCount: number };

/** Rows of communes held elsewhere, or not wanted, are neither kept nor refused. */
export function addUpByCommune<Counts>(
  rows: readonly CountedRow<Counts>[],
  known: KnownCodes,
  wanted: ReadonlySet<Insee> | null,
  add: (one: Counts, other: Counts) => Counts,
): { communes: CommuneCounts<Counts>[]; rejects: Reject[] } {
  const rejects: Reject[] = [];
  const byCommune = new Map<Insee, CommuneCounts<Counts> & { rows: CountedRow<Counts>[] }>();
  const refuse = ({ line, code }: CountedRow<Counts>, reason: string) =>
    rejects.push({ line, column: 'code', value: code, reason });
  for (const row of rows) {
    const verdict = known.judge(row.code);
    if (verdict.kind === 'unknown') {
      refuse(row, 'Commune inconnue de l’Insee et d’ici.');
    } else if (verdict.kind === 'split') {
      refuse(row, `Partagée depuis entre ${verdict.insees.join(' et ')} : chiffres inutilisables.`);
    } else if (verdict.kind === 'here' && (wanted === null || wanted.has(verdict.insee))) {
      const { insee } = verdict;
      const before = byCommune.get(insee);
      byCommune.set(insee, {
        insee,
        counts: before === undefined ? row.counts : add(before.counts, row.counts),
        rows: [...(before?.rows ?? []), row],
        rowCount: (before?.rowCount ?? 0) + 1,
      });
    }
  }
  const communes: CommuneCounts<Counts>[] = [];
  for (const { rows: parts, ...total } of byCommune.values()) {
    // A merged commune keeps the code of one of its members: without it, people would be missing.
    if (parts.some(({ code }) => code === total.insee)) communes.push(total);
    else for (const part of parts) refuse(part, `Incomplet : ${total.insee} manque au fichier.`);
  }
  return { communes, rejects };
}
