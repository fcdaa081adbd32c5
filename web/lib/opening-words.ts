// Is it open, in words: « Ouvert jusqu'à 18 h 30 », « Fermé. Ouvre lundi à 9 h ».

import type { OpeningState } from '#domain/directory/opening-hours.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import { type Format, localMoment } from './format.ts';

export type OpeningTone = 'open' | 'closed' | 'ask';

/** The sign beside the words, by tone. */
export const OPENING_ICONS = { open: 'check', closed: 'moon', ask: 'phone' } as const;

export function openingOf(
  state: OpeningState,
  { text, format, nowMs }: { text: Dictionary; format: Format; nowMs: number },
): { tone: OpeningTone; words: string } {
  const words = text.opening;
  switch (state.state) {
    case 'open':
      return { tone: 'open', words: words.openUntil(format.hour(state.untilMinute % 1440)) };
    case 'by_appointment':
      return { tone: 'ask', words: words.byAppointment };
    case 'unknown':
      return { tone: 'ask', words: words.hoursUnknown };
    case 'closed': {
      if (state.nextDate === null || state.nextMinute === null) {
        return { tone: 'closed', words: words.closed };
      }
      const hour = format.hour(state.nextMinute);
      const today = localMoment(nowMs).date;
      const tomorrow = localMoment(nowMs + 86_400_000).date;
      if (state.nextDate === today) return { tone: 'closed', words: words.closedUntilToday(hour) };
      if (state.nextDate === tomorrow) {
        return { tone: 'closed', words: words.closedUntilTomorrow(hour) };
      }
      return { tone: 'closed', words: words.closedUntil(format.date(state.nextDate), hour) };
    }
  }
}
