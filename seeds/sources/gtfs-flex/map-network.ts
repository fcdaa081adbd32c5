// Which on-demand services does a feed describe?

import type { FlexRoute } from '#domain/transport/flex-feed.ts';
import { OFFER_KINDS } from '#domain/transport/offer.ts';
import { once } from '#seeds/sources/gtfs/ids.ts';
import type { RowReader } from '#seeds/sources/gtfs/row.ts';
import type { TableDefinition } from '#seeds/sources/gtfs/table.ts';
import { CONTINUOUS_COLUMNS, isContinuous } from '#seeds/sources/gtfs-flex/map-calls.ts';

export type FlexRouteRow = {
  route: FlexRoute;
  line: number;
  /** Where one may get on or off along the way: not on demand. */
  continuous: { column: string; value: string } | null;
};

export function flexRouteTable(): TableDefinition<FlexRouteRow> {
  const fresh = once('route_id');
  return {
    file: 'routes.txt',
    required: ['route_id', 'route_type'],
    build: (row) => {
      const kind = OFFER_KINDS.find((each) => each === row.optional('x_kind'));
      const route: FlexRoute = {
        id: fresh(row.text('route_id')),
        agencyId: row.optional('agency_id'),
        shortName: row.optional('route_short_name'),
        longName: row.optional('route_long_name'),
        description: row.optional('route_desc'),
        type: row.whole('route_type', { from: 0, to: 1799 }),
        url: row.optional('route_url'),
        isRestricted: ['1', '2'].includes(row.optional('eligibility_restricted') ?? ''),
        ...(kind === undefined ? {} : { kind }),
      };
      return { route, line: row.line, continuous: continuousOf(row) };
    },
  };
}

function continuousOf(row: RowReader): FlexRouteRow['continuous'] {
  const column = CONTINUOUS_COLUMNS.find((each) => isContinuous(row.optional(each)));
  return column === undefined ? null : { column, value: row.optional(column) ?? '' };
}
