// A vehicle hired or lent for the trip: which one, where it comes from, from when to when.

import type { Appointment, Hire } from '#domain/journey/journey.ts';
import { momentAt } from '#domain/time.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';

export function HireFacts(props: { hire: Hire; appointment: Pick<Appointment, 'date'> }) {
  const { text } = usePage();
  const at = (minute: number | null) =>
    minute === null ? null : momentAt(props.appointment.date, minute);
  return (
    <p class="way-hire">
      <Icon name="rental" />{' '}
      {text.journey.hire.kept(props.hire, at(props.hire.fromMinute), at(props.hire.toMinute))}
    </p>
  );
}
