// Which on-demand services does a feed describe?

import type { FlexRoute } from '#domain/transport/flex-feed.ts';
import { OFFER_KINDS } from '#domain/transport/offer.ts';
import { once } from '#seeds/sources/gtfs/ids.ts';
import type { TableDefinition } from '#seeds/sources/gtfs/table.ts';

export function flexRouteTable(): TableDefinition<FlexRoute> {
  const fresh = once('route_id');
  return {
    file: 'routes.txt',
    required: ['route_id', 'route_type'],
    build: (row) => {
      const kind = OFFER_KINDS.find((each) => each === row.optional('x_kind'));
      return {
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
    },
  };
}
