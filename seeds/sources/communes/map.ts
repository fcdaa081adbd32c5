// Which commune of today does each contour draw? Merged communes gather the pieces of the old ones.

import type { Reject } from '#seeds/pipeline/source.ts';
import type { ContourRow } from '#seeds/sources/communes/row.ts';

/** `insee` is the code of today. */
export type MappedContour = ContourRow & { insee: string };

export type KnownCodes = {
  /** Codes of today. */
  current: ReadonlySet<string>;
  /** Code of a merged commune → codes of today it became part of. */
  former: ReadonlyMap<string, readonly string[]>;
  /** Communes wanted; null: all those known. */
  wanted: ReadonlySet<string> | null;
};

export function mapContours(
  rows: readonly ContourRow[],
  known: KnownCodes,
): { contours: MappedContour[]; rejects: Reject[] } {
  const rejects: Reject[] = [];
  const contours: MappedContour[] = [];
  for (const row of rows) {
    const refuse = (reason: string) =>
      rejects.push({ line: row.position, column: 'code', value: row.code, reason });
    const successors = known.current.has(row.code)
      ? [row.code]
      : (known.former.get(row.code) ?? []);
    const [insee] = successors;
    if (insee === undefined) {
      refuse(`Commune inconnue ici : ${row.name}.`);
    } else if (successors.length > 1) {
      refuse(`${row.name} a été partagée entre ${successors.join(' et ')} : contour inutilisable.`);
    } else if (known.wanted !== null && !known.wanted.has(insee)) {
    } else {
      contours.push({ ...row, insee });
    }
  }
  const drawn = new Set(contours.map(({ code }) => code));
  const complete = contours.filter((contour) => {
    // A merged commune keeps the code of one of its members: without that piece, it would be cut.
    if (drawn.has(contour.insee)) return true;
    rejects.push({
      line: contour.position,
      column: 'code',
      value: contour.code,
      reason: `Contour incomplet de ${contour.insee} : la partie qui porte ce code manque au fichier.`,
    });
    return false;
  });
  return { contours: complete, rejects };
}
