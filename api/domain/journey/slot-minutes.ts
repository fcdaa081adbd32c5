// At which hours may an appointment be asked for?

const FIRST_MINUTE = 8 * 60;
const LAST_MINUTE = 18 * 60 + 30;
const STEP_MINUTES = 30;

/** Every half-hour of the usual day of a practice. */
export const SLOT_MINUTES: readonly number[] = Array.from(
  { length: (LAST_MINUTE - FIRST_MINUTE) / STEP_MINUTES + 1 },
  (_, index) => FIRST_MINUTE + index * STEP_MINUTES,
);
