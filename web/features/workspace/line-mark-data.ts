// What the page of imported lines reads from the API.

import type { OverlayTarget, ReservedCondition } from '#domain/transport/line-overlay.ts';
import type { BookingNotice } from '#domain/transport/offer.ts';

/** As it is sent. */
export type SaidMark =
  | { kind: 'reserved'; forWhom: string; condition: ReservedCondition | null }
  | {
      kind: 'on_booking';
      booking: { notice: BookingNotice; phone: string; url: string | null } | null;
    }
  | { kind: 'school_open' | 'school_only' | 'hidden' | 'note' };

export type Overlay = {
  id: string;
  feedId: string;
  feedName: string;
  target: OverlayTarget;
  targetId: string;
  /** How it was named when it was marked. */
  label: string;
  /** Null: the timetable in use holds it no more. */
  lineName: string | null;
  routeId: string | null;
  /** As in GTFS. */
  routeType: number | null;
  mark: SaidMark;
  note: string;
  saidOn: string;
  applies: boolean;
  goneSince: string | null;
  etag: string;
};

export type Overlays = { overlays: readonly Overlay[]; mayEdit: boolean };

export type ListedLine = {
  feedId: string;
  feedName: string;
  routeId: string;
  shortName: string | null;
  longName: string | null;
  agencyName: string | null;
  routeType: number;
};

export type LineTrip = {
  tripId: string;
  headsign: string | null;
  shortName: string | null;
  from: string;
  to: string;
  departSeconds: number | null;
  weekdays: readonly number[];
};

export type LineDetail = ListedLine & {
  trips: readonly LineTrip[];
  stops: readonly { stopId: string; name: string }[];
};

export function lineTitle({ shortName, longName, routeId }: ListedLine): string {
  const names = [shortName, longName].filter((name) => name !== null && name !== '');
  return names.length === 0 ? routeId : names.join(' · ');
}
