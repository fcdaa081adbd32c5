// How is one difference between two states of an offer said: the field, what it was, what it becomes?

import type { DayHours } from '#domain/directory/opening-hours.ts';
import type { Criterion, Eligibility } from '#domain/transport/eligibility.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import type {
  AccommodationOffer,
  BookingNotice,
  OfferKind,
  Purpose,
  ServiceCalendar,
} from '#domain/transport/offer.ts';
import type { Dictionary } from '#web/i18n/fr.ts';

/** As the API answers it: see `diffDocuments`. */
export type ToldChange = {
  path: string;
  label: string;
  change: 'added' | 'removed' | 'changed' | 'order';
  before: unknown;
  after: unknown;
};

export type ChangeWords = { field: string; before: string; after: string };

export type ChangeContext = {
  text: Dictionary;
  /** The name of a commune; its code when it is not known. */
  communeName: (insee: string) => string;
};

type Thing = Readonly<Record<string, unknown>>;

const MOST_NAMES = 6;

export function changeWords(change: ToldChange, context: ChangeContext): ChangeWords {
  const { label, before, after } = change;
  const words = context.text.editor.publish.changes;
  const field = words.field(label);
  if (change.change === 'order') {
    return { field, before: listWords(before, context), after: words.order };
  }
  if (lastOf(label) === 'insees' && isTexts(before) && isTexts(after)) {
    return { field, ...communeWords(before, after, context) };
  }
  if (isZone(label) && isTexts(inseesOf(before)) && isTexts(inseesOf(after))) {
    const said = communeWords(inseesOf(before) ?? [], inseesOf(after) ?? [], context);
    return { field, ...said };
  }
  const [said, fresh] = [valueWords(label, before, context), valueWords(label, after, context)];
  // Two things that are said alike are not the same: the sentence cannot tell, so it says so.
  return { field, before: said, after: said === fresh ? words.rewritten : fresh };
}

/** A way of working that comes or goes takes along how its zone was made: said once, with it. */
export function tellable(changes: readonly ToldChange[]): readonly ToldChange[] {
  const whole = changes.filter(
    ({ label, change }) =>
      label === 'offer.patterns' && (change === 'added' || change === 'removed'),
  );
  const zones = whole.map(({ path }) => `areas.${path.slice('offer.patterns.'.length)}/`);
  return changes.filter(({ path }) => !zones.some((zone) => path.startsWith(zone)));
}

function valueWords(label: string, value: unknown, context: ChangeContext): string {
  const { text } = context;
  const words = text.editor.publish.changes;
  if (value === null || value === undefined || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return numberWords(lastOf(label), value, text);
  if (typeof value === 'string') return textWords(label, value, text);
  if (Array.isArray(value)) return arrayWords(label, value, context);
  return thingWords(label, value as Thing, context);
}

function numberWords(name: string, value: number, text: Dictionary): string {
  const words = text.editor.publish.changes;
  if (/cents/i.test(name)) return words.euros(value);
  if (/Minute$/.test(name)) return words.hour(value);
  if (/Minutes$/.test(name)) return words.minutes(value);
  if (/Seconds$/.test(name)) return words.minutes(value / 60);
  if (/Km$/.test(name)) return words.km(value);
  if (/percent$/i.test(name)) return words.percent(value);
  if (/days/i.test(name)) return words.days(value);
  return words.number(value);
}

function textWords(label: string, value: string, text: Dictionary): string {
  const words = text.editor.publish.changes;
  if (label === 'offer.kind') return text.codes.offerKinds[value as OfferKind] ?? value;
  if (lastOf(label) === 'rule') {
    return (text.rules.areaRules as Readonly<Record<string, string>>)[value] ?? value;
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return words.date(value);
  return CODED.test(label) ? (words.codes[value] ?? value) : value;
}

/** Fields whose texts are words of the model. */
const CODED = /\.(holidays|school|pickup|roundTrip|feeder|per|basis|value)$/;

function arrayWords(label: string, value: readonly unknown[], context: ChangeContext): string {
  const { text } = context;
  if (value.length === 0) return text.editor.publish.changes.nothing;
  switch (lastOf(label)) {
    case 'windows':
      return text.rules.windows(value as readonly DayHours[]);
    case 'weekdays':
      return text.rules.weekdays(value as readonly number[]);
    case 'channels':
      return value
        .map((each) => (text.rules.channels as Readonly<Record<string, string>>)[String(each)])
        .join(', ');
    case 'allowed':
    case 'denied':
      return value.map((each) => text.rules.purposes[each as Purpose]).join(', ');
    case 'insees':
      return context.text.editor.publish.changes.communes(value.length);
    default:
      return listWords(value, context);
  }
}

function listWords(value: unknown, { text }: ChangeContext): string {
  if (!Array.isArray(value)) return text.editor.publish.changes.nothing;
  const isSaid = value.every((each) => typeof each === 'string' || typeof each === 'number');
  return isSaid ? value.join(' · ') : text.editor.publish.changes.things(value.length);
}

function thingWords(label: string, thing: Thing, context: ChangeContext): string {
  const { text } = context;
  const words = text.editor.publish.changes;
  switch (label) {
    case 'offer.fares':
      return text.rules.fare(thing as FareComponent);
    case 'offer.booking.notice':
      return text.rules.notice(thing as BookingNotice);
    case 'offer.booking':
      return text.rules.notice(thing['notice'] as BookingNotice);
    case 'offer.patterns.calendar':
      return text.rules.calendar(thing as ServiceCalendar);
    case 'offer.patterns.calendar.exceptions':
      return text.transport.exception(
        String(thing['date']),
        thing['runs'] === true,
        String(thing['label'] ?? ''),
      );
    case 'offer.patterns': {
      const days = text.rules.calendar(thing['calendar'] as ServiceCalendar);
      const windows = (thing['windows'] ?? []) as readonly DayHours[];
      const hours = windows.length === 0 ? '' : `, ${text.rules.windows(windows)}`;
      return `${labelOf(thing['origin'])}, ${days}${hours}`;
    }
    case 'offer.accommodations': {
      const { code, value } = thing as AccommodationOffer;
      return `${text.rules.accommodations[code]} : ${words.codes[value] ?? value}`;
    }
    case 'offer.eligibility':
      return eligibilityWords(thing as Eligibility, text);
    default:
      return labelOf(thing) || words.rewritten;
  }
}

function eligibilityWords(expression: Eligibility, text: Dictionary): string {
  const said = criteriaOf(expression).map((criterion) => text.rules.criterion(criterion));
  return said.length === 0 ? text.transport.forEveryone : said.join(', ');
}

function criteriaOf(expression: Eligibility): Criterion[] {
  if ('criterion' in expression) return [expression.criterion];
  if ('not' in expression) return criteriaOf(expression.not);
  return ('all' in expression ? expression.all : expression.any).flatMap(criteriaOf);
}

function communeWords(
  before: readonly string[],
  after: readonly string[],
  { text, communeName }: ChangeContext,
): { before: string; after: string } {
  const words = text.editor.publish.changes;
  const named = (insees: readonly string[]) => {
    const names = insees.slice(0, MOST_NAMES).map(communeName).join(', ');
    const others = insees.length - MOST_NAMES;
    return others > 0 ? words.andMore(names, others) : names;
  };
  const added = after.filter((insee) => !before.includes(insee));
  const removed = before.filter((insee) => !after.includes(insee));
  const said = [
    words.communes(after.length),
    ...(added.length > 0 ? [words.communesAdded(named(added))] : []),
    ...(removed.length > 0 ? [words.communesRemoved(named(removed))] : []),
  ];
  return { before: words.communes(before.length), after: said.join(' ; ') };
}

function labelOf(thing: unknown): string {
  if (typeof thing !== 'object' || thing === null) return '';
  const { label, name } = thing as { label?: unknown; name?: unknown };
  return typeof label === 'string' ? label : typeof name === 'string' ? name : '';
}

function isZone(label: string): boolean {
  return label === 'offer.patterns.origin' || label === 'offer.patterns.destination';
}

/** Of a zone that is a list of communes. */
function inseesOf(zone: unknown): readonly string[] | null {
  const insees = (zone as { insees?: unknown } | null)?.insees;
  return isTexts(insees) ? insees : null;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function lastOf(label: string): string {
  return label.slice(label.lastIndexOf('.') + 1);
}
