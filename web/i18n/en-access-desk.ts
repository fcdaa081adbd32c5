// What a coordination alone sees of the observatory, in English: searches without a way, care that leaves.

import { enFormat as f } from '#web/i18n/en-format.ts';
import type { FR_ACCESS_DESK } from '#web/i18n/fr-access-desk.ts';

const plural = (count: number, one: string, many: string) => (Math.abs(count) === 1 ? one : many);
const searches = (count: number): string =>
  `${f.number(count)} ${plural(count, 'search', 'searches')}`;
const percent = (share: number): string => `${f.number(Math.round(share * 100))}%`;

export const EN_ACCESS_DESK: typeof FR_ACCESS_DESK = {
  title: 'Observatory: the coordination desk',
  lead: 'What only the people of your organization see.',
  public: 'See the public observatory',
  recompute: 'Compute again',
  recomputed: 'The computation is asked for.',
  recomputeFailed: 'The computation could not be asked for. Please try again.',
  noTerritory: 'Your organization has no territory: there is nothing to show here.',
  demandTitle: 'Searches without a way, by commune',
  demandHint: (least) =>
    `Counted with nobody in them, and only from ${least} up. The communes most concerned first.`,
  demandNone: (least) => `No count reaches ${least} so far.`,
  demandCount: searches,
  demandAll: 'The whole table of searches',
  layer: {
    title: 'Searches without a way, on the map',
    show: 'Show searches without a way on the map and in the table',
    when: 'Appointment',
    always: 'all week',
    halfDay: (weekday, halfDay) => `${f.weekday(weekday)} ${halfDay}`,
    none: (least) =>
      `Searches without a way: no count reaches ${least} in this territory, so the map shows none.`,
    legend:
      'A white circle around a number: trips looked for from the commune, which no offer makes possible. The larger, the more there are.',
    hidden: (least) =>
      `No circle: fewer than ${least} searches for one half-day and one sort of care, or none. What is hidden is added to nothing.`,
    private: 'Only your organization sees these numbers.',
    dot: (name, count) => `${name}: ${searches(count)} without a way`,
    column: 'No way found',
    fewer: (least) => `fewer than ${least}`,
    below: (count) => `${searches(count)} without a way`,
  },
  leaving: {
    title: 'Announced departures of general practitioners',
    until: 'Up to the end of',
    submit: 'Show',
    whole: (share, year) =>
      `${percent(share)} of the consultations the territory has rest on doctors who announced that they leave before the end of ${year}.`,
    nobody: (year) => `Nobody told your organization of a departure before the end of ${year}.`,
    note: 'Note a departure, and try what would make up for it',
    hidden: 'Fewer than three doctors are in reach: nothing is told.',
    elsewhere: (count) =>
      `${f.number(count)} noted ${plural(count, 'departure is', 'departures are')} of doctors the directory places nowhere here: in no share.`,
    counted: (count, notedOn) =>
      `${f.number(count)} ${plural(count, 'departure', 'departures')} counted, noted by your organization (last note: ${notedOn}). Nothing is guessed: neither an age nor an intention.`,
    private:
      'Private. These shares never appear in the public observatory: with the map of practices they would tell who leaves. Nothing is told where fewer than three doctors are in reach, nor of a commune of fewer than 5 people.',
    caption: 'Share of consultations that goes, by commune',
    columns: { commune: 'Commune', share: 'Share that goes', people: 'People' },
    none: 'No commune depends on them.',
    more: (count) => `See the ${f.number(count)} communes`,
    less: 'See fewer communes',
    percent,
    states: {
      none_in_reach: 'no doctor in reach',
      unknown: 'not known',
      suppressed: 'not told',
    },
    here: (share, year) =>
      `Announced departures: ${percent(share)} of the consultations of this commune rest on doctors who leave before the end of ${year}.`,
    hereHidden: 'Announced departures: fewer than three doctors are in reach. Nothing is told.',
    hereNone: (year) =>
      `Announced departures: none of the doctors in reach before the end of ${year}.`,
    mine: 'Seen by your organization only',
    failed: 'The departures could not come. Please try again.',
    computing: 'Travel times are being computed: the shares will follow.',
  },
};
