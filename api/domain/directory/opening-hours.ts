// Is it open, until when, and if not, when next?

/** Minutes from midnight, local time; `to` may reach 1440. FHIR availableTime, one stretch. */
export type DayHours = { from: number; to: number };

/**
 * `unknown` is a state, never shown as closed: « appelez pour les horaires ». `untilMinute` is the
 * clock of the closing, tonight or after midnight; `roundTheClock`: open for more than a day ahead.
 */
export type OpeningState =
  | { state: 'open'; untilMinute: number; roundTheClock?: true }
  | { state: 'closed'; nextDate: string | null; nextMinute: number | null }
  | { state: 'by_appointment' }
  | { state: 'unknown' };
