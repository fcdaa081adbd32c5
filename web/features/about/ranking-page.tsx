// « Comment nous classons »: the rules the code applies, with its own figures.

import { TRAVEL_BANDS } from '#domain/directory/ranking.ts';
import {
  MAX_OPTIONS,
  MINUTES_DRIVER_TO_FIND,
  MINUTES_LAST_RESORT,
  MINUTES_LAST_RETURN,
  MINUTES_PER_CALL,
  MINUTES_PER_CHANGE,
  MINUTES_PER_EURO,
  MINUTES_PER_UNKNOWN_PRICE,
  MINUTES_RIDE_TO_LAST_LINE,
  MINUTES_TO_GET_PRESCRIPTION,
  MINUTES_UNKNOWN_BOOKING,
  MINUTES_UNKNOWN_NEED,
  MINUTES_UNKNOWN_TIMETABLE,
  PLACE_WAIT_FREE_MINUTES,
  PLACE_WAIT_WEIGHT,
  WAIT_WEIGHT,
  WALK_WEIGHT,
  WALK_WEIGHT_REDUCED,
} from '#domain/journey/rank-options.ts';
import { ESTIMATE_ERROR } from '#domain/journey/road-estimate.ts';
import { VISIT_NEAR_METERS } from '#domain/journey/visit-places.ts';
import type { RankingFigures } from '#web/i18n/fr-about.ts';
import type { Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { AboutDocument } from './about-document.tsx';

const FIGURES: RankingFigures = {
  travelBandMinutes: TRAVEL_BANDS,
  maxOptions: MAX_OPTIONS,
  walkWeight: WALK_WEIGHT,
  walkWeightReduced: WALK_WEIGHT_REDUCED,
  waitWeight: WAIT_WEIGHT,
  placeWaitWeight: PLACE_WAIT_WEIGHT,
  placeWaitFreeMinutes: PLACE_WAIT_FREE_MINUTES,
  minutesPerChange: MINUTES_PER_CHANGE,
  minutesPerCall: MINUTES_PER_CALL,
  minutesPerEuro: MINUTES_PER_EURO,
  minutesPerUnknownPrice: MINUTES_PER_UNKNOWN_PRICE,
  minutesUnknownTimetable: MINUTES_UNKNOWN_TIMETABLE,
  minutesLastResort: MINUTES_LAST_RESORT,
  minutesToGetPrescription: MINUTES_TO_GET_PRESCRIPTION,
  minutesUnknownBooking: MINUTES_UNKNOWN_BOOKING,
  minutesUnknownNeed: MINUTES_UNKNOWN_NEED,
  minutesDriverToFind: MINUTES_DRIVER_TO_FIND,
  minutesLastReturn: MINUTES_LAST_RETURN,
  minutesRideToLastLine: MINUTES_RIDE_TO_LAST_LINE,
  visitNearMeters: VISIT_NEAR_METERS,
  estimateError: ESTIMATE_ERROR,
};

export const rankingPage: Page<null> = {
  async load({ text }) {
    const { title, lead } = text.about.ranking(FIGURES);
    return { kind: 'page', head: { title, description: lead }, data: null };
  },
  Content() {
    const { text } = usePage();
    return <AboutDocument page={text.about.ranking(FIGURES)} />;
  },
};
