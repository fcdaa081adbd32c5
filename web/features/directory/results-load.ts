// What the results page must know, in order: what is meant, who answers, how to get there.

import { defaultAppointment } from '#domain/journey/default-appointment.ts';
import type { Appointment } from '#domain/journey/journey.ts';
import { withQuery } from '#web/lib/api.ts';
import { localMoment } from '#web/lib/format.ts';
import { labelIn } from '#web/lib/locale.ts';
import type { PageOutcome, PageRequest } from '#web/lib/page.ts';
import { placeDetail } from '#web/lib/place-choices.ts';
import { resolveNeed, resolvePlace } from './need-resolve.ts';
import {
  atText,
  readSearch,
  readWhen,
  type SearchQuery,
  searchPath,
  travelQuery,
} from './need-search.ts';
import type { SearchFormErrors } from './need-search-form.tsx';
import { toCardDetails, toCardKey } from './results-card-model.ts';
import type { AnswerData, ResultsData } from './results-data.ts';
import { formValues } from './results-data.ts';
import { readVisits } from './results-visits-model.ts';
import { hasWay, whenWords } from './results-ways-model.ts';
import { readyWays } from './results-ways-ready.ts';

const PAGE_SIZE = 10;

/** Hour used for an example when only the day is known. */
const EXAMPLE_MINUTE = 600;

export async function loadResults(request: PageRequest): Promise<PageOutcome<ResultsData>> {
  const { api, text, locale } = request;
  const search = readSearch(request.query);
  if (search.need === '' && search.place === '') return { kind: 'redirect', to: '/' };
  const place = await resolvePlace(api, search, request.site?.territoryCode);
  // A name is looked for near the place first.
  const near = place.kind === 'place' ? place.place.insee : undefined;
  const need = await resolveNeed(api, search, near);
  const when = readWhen(search, localMoment(request.nowMs).date);

  if (need.kind === 'entry' && place.kind === 'place') {
    const kept = travelQuery({ ...search, place: place.place.key });
    return { kind: 'redirect', to: withQuery(`/fiche/${encodeURIComponent(need.entryId)}`, kept) };
  }
  const errors: SearchFormErrors = {};
  if (need.kind === 'missing') errors.need = text.form.needMissing;
  if (need.kind === 'unknown') errors.need = text.form.needUnknown(search.need);
  if (place.kind === 'missing') errors.place = text.form.placeMissing;
  if (place.kind === 'unknown') errors.place = text.form.placeUnknown(search.place);
  if (when.kind === 'fault') Object.assign(errors, whenErrors(when.fault, search, request));
  if (
    Object.keys(errors).length > 0 ||
    when.kind === 'fault' ||
    need.kind === 'missing' ||
    need.kind === 'unknown'
  ) {
    const values = formValues(search, need.kind === 'need' ? need.need : null, place, locale);
    return {
      kind: 'page',
      status: 400,
      head: { title: text.problem.refusedTitle, description: text.home.description, noIndex: true },
      data: { kind: 'fix', title: text.home.title, values, errors },
    };
  }
  if (place.kind === 'choice') {
    const options = place.places.map((found) => ({
      label: found.name,
      detail: placeDetail(found, text),
      to: searchPath({ ...search, place: found.key }),
    }));
    return {
      kind: 'page',
      head: {
        title: text.choice.pageTitle(search.place),
        description: text.choice.lead,
        noIndex: true,
      },
      data: { kind: 'choice', asked: search.place, options },
    };
  }
  if (need.kind !== 'need' || place.kind !== 'place') return { kind: 'redirect', to: '/' };

  const found = { ...search, need: need.need.id, place: place.place.key };
  if (
    search.need !== found.need ||
    search.place !== found.place ||
    search.needTyped ||
    search.placeTyped
  ) {
    return { kind: 'redirect', to: searchPath(found) };
  }
  const label = labelIn(need.need.label, locale);
  const asked = appointmentOf(when);
  const appointment = asked ?? defaultAppointment(localMoment(request.nowMs));
  return {
    kind: 'page',
    head: {
      title: text.found.pageTitle(label, place.place.name),
      description: text.found.description(label, place.place.name),
      canonical: withQuery('/resultats', { besoin: found.need, depart: place.place.insee }),
      // One page per need and commune is for everybody; a day, a next page or a home is not.
      noIndex: search.day !== '' || search.cursor !== '' || place.place.matched === 'address',
    },
    data: async (): Promise<AnswerData> => {
      const [answer, sources, visits] = await Promise.all([
        api.searchDirectory(directoryQuery(found, place.place.point, asked, request)),
        api.sources(),
        readVisits(request, found),
      ]);
      // A day or an hour nobody asked for says nothing of what is missing.
      const counted = when.kind === 'moment';
      const body = {
        from: { insee: found.place },
        places: answer.entries.map(({ id }) => ({ entryId: id })),
        appointment,
        mode: found.mode,
        counted,
      };
      const ways = await readyWays(request, body);
      return {
        kind: 'answer',
        needLabel: label,
        placeName: place.place.name,
        placePoint: place.place.point,
        values: formValues(found, need.need, place, locale),
        search: found,
        cards: answer.entries.map(toCardKey),
        details: Object.fromEntries(
          answer.entries.map((entry) => [
            entry.id,
            toCardDetails(entry, { ...request, sources, fromInsee: place.place.insee }),
          ]),
        ),
        total: answer.total,
        radiusMeters: answer.radiusMeters,
        widened: answer.widened,
        nextCursor: answer.nextCursor,
        visits,
        appointment,
        when: whenWords(appointment, when.kind !== 'moment', request),
        ways,
        counted: counted && !hasWay(ways),
        wayIds: Object.values(ways).flatMap((each) =>
          typeof each === 'object' ? each.map(({ id }) => id) : [],
        ),
        waiting: answer.entries.flatMap(({ id }) => (ways[id] === undefined ? [id] : [])),
      };
    },
  };
}

function appointmentOf(when: ReturnType<typeof readWhen>): Appointment | null {
  if (when.kind === 'day')
    return { date: when.date, minute: EXAMPLE_MINUTE, durationMinutes: null };
  if (when.kind === 'moment') {
    return { date: when.date, minute: when.minute, durationMinutes: null };
  }
  return null;
}

function directoryQuery(
  search: SearchQuery,
  point: readonly [number, number],
  appointment: Appointment | null,
  request: PageRequest,
) {
  return {
    need: search.need,
    lon: point[0],
    lat: point[1],
    radius: search.radiusMeters ?? undefined,
    accessible: search.accessible ? true : undefined,
    territory: request.site?.territoryCode,
    at: appointment === null ? undefined : atText(appointment.date, appointment.minute),
    limit: PAGE_SIZE,
    cursor: search.cursor,
  };
}

function whenErrors(
  fault: Extract<ReturnType<typeof readWhen>, { kind: 'fault' }>['fault'],
  search: SearchQuery,
  { text }: PageRequest,
): SearchFormErrors {
  switch (fault) {
    case 'date':
      return { day: text.form.dateWrong(search.day) };
    case 'date_past':
      return { day: text.form.datePast };
    case 'time':
      return { time: text.form.timeWrong(search.time) };
    case 'time_without_date':
      return { day: text.form.dateNeeded };
  }
}
