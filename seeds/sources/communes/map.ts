// Which commune of today does each contour draw? Merged communes gather the pieces of the old ones.

import type { Insee } from '#domain/territory/territory.ts';
import type { Reject } from '#seeds/pipeline/source.ts';
import type { KnownCodes } from '#seeds/sources/communes/known-codes.ts';
import type { ContourRow } from '#seeds/sources/communes/row.ts';

/** `insee` is the code of today. */
export type MappedContour = ContourRow & { insee: Insee };

/** Contours of communes held elsewhere, or not wanted, are neither kept nor refused. */
export function mapContours(
  rows: readonly ContourRow[],
  known: KnownCodes,
  wanted: ReadonlySet<Insee> | null,
): { contours: MappedContour[]; rejects: Reject[] } {
  const rejects: Reject[] = [];
  const contours: MappedContour[] = [];
  const refuse = ({ position, code }: ContourRow, reason: string) =>
    rejects.push({ line: position, column: 'code', value: code, reason });
  for (const row of rows) {
    const verdict = known.judge(row.code);
    if (verdict.kind === 'unknown') {
      refuse(row, `Commune inconnue ici : ${row.name}.`);
    } else if (verdict.kind === 'split') {
      refuse(
        row,
        `${row.name} a été partagée entre ${verdict.insees.join(' et ')} : contour inutilisable.`,
      );
    } else if (verdict.kind === 'here' && (wanted === null || wanted.has(verdict.insee))) {
      contours.push({ ...row, insee: verdict.insee });
    }
  }
  const drawn = new Set(rows.map(({ code }) => code));
  const complete = contours.filter((contour) => {
    const missing = missingPiece(contour.insee, drawn, known);
    if (missing === null) return true;
    refuse(
      contour,
      `Contour incomplet de ${contour.insee} : la partie qui porte ${missing === contour.insee ? 'ce code' : `le code ${missing}`} manque au fichier.`,
    );
    return false;
  });
  return { contours: complete, rejects };
}

/** Without the history, a merged commune is known to keep the code of one of its members. */
function missingPiece(insee: Insee, drawn: ReadonlySet<Insee>, known: KnownCodes): Insee | null {
  const members = known.membersOf(insee) ?? [insee];
  return members.find((member) => !drawn.has(member)) ?? null;
}
