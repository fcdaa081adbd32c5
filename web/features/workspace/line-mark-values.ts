// What does the form of a mark hold, and which mark does it say?

import { OVERLAY_KINDS, type OverlayKind } from '#domain/transport/line-overlay.ts';
import type { BookingNotice } from '#domain/transport/offer.ts';
import type { Overlay, SaidMark } from './line-mark-data.ts';

/** Names of the fields, as they are sent. */
export const MARK_FIELDS = [
  'quoi',
  'marque',
  'pour_qui',
  'question',
  'age_min',
  'age_max',
  'telephone',
  'delai',
  'heure',
  'note',
] as const;
export type MarkField = (typeof MARK_FIELDS)[number];
export type MarkValues = Readonly<Record<MarkField, string>>;

/** What tells those a line is for; `phone`: asked when calling. */
export const QUESTIONS = ['phone', 'disability_card', 'member', 'prescription', 'age'] as const;

/** `line`: the rule of the line; else a number of minutes, days or working days before. */
export const DELAYS = ['line', 'now', 'm30', 'm60', 'm120', 'd1', 'd2', 'w1', 'w2'] as const;

export const BLANK: MarkValues = {
  quoi: '',
  marque: '',
  pour_qui: '',
  question: 'phone',
  age_min: '',
  age_max: '',
  telephone: '',
  delai: 'line',
  heure: '17:00',
  note: '',
};

const DEFAULT_MINUTE = 17 * 60;

export function valuesOf({ mark, note }: Pick<Overlay, 'mark' | 'note'>): MarkValues {
  const values = { ...BLANK, marque: mark.kind, note };
  if (mark.kind === 'reserved') {
    const { condition } = mark;
    const ages =
      condition?.kind === 'age'
        ? { age_min: `${condition.min ?? ''}`, age_max: `${condition.max ?? ''}` }
        : {};
    return { ...values, pour_qui: mark.forWhom, question: condition?.kind ?? 'phone', ...ages };
  }
  if (mark.kind !== 'on_booking' || mark.booking === null) return values;
  const { notice, phone } = mark.booking;
  const heure = notice.kind === 'days_before' ? clockOf(notice.atMinute) : values.heure;
  return { ...values, telephone: phone, delai: delayOf(notice), heure };
}

export function writtenValues(form: URLSearchParams): MarkValues {
  const written = MARK_FIELDS.map((name) => [name, form.get(name)?.trim() ?? BLANK[name]] as const);
  return Object.fromEntries(written) as MarkValues;
}

export type ReadMark =
  | { said: { mark: SaidMark; note: string }; wrong: readonly [] }
  | { said: null; wrong: readonly MarkField[] };

/** `before`: what is being said otherwise; what the form does not show of it stays. */
export function readMark(values: MarkValues, before: SaidMark | null): ReadMark {
  const kind = OVERLAY_KINDS.find((each) => each === values.marque);
  if (kind === undefined) return { said: null, wrong: ['marque'] };
  const wrong = faultsOf(kind, values);
  if (wrong.length > 0) return { said: null, wrong };
  return { said: { mark: markOf(kind, values, before), note: values.note }, wrong: [] };
}

function faultsOf(kind: OverlayKind, values: MarkValues): MarkField[] {
  const wrong: MarkField[] = [];
  if (kind === 'note' && values.note === '') wrong.push('note');
  if (kind === 'reserved') {
    if (values.pour_qui === '') wrong.push('pour_qui');
    if (values.question === 'age') {
      const isAge = (text: string) => /^\d{0,3}$/.test(text) && Number(text) <= 130;
      if (values.age_min + values.age_max === '' || !isAge(values.age_min)) wrong.push('age_min');
      if (!isAge(values.age_max)) wrong.push('age_max');
    }
  }
  if (kind === 'on_booking' && values.delai !== 'line') {
    if (values.telephone.length < 3) wrong.push('telephone');
    if (noticeOf(values) === null) wrong.push('delai');
  }
  return wrong;
}

function markOf(kind: OverlayKind, values: MarkValues, before: SaidMark | null): SaidMark {
  if (kind === 'reserved') {
    return { kind, forWhom: values.pour_qui, condition: conditionOf(values) };
  }
  if (kind !== 'on_booking') return { kind };
  const notice = noticeOf(values);
  if (notice === null) return { kind, booking: null };
  const url = before?.kind === 'on_booking' ? (before.booking?.url ?? null) : null;
  return { kind, booking: { notice, phone: values.telephone, url } };
}

function conditionOf({ question, age_min: min, age_max: max }: MarkValues) {
  if (question === 'age') {
    const age = (text: string) => (text === '' ? null : Number(text));
    return { kind: question, min: age(min), max: age(max) } as const;
  }
  const kind = QUESTIONS.find((each) => each === question);
  return kind === undefined || kind === 'phone' || kind === 'age' ? null : { kind };
}

/** Null: the rule of the line, or nothing that can be read. */
function noticeOf({ delai, heure }: MarkValues): BookingNotice | null {
  if (delai === 'now') return { kind: 'real_time' };
  const [, unit, digits] = /^([mdw])(\d{1,5})$/.exec(delai) ?? [];
  const number = Number(digits);
  if (unit === undefined) return null;
  if (unit === 'm') return { kind: 'elapsed', minMinutes: number, maxMinutes: null };
  const businessDays = unit === 'w';
  const atMinute = minuteOf(heure);
  return { kind: 'days_before', days: number, businessDays, atMinute, opensDaysBefore: null };
}

function delayOf(notice: BookingNotice): string {
  if (notice.kind === 'real_time') return 'now';
  if (notice.kind === 'elapsed') return `m${notice.minMinutes}`;
  return `${notice.businessDays ? 'w' : 'd'}${notice.days}`;
}

function minuteOf(clock: string): number {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(clock) ?? [];
  return hours === undefined ? DEFAULT_MINUTE : Number(hours) * 60 + Number(minutes);
}

function clockOf(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
