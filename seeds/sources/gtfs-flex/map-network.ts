// Who runs on-demand services, and which ones?

import type { FlexAgency, FlexRoute } from '#domain/transport/flex-feed.ts';
import { once } from '#seeds/sources/gtfs/ids.ts';
import type { TableDefinition } from '#seeds/sources/gtfs/table.ts';

export function flexAgencyTable(): TableDefinition<FlexAgency> {
  const fresh = once('agency_id');
  return {
    file: 'agency.txt',
    required: ['agency_name', 'agency_timezone'],
    build: (row) => ({
      id: fresh(row.optional('agency_id') ?? ''),
      name: row.text('agency_name'),
      url: row.optional('agency_url'),
      phone: row.optional('agency_phone'),
      email: row.optional('agency_email'),
      fareUrl: row.optional('agency_fare_url'),
    }),
  };
}

export function flexRouteTable(): TableDefinition<FlexRoute> {
  const fresh = once('route_id');
  return {
    file: 'routes.txt',
    required: ['route_id', 'route_type'],
    build: (row) => ({
      id: fresh(row.text('route_id')),
      agencyId: row.optional('agency_id'),
      shortName: row.optional('route_short_name'),
      longName: row.optional('route_long_name'),
      description: row.optional('route_desc'),
      type: row.whole('route_type', { from: 0, to: 1799 }),
      url: row.optional('route_url'),
      isRestricted: ['1', '2'].includes(row.optional('eligibility_restricted') ?? ''),
    }),
  };
}
