// « Quand demander un rendez-vous »: days and hours one can come, and be back, within a fortnight.

import { type Answers, NO_ANSWERS, readAnswers } from '#web/lib/personal-answers.ts';
import './slots-page.css';
import './signed-items.css';
import './visiting-services.css';
import type { EntryDetail } from '#domain/directory/directory.ts';
import type { VisitingService } from '#domain/journey/journey.ts';
import type { PlaceKey } from '#domain/territory/territory.ts';
import type { AskedRemark } from '#web/lib/api.ts';
import { isRefused } from '#web/lib/api-failure.ts';
import type { Page, PageOutcome, PageRequest } from '#web/lib/page.ts';
import { findPlace } from '#web/lib/place-choices.ts';
import { SlotsContent } from './slots-content.tsx';
import { type SlotDayModel, toSlotDays } from './slots-model.ts';
import { readSlotsQuery, SLOT_DAYS, type SlotsQuery, slotsPath } from './slots-query.ts';

export type SlotsFound = {
  days: readonly SlotDayModel[];
  leftOut: readonly string[];
  remarks: readonly AskedRemark[];
  /** What comes to the person instead; empty in the browser, as the days are. */
  visiting: readonly VisitingService[];
};

export type SlotsData = {
  entry: Pick<EntryDetail, 'id' | 'name' | 'communeName' | 'phone' | 'demonstration'>;
  from: { key: PlaceKey; name: string } | null;
  query: SlotsQuery;
  /** What the person said of themselves: posted, never in the address. */
  answers: Answers;
  /** Null when the start is not known, or when the API refused. */
  found: SlotsFound | null;
};

export const slotsPage: Page<SlotsData> = {
  load: (request) => answer(request, NO_ANSWERS),
  submit: (request, form) => answer(request, readAnswers(form)),

  /** The calendar is written once: the browser keeps it as it is. */
  handover: (data) => ({
    ...data,
    found: data.found === null ? null : { ...data.found, days: [], visiting: [] },
  }),

  Content: SlotsContent,
};

async function answer(request: PageRequest, answers: Answers): Promise<PageOutcome<SlotsData>> {
  const { api, query: search, nowMs, text, site, params } = request;
  const query = readSlotsQuery(search, nowMs);
  const [{ id, name, communeName, phone, demonstration }, place] = await Promise.all([
    api.entry(params['id'] ?? ''),
    findPlace(api, { key: query.departKey, typed: query.departText }, site?.territoryCode),
  ]);
  if (place !== null && query.departKey !== place.key) {
    return { kind: 'redirect', to: slotsPath(id, { ...query, departKey: place.key }) };
  }
  const known = { entry: { id, name, communeName, phone, demonstration }, query, answers };
  const head = { title: text.slots.title(name), description: text.slots.listTitle, noIndex: true };
  if (place === null) {
    return { kind: 'page', head, data: { ...known, from: null, found: null } };
  }
  const from = { key: place.key, name: place.name };
  return {
    kind: 'page',
    head: { ...head, description: text.slots.lead(place.name, communeName, query.mode) },
    data: async () => ({ ...known, from, found: await find(place.key, query.need) }),
  };

  async function find(insee: PlaceKey, need: string | null): Promise<SlotsFound | null> {
    const { fromDate, durationMinutes, mode } = query;
    try {
      const { days, leftOut, remarks, visiting } = await api.findSlots({
        from: { insee },
        to: { entryId: id },
        fromDate,
        dayCount: SLOT_DAYS,
        durationMinutes,
        mode,
        ...answers,
        ...(need === null ? {} : { need }),
      });
      return { days: toSlotDays(days, query.durationMinutes, text), leftOut, remarks, visiting };
    } catch (error) {
      if (!isRefused(error)) throw error;
      // A need that is no more, in an address kept for long, is no reason to refuse.
      return need === null ? null : find(insee, null);
    }
  }
}
