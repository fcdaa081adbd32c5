// What organizations say of imported lines, in memory: for the planner, and for the page of a line.

import type { Database } from '#db/database.ts';
import { listMarkedLines, type MarkedLine } from '#db/queries/transport/list-marked-lines.ts';
import { loadLineMarks } from '#db/queries/transport/load-line-marks.ts';
import { lineOffer } from '#domain/journey/line-offer.ts';
import type { LegMark, LineMark } from '#domain/transport/line-overlay.ts';
import type { Offer } from '#domain/transport/offer.ts';

export type LineMarks = { marks: readonly LineMark[]; lines: readonly MarkedLine[] };

/** A mark with what it is about, by name. */
export type OfferMark = LegMark & Pick<MarkedLine, 'departSeconds' | 'headsign' | 'stopName'>;

export async function loadMarks(db: Database): Promise<LineMarks> {
  const marks = await loadLineMarks(db);
  return { marks, lines: marks.length === 0 ? [] : await listMarkedLines(db) };
}

/** Of the lines this offer describes: what residents read on its page. */
export function marksOfOffer(
  { marks, lines }: LineMarks,
  offers: readonly Offer[],
  offer: Offer,
): OfferMark[] {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const told = new Map<string, OfferMark>();
  for (const { markId, feedId, shortName, ends, ...named } of lines) {
    const mark = byId.get(markId);
    const calls = ends.map((point) => ({ point }));
    const described = lineOffer(offers, { feedId, route: { shortName }, calls });
    if (!mark || described?.id !== offer.id || told.has(markId)) continue;
    const { feedId: _, targetId: __, trip: ___, ...said } = mark;
    const { departSeconds, headsign, stopName } = named;
    told.set(markId, { ...said, departSeconds, headsign, stopName });
  }
  return [...told.values()];
}
