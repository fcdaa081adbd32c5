// A hired vehicle is fetched and given back while the place is open: the same day, or days around.

import { describe, expect, test } from 'vitest';
import { at, codes, hire, modes, pays, TUESDAY, wayOf } from '#tests/domain/plan/drawn-hire.ts';
import { clock } from '#tests/domain/plan/sud-charente.ts';
import { serviceCalendar, slots } from '#tests/domain/transport/drawn.ts';

describe('the hours of the place', () => {
  test('closed at the return, it is brought back the next morning, and the night is paid', () => {
    const way = wayOf({ appointment: at(TUESDAY, '17:00') }, [
      hire({ offer: { fares: [pays('car', 900, 12)] } }),
    ]);
    expect(modes(way.back)).toEqual(['car']);
    expect(way.hire?.bringBack?.legs.map(({ mode }) => mode)).toEqual(['car', 'walk']);
    expect(way.hire?.toMinute).toBe(1440 + clock('8:00'));
    expect(way.price.minCents).toBe(1800);
    // Hours asleep at home are not time on the way.
    expect(way.totalMinutes).toBeLessThan(240);
  });

  test('closed at the pick-up, it is fetched the evening before, and asked for before that', () => {
    const way = wayOf({ appointment: at(TUESDAY, '8:15') }, [hire()]);
    expect(way.hire?.fromMinute).toBe(clock('17:50') - 1440);
    expect(way.hire?.fetch?.legs.map(({ mode }) => mode)).toEqual(['walk', 'car']);
    expect(modes(way.outbound)).toEqual(['car']);
    expect(way.calls[0]?.hire?.from).toEqual({ date: '2025-02-10', minute: clock('17:50') });
    expect(way.calls[0]?.deadline?.limit.date).toBe('2025-02-09');
  });

  test('closed at noon, one waits a little, or goes home and comes back', () => {
    const noon = (to: string) => hire({ pattern: { windows: slots(`8-12 ${to}-18`) } });
    const appointment = at(TUESDAY, '10:40');
    expect(wayOf({ appointment }, [noon('12:30')]).hire?.bringBack).toBeNull();
    const later = wayOf({ appointment }, [noon('14')]);
    expect(later.hire?.bringBack?.departMinute).toBeLessThan(clock('14:00'));
    expect(later.hire?.toMinute).toBe(clock('14:00'));
  });

  test('open on Monday and Friday only, it is lent for the days between', () => {
    const lent = hire({
      pattern: { calendar: serviceCalendar({ weekdays: [1, 5] }), windows: slots('9-12') },
      offer: { kind: 'garage', fares: [pays('car', 500, 24)] },
    });
    const way = wayOf({ appointment: at('2025-02-12', '10:00') }, [lent]);
    expect(way.kind).toBe('garage');
    expect(way.calls[0]?.hire).toMatchObject({
      from: { date: '2025-02-10', minute: clock('11:50') },
      to: { date: '2025-02-14', minute: clock('9:00') },
    });
    expect(way.price.minCents).toBe(2000);
    expect(way.back).not.toBeNull();
  });

  test('open on no day around, it is kept apart and says so', () => {
    const never = hire({ pattern: { calendar: serviceCalendar({ endsOn: '2025-01-31' }) } });
    const way = wayOf({}, [never]);
    expect(way.tier).toBe(3);
    expect(codes(way)).toContain('hire_closed');
  });

  test('not known, they are to be asked: the way is to check', () => {
    const way = wayOf({}, [hire({ pattern: { windows: [] } })]);
    expect(way.tier).toBe(1);
    expect(codes(way)).toContain('hire_hours_unknown');
  });
});
