// Can what few offers need be written where it is folded: lengths of rides, openings, days apart?

import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal, type JSX } from 'solid-js';
import { afterEach, expect, test } from 'vitest';
import type { BookingNotice, LineHours } from '#domain/transport/offer.ts';
import { stepOf } from '#domain/transport/offer-steps.ts';
import { workspacePage } from '#tests/web/workspace-page.ts';
import { blankPattern } from '#web/features/workspace/blank-pattern.ts';
import { LineExceptions } from '#web/features/workspace/line-exceptions.tsx';
import { NoticeFields } from '#web/features/workspace/notice-fields.tsx';
import { PatternFields } from '#web/features/workspace/pattern-fields.tsx';
import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';

const { pattern, opening, line } = fr.editor.more;
const { booking, hours } = fr.editor;

afterEach(() => cleanup());

function held<Value>(
  first: Value,
  content: (value: () => Value, put: (value: Value) => void) => JSX.Element,
): () => Value {
  const [value, setValue] = createSignal<Value>(first);
  const { state } = workspacePage({});
  render(() => (
    <PageContext.Provider value={state}>
      {content(value, (next) => setValue(() => next))}
    </PageContext.Provider>
  ));
  return value;
}

const write = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const opensOn = () => screen.queryByLabelText(new RegExp(booking.opensDaysBefore.slice(0, 30)));

test('how long rides take and the margin they leave are written in whole numbers', () => {
  const value = held(blankPattern('essai', []), (each, put) => (
    <PatternFields name="pattern-0" pattern={each()} territoryCode={null} onChange={put} />
  ));
  expect(screen.getByLabelText<HTMLInputElement>(pattern.durationFactor).value).toBe('130');
  write(pattern.durationFactor, '150');
  write(pattern.durationOffset, '10');
  write(pattern.margin, '20');
  const said = { durationFactor: 1.5, durationOffsetSeconds: 600, transferMarginMinutes: 20 };
  expect(value()).toMatchObject(said);
  write(pattern.durationFactor, '5');
  expect(value().durationFactor).toBe(1.5);
  // Where the history of an offer sends who wants to change them again.
  expect(Object.keys(said).map((name) => stepOf(`offer.patterns.0.${name}`))).toEqual([
    'ou',
    'ou',
    'ou',
  ]);
});

test('the day bookings open has its hour and its way of counting, which go with it', () => {
  const notice: BookingNotice = {
    kind: 'days_before',
    days: 1,
    businessDays: true,
    atMinute: 1020,
    opensDaysBefore: null,
  };
  const value = held<BookingNotice>(notice, (each, put) => (
    <NoticeFields notice={each()} onChange={put} />
  ));
  expect(screen.queryByText(opening.summary)).toBeNull();
  write(new RegExp(booking.opensDaysBefore.slice(0, 30)), '15');
  write(new RegExp(opening.atHour.slice(0, 30)), '08:30');
  const counted = screen.getByLabelText<HTMLInputElement>(opening.businessDays);
  expect(counted.checked).toBe(true);
  fireEvent.click(counted);
  expect(value()).toEqual({
    ...notice,
    opensDaysBefore: 15,
    opensAtMinute: 510,
    opensBusinessDays: false,
  });
  write(new RegExp(booking.opensDaysBefore.slice(0, 30)), '');
  expect(value()).toEqual(notice);
});

test('a notice in hours may open on a day too, but not when it has a longest one', () => {
  const notice: BookingNotice = { kind: 'elapsed', minMinutes: 120, maxMinutes: null };
  const value = held<BookingNotice>(notice, (each, put) => (
    <NoticeFields notice={each()} onChange={put} />
  ));
  write(new RegExp(booking.opensDaysBefore.slice(0, 30)), '7');
  write(new RegExp(opening.atHour.slice(0, 30)), '09:00');
  expect(value()).toEqual({ ...notice, opensDaysBefore: 7, opensAtMinute: 540 });
  write(new RegExp(booking.opensDaysBefore.slice(0, 30)), '');
  expect(value()).toEqual(notice);
  cleanup();
  held<BookingNotice>({ ...notice, maxMinutes: 2880 }, (each, put) => (
    <NoticeFields notice={each()} onChange={put} />
  ));
  expect(opensOn()).toBeNull();
});

test('a day apart begins with nobody on the phone, takes hours, and leaves nothing when removed', () => {
  const week: LineHours = { week: [[], [], [], [], [], [], []], closedOnHolidays: true };
  const value = held(week, (each, put) => <LineExceptions hours={each()} onChange={put} />);
  const add = () => screen.getByRole<HTMLButtonElement>('button', { name: line.add, hidden: true });
  expect(add().disabled).toBe(true);
  for (const day of ['2026-12-31', '2026-12-24']) {
    write(line.day, day);
    fireEvent.click(add());
  }
  expect(value().exceptions).toEqual([
    { date: '2026-12-24', slots: [] },
    { date: '2026-12-31', slots: [] },
  ]);
  expect(screen.getAllByText(line.nobody)).toHaveLength(2);
  // The same day is not said twice.
  write(line.day, '2026-12-24');
  expect(add().disabled).toBe(true);
  const [first] = screen.getAllByText(hours.add);
  fireEvent.click(first as HTMLElement);
  expect(value().exceptions?.[0]?.slots).toEqual([{ from: 540, to: 720 }]);
  for (let left = 2; left > 0; left -= 1) {
    const [remove] = screen.getAllByRole('button', {
      name: new RegExp(`^${fr.editor.removeItem('')}`),
      hidden: true,
    });
    fireEvent.click(remove as HTMLElement);
  }
  expect(value()).toEqual(week);
});
