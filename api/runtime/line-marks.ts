// What organizations say of imported lines, in memory: for the planner, and for the page of a line.

import type { Database } from '#db/database.ts';
import { findFeedVersions } from '#db/queries/journey/find-feed-versions.ts';
import { listMarkedLines, type MarkedLine } from '#db/queries/transport/list-marked-lines.ts';
import { listNotedTrips } from '#db/queries/transport/list-noted-trips.ts';
import { loadLineMarks } from '#db/queries/transport/load-line-marks.ts';
import { lineOffer } from '#domain/journey/line-offer.ts';
import type { LegMark, LineMark } from '#domain/transport/line-overlay.ts';
import type { Offer } from '#domain/transport/offer.ts';

/** `lines`: looked for when first asked, in the timetables in use; `notes`: of the line an offer is. */
export type LineMarks = {
  marks: readonly LineMark[];
  lines: () => Promise<readonly MarkedLine[]>;
  notes: (offer: Offer) => Promise<OfferMark[]>;
};

/** A mark with what it is about, by name. */
export type OfferMark = LegMark & Pick<MarkedLine, 'departSeconds' | 'headsign' | 'stopName'>;

/** `onLoaded` is given marks that are not those of before. */
export function marksLoader(
  db: Database,
  onLoaded: (marks: readonly LineMark[]) => void,
): () => Promise<LineMarks> {
  let last: (LineMarks & { said: string; versions: string }) | null = null;
  return async () => {
    const read = await loadLineMarks(db);
    const said = JSON.stringify(read);
    const marks = last?.said === said ? last.marks : read;
    if (marks === read) onLoaded(marks);
    const versions = marks.length === 0 ? '' : await findFeedVersions(db);
    if (last?.said === said && last.versions === versions) return last;
    last = { marks, lines: linesOnce(db, marks), notes: notesIn(db), said, versions };
    return last;
  };
}

function linesOnce(db: Database, marks: readonly LineMark[]): LineMarks['lines'] {
  let found: Promise<readonly MarkedLine[]> | null = null;
  return () => {
    found ??= (marks.length === 0 ? Promise.resolve([]) : listMarkedLines(db)).catch((error) => {
      found = null;
      throw error;
    });
    return found;
  };
}

/** What is written under each trip of a line its organization keeps. */
function notesIn(db: Database): LineMarks['notes'] {
  return async (offer) => {
    const trips = await listNotedTrips(db, offer.id);
    const saidBy = offer.provider?.name ?? offer.organizer ?? offer.name;
    return trips.map(({ tripId, ...said }) => ({
      id: `${offer.id}:${tripId}`,
      kind: 'note',
      target: 'trip',
      saidBy,
      stopName: null,
      ...said,
    }));
  };
}

/** Of the lines this offer describes: what residents read on its page. */
export async function marksOfOffer(
  { marks, lines, notes }: LineMarks,
  offers: readonly Offer[],
  offer: Offer,
): Promise<OfferMark[]> {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const told = new Map<string, OfferMark>();
  for (const { markId, feedId, shortName, ends, ...named } of await lines()) {
    const mark = byId.get(markId);
    const calls = ends.map((point) => ({ point }));
    const described = lineOffer(offers, { feedId, route: { shortName }, calls });
    if (!mark || described?.id !== offer.id || told.has(markId)) continue;
    const { feedId: _, targetId: __, trip: ___, ...said } = mark;
    const { departSeconds, headsign, stopName } = named;
    told.set(markId, { ...said, departSeconds, headsign, stopName });
  }
  return [...told.values(), ...(await notes(offer))];
}
