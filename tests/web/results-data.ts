// A page of three answers as the server hands it over, and lines of the ways that follow it.

import type { JourneySummary } from '#domain/journey/journey.ts';
import type { AnswerData } from '#web/features/directory/results-data.ts';

export const CARD_IDS = ['near', 'far', 'late'];
const CARD = { category: 'gp', demonstration: false, point: null, approximate: false } as const;
const SEARCH = {
  need: 'medecin-generaliste',
  needTyped: false,
  place: '16020',
  placeTyped: false,
  mode: 'no_car',
  day: '',
  time: '',
  radiusMeters: null,
  accessible: false,
  cursor: '',
} as const;
export const ANSWER_DATA: AnswerData = {
  kind: 'answer',
  needLabel: 'Médecin généraliste',
  placeName: 'Aubeterre',
  placePoint: [0.17, 45.27],
  values: {
    ...SEARCH,
    needId: SEARCH.need,
    needText: 'Médecin généraliste',
    placeKey: '16020',
    placeText: 'Aubeterre',
  },
  search: SEARCH,
  cards: CARD_IDS.map((id) => ({ ...CARD, id, name: `Lieu ${id}` })),
  details: {},
  total: 3,
  radiusMeters: 30_000,
  widened: false,
  nextCursor: null,
  visits: [],
  appointment: { date: '2026-11-24', minute: 600, durationMinutes: null },
  when: 'Exemple pour mardi',
  ways: {},
  wayIds: [],
  waiting: CARD_IDS,
  counted: true,
};

const way = (title: string): JourneySummary => ({
  id: title,
  kind: 'volunteer',
  title,
  tier: 0,
  state: 'open',
  price: { minCents: 0, maxCents: 0, partial: false, estimate: false, lines: [] },
  notes: [],
  eligibility: { value: true, reasons: [] },
  departMinute: 540,
  arriveMinute: null,
  returnMinute: null,
  firstCall: null,
});

/** One line of the answer that comes in pieces. */
export const placeLine = (entryId: string, ...titles: string[]): string =>
  `${JSON.stringify({ line: 'place', place: { entryId, summaries: titles.map(way) } })}\n`;
