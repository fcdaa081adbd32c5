// When must the person be there, and from when can they leave?

import type { Appointment } from '#domain/journey/journey.ts';

/** Early by this much, to find the door. */
const ARRIVE_BEFORE_MINUTES = 10;
/** Time to leave the place once the appointment ends. */
const LEAVE_AFTER_MINUTES = 10;
/** Taken when the person does not know how long; always said. */
const ASSUMED_DURATION_MINUTES = 60;

/** An appointment whose length is not known may last this long: a last return before is a risk. */
export const MAY_LAST_MINUTES = 120;

/** Minutes of the appointment's date. `assumedMinutes` is null when the length was given. */
export type AppointmentWindow = {
  arriveByMinute: number;
  leaveFromMinute: number;
  onSiteMinutes: number;
  assumedMinutes: number | null;
};

export function appointmentWindow(appointment: Appointment): AppointmentWindow {
  const duration = appointment.durationMinutes ?? ASSUMED_DURATION_MINUTES;
  return {
    arriveByMinute: appointment.minute - ARRIVE_BEFORE_MINUTES,
    leaveFromMinute: appointment.minute + duration + LEAVE_AFTER_MINUTES,
    onSiteMinutes: duration + ARRIVE_BEFORE_MINUTES + LEAVE_AFTER_MINUTES,
    assumedMinutes: appointment.durationMinutes === null ? ASSUMED_DURATION_MINUTES : null,
  };
}
