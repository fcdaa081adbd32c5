// From home to one place for one appointment, and back: what to do first, then every way.

import { type Answers, NO_ANSWERS, readAnswers } from '#web/lib/personal-answers.ts';
import './journey-page.css';
import '#web/styles/print-journey.css';
import type { Page, PageOutcome, PageRequest } from '#web/lib/page.ts';
import { findPlace } from '#web/lib/place-choices.ts';
import { askPlan, type JourneyData } from './ask-plan.ts';
import { JourneyContent } from './journey-content.tsx';
import { journeyPath, readJourneyQuery } from './journey-query.ts';

export const journeyPage: Page<JourneyData> = {
  load: (request) => answer(request, NO_ANSWERS),
  submit: (request, form) => answer(request, readAnswers(form)),
  Content: JourneyContent,
};

async function answer(request: PageRequest, answers: Answers): Promise<PageOutcome<JourneyData>> {
  const { api, query: search, nowMs, text, format, site } = request;
  const query = readJourneyQuery(search, nowMs);
  const [entry, place] = await Promise.all([
    api.entry(request.params['id'] ?? ''),
    findPlace(api, { key: query.departKey, typed: query.departText }, site?.territoryCode),
  ]);
  if (place !== null && query.departKey !== place.key) {
    return {
      kind: 'redirect',
      to: journeyPath(entry.id, { ...query, departKey: place.key }),
    };
  }
  const { id, name, title, communeName, phone, demonstration } = entry;
  const known = { id, name, title, communeName, phone, demonstration };
  const from = place === null ? null : { key: place.key, insee: place.insee, name: place.name };
  const head = {
    title: text.journey.title(name),
    description: from === null ? text.journey.heading : text.journey.forWhom(from.name, name),
    noIndex: true,
  };
  const data = { entry: known, from, query, answers };
  if (from === null) return { kind: 'page', head, data: { ...data, plan: null, problem: null } };
  const appointment = `${format.date(query.appointment.date)}, ${format.hour(query.appointment.minute)}`;
  return {
    kind: 'page',
    head: { ...head, description: `${head.description}. ${appointment}` },
    data: async () => ({ ...data, ...(await askPlan(api, id, from.key, query, answers)) }),
  };
}
