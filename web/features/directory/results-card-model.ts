// What one card says, already in words, so that server and browser print the same line.

import type { EntrySummary } from '#domain/directory/directory.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Source } from '#domain/provenance.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import { type Format, localMoment } from '#web/lib/format.ts';
import type { Locale } from '#web/lib/locale.ts';
import { type OpeningTone, openingOf } from '#web/lib/opening-words.ts';
import type { IconName } from '#web/ui/icon-paths.ts';

/** What the browser needs of a card: its place in the list and on the map. */
export type CardKey = {
  id: string;
  name: string;
  category: EntrySummary['category'];
  demonstration: boolean;
  point: LonLat | null;
  /** The point is the village's, not the door's. */
  approximate: boolean;
};

/** What the server writes once. */
export type CardDetails = {
  title: string;
  where: string;
  outside: boolean;
  /** « 12 km », with what it measures. */
  distance: { figure: string; detail: string } | null;
  opening: { tone: OpeningTone; words: string };
  phone: { display: string; dial: string } | null;
  newPatients: string | null;
  access: readonly { icon: IconName; label: string }[];
  age: string;
  source: string | null;
  toConfirm: boolean;
};

export type CardContext = {
  text: Dictionary;
  format: Format;
  nowMs: number;
  locale: Locale;
  /** Commune of departure. */
  fromInsee: string;
  sources: readonly Source[];
};

export function toCardKey(entry: EntrySummary): CardKey {
  return {
    id: entry.id,
    // The word is said beside the name, once.
    name: entry.demonstration ? entry.name.replace(/ \(démonstration\)$/i, '') : entry.name,
    category: entry.category,
    demonstration: entry.demonstration,
    point: entry.point,
    approximate: entry.pointPrecision === 'bourg' || entry.pointPrecision === 'commune',
  };
}

export function toCardDetails(entry: EntrySummary, context: CardContext): CardDetails {
  const { text, format, locale } = context;
  return {
    title: locale === 'en' ? text.codes.categories[entry.category] : entry.title,
    where: whereOf(entry),
    outside: entry.outside,
    distance: distanceOf(entry, context),
    opening: openingOf(entry.opening, context),
    phone: entry.phone === null ? null : { display: entry.phone.display, dial: entry.phone.dial },
    newPatients: newPatientsOf(entry, context),
    access: accessOf(entry, text),
    age: ageOf(entry, text, format, yearOf(context.nowMs)),
    source: context.sources.find((source) => source.id === entry.provenance.sourceId)?.name ?? null,
    toConfirm: entry.freshness === 'to_confirm' && !entry.demonstration,
  };
}

function whereOf(entry: EntrySummary): string {
  const place = entry.placeName;
  if (place === null || place === entry.name) {
    return entry.address.street === null
      ? entry.communeName
      : `${entry.address.street}, ${entry.communeName}`;
  }
  return place.includes(entry.communeName) ? place : `${place}, ${entry.communeName}`;
}

function distanceOf(
  entry: EntrySummary,
  { text, format, fromInsee }: CardContext,
): CardDetails['distance'] {
  // Known to the village only: a figure in metres would be false.
  const nearby = entry.pointPrecision === 'bourg' || entry.pointPrecision === 'commune';
  if (nearby && entry.insee === fromInsee) return { figure: text.cards.here, detail: '' };
  if (entry.drive !== null) {
    if (entry.drive.meters < 100) return { figure: text.cards.here, detail: '' };
    return {
      figure: format.distance(entry.drive.meters),
      detail: text.cards.byCar(format.duration(entry.drive.minutes)),
    };
  }
  if (entry.crowMeters === null) return null;
  return { figure: format.distance(entry.crowMeters), detail: text.cards.crow };
}

/** The answer with the day somebody checked it: « oui (vérifié le 3 novembre) ». */
function newPatientsOf(entry: EntrySummary, { text, format, nowMs }: CardContext): string | null {
  if (entry.newPatients === 'unknown') return null;
  const answer = text.codes.newPatients[entry.newPatients];
  const { confirmedOn } = entry.provenance;
  if (confirmedOn === null) return text.cards.newPatients(answer);
  const checked = text.common.factConfirmed(format.factDate(confirmedOn, yearOf(nowMs)));
  return text.cards.newPatients(`${answer} (${checked})`);
}

function accessOf(entry: EntrySummary, text: Dictionary): CardDetails['access'] {
  const found: { icon: IconName; label: string }[] = [];
  if (entry.accessibility.stepFree === 'yes') {
    found.push({ icon: 'step_free', label: text.cards.stepFree });
  }
  if (entry.accessibility.stepFree === 'no') {
    found.push({ icon: 'stairs', label: text.cards.notStepFree });
  }
  if (entry.accessibility.homeVisits === 'yes') {
    found.push({ icon: 'home', label: text.cards.homeVisits });
  }
  return found;
}

function ageOf(entry: EntrySummary, text: Dictionary, format: Format, year: number): string {
  const { confirmedOn, asOf } = entry.provenance;
  if (confirmedOn !== null) return text.common.factConfirmed(format.factDate(confirmedOn, year));
  if (asOf !== null) return text.common.factDated(format.factDate(asOf, year));
  return text.common.factUndated;
}

function yearOf(nowMs: number): number {
  return Number(localMoment(nowMs).date.slice(0, 4));
}
