// How a page asks the API: the same calls in the browser (real fetch) and on the server (in-process).

import type {
  EntryDetail,
  Need,
  NeedSuggestion,
  SearchAnswer,
} from '#domain/directory/directory.ts';
import type { DayOpening } from '#domain/directory/opening-on.ts';
import type { LonLat } from '#domain/geo.ts';
import type {
  Appointment,
  JourneyPlan,
  JourneySummary,
  SlotCalendar,
  SlotDay,
  TravelMode,
  VisitingService,
} from '#domain/journey/journey.ts';
import type { Source } from '#domain/provenance.ts';
import type { Insee, PlaceKey, PlaceSuggestion, Territory } from '#domain/territory/territory.ts';
import type { AccommodationCode, Offer } from '#domain/transport/offer.ts';
import type { Person } from '#domain/transport/person.ts';
import { readProblem } from './api-failure.ts';
import { LINES_TYPE, readLines } from './read-lines.ts';

export type ApiFetch = (path: string, init?: RequestInit) => Promise<Response>;

export type QueryValue = string | number | boolean | null | undefined;

export type DirectoryQuery = {
  need?: string | undefined;
  category?: string | undefined;
  theme?: string | undefined;
  q?: string | undefined;
  lon?: number | undefined;
  lat?: number | undefined;
  /** Metres. */
  radius?: number | undefined;
  territory?: string | undefined;
  accessible?: boolean | undefined;
  /** YYYY-MM-DDTHH:MM, local time. */
  at?: string | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
};

export type JourneyBody = {
  from: { insee: PlaceKey } | { point: LonLat; name: string };
  to: { entryId: string } | { point: LonLat; name: string };
  appointment: Appointment;
  mode: TravelMode;
  profile: Person;
  needs: readonly AccommodationCode[];
  /** The need searched; absent: what the care place answers. */
  need?: string;
  /** False: an example, or the same search again; not counted among those that found no way. */
  counted?: boolean;
};

/** What is to be known of the question itself, before any way. */
export type AskedRemark =
  | { code: 'date_outside_timetables'; validFrom: string; validTo: string }
  | { code: 'appointment_past' }
  | { code: 'outside_territory'; end: 'home' | 'care' }
  | { code: 'nowhere_known'; end: 'home' | 'care' }
  | { code: 'off_road'; end: 'home' | 'care' }
  | { code: 'feed_outside'; name: string; validFrom: string; validTo: string }
  | { code: 'care_closed'; open: readonly { from: number; to: number }[] };

/** `isCut`: not everything was looked at in time; asked again, there may be more ways. */
export type JourneyAnswer = JourneyPlan & { isCut: boolean; remarks: readonly AskedRemark[] };

export type SlotsBody = Omit<JourneyBody, 'appointment' | 'counted'> & {
  /** Null: today. */
  fromDate: string | null;
  dayCount: number;
  durationMinutes: number | null;
};

/** `opening`: when the place receives people, whatever can be reached. */
export type VisitDay = SlotDay & { opening: DayOpening };

/** `leftOut`: days not computed in time. */
export type SlotsAnswer = Omit<SlotCalendar, 'days'> & {
  days: readonly VisitDay[];
  leftOut: readonly string[];
  remarks: readonly AskedRemark[];
  visiting: readonly VisitingService[];
};

/** The first ways to each of several entries. */
export type PlacesBody = {
  from: { insee: PlaceKey };
  places: readonly { entryId: string }[];
  appointment: Appointment;
  mode: TravelMode;
  /** What the person said of themselves; absent: nothing. */
  profile?: Person;
  needs?: readonly AccommodationCode[];
  /** As for one place. */
  counted?: boolean;
};

/** One line a place, as soon as it is known; last, the end. */
export type PlacesLine =
  | { line: 'place'; place: { entryId: string | null; summaries: readonly JourneySummary[] } }
  | { line: 'end'; leftOut: readonly { entryId: string | null }[] };

export type ReportBody = {
  entryId?: string;
  offerId?: string;
  kind: string;
  text: string;
};

/** `etag` names the state that was read, for the write that follows. */
export type ApiReply = { status: number; etag: string | null; body: unknown };

export type Api = ReturnType<typeof createApi>;

/** `/api/needs?a=1`: leaves out what is undefined, null or an empty text. */
export function withQuery(path: string, query: Readonly<Record<string, QueryValue>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

export function createApi(apiFetch: ApiFetch) {
  async function get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
    const response = await apiFetch(path, {
      headers: { accept: 'application/json' },
      ...(signal === undefined ? {} : { signal }),
    });
    if (!response.ok) throw await readProblem(response, path);
    return (await response.json()) as Answer;
  }

  async function send(path: string, body: unknown, accept: string): Promise<Response> {
    const response = await apiFetch(path, {
      method: 'POST',
      headers: { accept, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw await readProblem(response, path);
    return response;
  }

  async function post<Answer>(path: string, body: unknown): Promise<Answer> {
    return (await (await send(path, body, 'application/json')).json()) as Answer;
  }

  async function call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    { body, etag, key }: { body?: unknown; etag?: string; key?: string } = {},
  ): Promise<ApiReply> {
    const response = await apiFetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(etag === undefined ? {} : { 'if-match': etag }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      body: text === '' ? null : (JSON.parse(text) as unknown),
    };
  }

  const id = encodeURIComponent;

  return {
    get,
    post,
    /** Whatever came, refusals included: for pages that tell them apart. Rejects when nothing came. */
    call,
    territories: () => get<Territory[]>('/api/territories'),
    territory: (code: string) => get<Territory>(`/api/territories/${id(code)}`),
    needs: () => get<Need[]>('/api/needs'),
    suggestPlaces: (q: string, territory?: string, signal?: AbortSignal) =>
      get<PlaceSuggestion[]>(withQuery('/api/places/suggest', { q, territory }), signal),
    place: (key: PlaceKey) => get<PlaceSuggestion>(`/api/places/${id(key)}`),
    nearestPlace: (lon: number, lat: number) =>
      get<PlaceSuggestion>(withQuery('/api/places/nearest', { lon, lat })),
    suggestNeeds: (q: string, insee?: Insee, signal?: AbortSignal) =>
      get<NeedSuggestion[]>(withQuery('/api/directory/suggest', { q, insee }), signal),
    searchDirectory: (query: DirectoryQuery, signal?: AbortSignal) =>
      get<SearchAnswer>(withQuery('/api/directory', query), signal),
    entry: (entryId: string, near?: LonLat) =>
      get<EntryDetail>(
        withQuery(`/api/directory/${id(entryId)}`, { lon: near?.[0], lat: near?.[1] }),
      ),
    offers: (query: { territory?: string; kind?: string } = {}) =>
      get<Offer[]>(withQuery('/api/transport/offers', query)),
    offer: (offerId: string) => get<Offer>(`/api/transport/offers/${id(offerId)}`),
    /** What comes to the person, whatever the place of care. */
    findVisits: (
      body: Pick<JourneyBody, 'from' | 'need' | 'mode'> &
        Partial<Pick<JourneyBody, 'profile' | 'needs'>>,
    ) => post<{ services: readonly VisitingService[] }>('/api/journeys/visits', body),
    planJourney: (body: JourneyBody) => post<JourneyAnswer>('/api/journeys', body),
    /** Posted, so that no address of a page or of a log says where somebody lives. */
    findSlots: (body: SlotsBody) => post<SlotsAnswer>('/api/slots', body),
    planPlaces: async function* (body: PlacesBody): AsyncGenerator<PlacesLine> {
      yield* readLines<PlacesLine>(await send('/api/journeys', body, LINES_TYPE));
    },
    sources: () => get<Source[]>('/api/sources'),
    /** `isKept` false: enough people said the same that day, and nothing was added. */
    report: (body: ReportBody) => post<{ id: string; isKept: boolean }>('/api/reports', body),
  };
}
