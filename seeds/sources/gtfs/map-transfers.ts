// What does a feed say of changing from one vehicle to another: how long it takes, or that one cannot?

import type { GtfsTransfer } from '#domain/journey/gtfs.ts';
import { type Ids, numbered } from '#seeds/sources/gtfs/ids.ts';
import { RowFault, type RowReader } from '#seeds/sources/gtfs/row.ts';
import type { TableDefinition } from '#seeds/sources/gtfs/table.ts';

const LONGEST_TRANSFER_SECONDS = 86_400;
/** From this type on a rule links two trips of one vehicle, wherever it is. */
const LINKED_TRIPS = 4;

type FeedIds = { stopIds: Ids; routeIds: Ids; tripIds: Ids };

/** A rule that names something the feed does not have is refused: wider, it would say something else. */
export function transferTable({
  stopIds,
  routeIds,
  tripIds,
}: FeedIds): TableDefinition<GtfsTransfer> {
  const fromStop = known('from_stop_id', stopIds, 'stops.txt');
  const toStop = known('to_stop_id', stopIds, 'stops.txt');
  const fromRoute = known('from_route_id', routeIds, 'routes.txt');
  const toRoute = known('to_route_id', routeIds, 'routes.txt');
  const fromTrip = known('from_trip_id', tripIds, 'trips.txt');
  const toTrip = known('to_trip_id', tripIds, 'trips.txt');
  return {
    file: 'transfers.txt',
    mayBeEmpty: true,
    required: [],
    build: (row) => {
      const kind = row.whole('transfer_type', { from: 0, to: 5, fallback: 0 });
      const seconds = { from: 0, to: LONGEST_TRANSFER_SECONDS, fallback: -1 };
      const minSeconds = row.whole('min_transfer_time', seconds);
      const transfer = {
        fromStopId: fromStop(row),
        toStopId: toStop(row),
        fromRouteId: fromRoute(row),
        toRouteId: toRoute(row),
        fromTripId: fromTrip(row),
        toTripId: toTrip(row),
        kind,
        minSeconds: minSeconds === -1 ? null : minSeconds,
      };
      if (kind >= LINKED_TRIPS) {
        mustSay('from_trip_id', transfer.fromTripId);
        mustSay('to_trip_id', transfer.toTripId);
      } else {
        mustSay('from_stop_id', transfer.fromStopId);
        mustSay('to_stop_id', transfer.toStopId);
      }
      return transfer;
    },
  };
}

function known(column: string, ids: Ids, file: string): (row: RowReader) => string | null {
  const numberOf = numbered(column, ids, file);
  return (row) => {
    if (row.cell(column).isEmpty()) return null;
    numberOf(row);
    return row.text(column);
  };
}

function mustSay(column: string, value: string | null): void {
  if (value !== null) return;
  throw new RowFault('missing_required_field', column, null, 'valeur obligatoire absente');
}
