// What the page of trips must know, and what its form does.

import { TRIP_COUNT_FIELDS, type TripCounts } from '#domain/transport/trip-counts.ts';
import { withQuery } from '#web/lib/api.ts';
import type { PageOutcome, PageRequest } from '#web/lib/page.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import { findMembership } from './find-membership.ts';
import type { OfferTrips, TripMonth, Trips } from './watch-data.ts';
import type { Membership } from './workspace-data.ts';

type Field = keyof TripCounts;

/** The month being counted. */
export type TripForm = {
  offer: Pick<OfferTrips, 'offerId' | 'name'>;
  month: string;
  etag: string;
  /** As written. */
  values: Readonly<Record<Field, string>>;
  wrong: readonly Field[];
};

export type TripsData = {
  path: string;
  workspace: Membership;
  trips: Trips;
  form: TripForm | null;
  /** The month just saved. */
  saved: string | null;
  failure: 'stale' | 'refused' | null;
};

type Told = Pick<TripsData, 'saved' | 'failure'> & {
  /** What was written, when it could not be saved. */
  written: URLSearchParams | null;
  wrong: readonly Field[];
};
const CALM: Told = { saved: null, failure: null, written: null, wrong: [] };

export async function loadTrips(request: PageRequest): Promise<PageOutcome<TripsData>> {
  return show(request, request.query, { ...CALM, saved: request.query.get('fait') }, 200);
}

export async function submitTrips(
  request: PageRequest,
  form: URLSearchParams,
): Promise<PageOutcome<TripsData>> {
  const { api, params, path } = request;
  const month = form.get('mois') ?? '';
  const wrong = TRIP_COUNT_FIELDS.filter((field) => !/^\s*\d{1,6}\s*$/.test(form.get(field) ?? ''));
  if (wrong.length > 0) return show(request, form, { ...CALM, written: form, wrong }, 400);
  const counts = Object.fromEntries(
    TRIP_COUNT_FIELDS.map((name) => [name, Number(form.get(name))]),
  );
  const { status } = await api.call('POST', `${workspaceApi(params['espace'] ?? '')}/trip-counts`, {
    body: { offerId: form.get('offre'), month, ...counts },
    etag: form.get('etat') ?? '',
  });
  if (status === 200) {
    return { kind: 'redirect', to: withQuery(path, { annee: month.slice(0, 4), fait: month }) };
  }
  // Another person's numbers are shown; any other refusal leaves what was written.
  const told: Told =
    status === 412 ? { ...CALM, failure: 'stale' } : { ...CALM, failure: 'refused', written: form };
  return show(request, form, told, status === 404 ? 409 : status);
}

async function show(
  request: PageRequest,
  asked: URLSearchParams,
  { written, wrong, ...told }: Told,
  status: number,
): Promise<PageOutcome<TripsData>> {
  const { api, path, text, params } = request;
  const workspaceId = params['espace'] ?? '';
  const workspace = await findMembership(api, workspaceId);
  if (workspace === null) return { kind: 'not_found' };
  const month = asked.get('mois');
  const year = asked.get('annee') ?? month?.slice(0, 4);
  const trips = await api.get<Trips>(
    withQuery(`${workspaceApi(workspaceId)}/trip-counts`, {
      year: year !== undefined && /^20\d\d$/.test(year) ? year : undefined,
    }),
  );
  const offer = trips.offers.find(({ offerId }) => offerId === asked.get('offre'));
  const found = offer?.months.find((each) => each.month === month);
  const form =
    offer === undefined || found === undefined ? null : formOf(offer, found, written, wrong);
  const { title } = text.workspace.watch.trips;
  return {
    kind: 'page',
    status,
    head: { title: `${title}, ${workspace.name}`, description: title, noIndex: true },
    data: { path, workspace, trips, form, ...told },
  };
}

function formOf(
  { offerId, name }: OfferTrips,
  { month, counts, etag }: TripMonth,
  written: URLSearchParams | null,
  wrong: readonly Field[],
): TripForm {
  const said = (field: Field) => written?.get(field) ?? (counts === null ? '' : `${counts[field]}`);
  const values = Object.fromEntries(TRIP_COUNT_FIELDS.map((field) => [field, said(field)]));
  const held = written?.get('etat') ?? etag;
  return {
    offer: { offerId, name },
    month,
    etag: held,
    values: values as unknown as TripForm['values'],
    wrong,
  };
}
