import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneOf, phonesOf } from '#domain/directory/phone.ts';

describe('a phone number', () => {
  it('is written by pairs and dialled in full', () => {
    const expected = { display: '05 45 24 40 00', dial: '+33545244000', kind: 'main' };
    for (const text of [
      '0545244000',
      '05.45.24.40.00',
      '+33 5 45 24 40 00',
      '0033545244000',
      '+33 (0)5 45 24 40 00',
      '05-45-24-40-00',
    ]) {
      expect(phoneOf(text)).toEqual(expected);
    }
  });

  it('keeps short numbers as they are dialled', () => {
    const shown = (text: string) => {
      const phone = phoneOf(text);
      return phone && [phone.display, phone.dial];
    };
    expect(shown('3646')).toEqual(['36 46', '3646']);
    expect(shown('116117')).toEqual(['116 117', '116117']);
    expect(shown('116 117')).toEqual(['116 117', '116117']);
    expect(shown('15')).toEqual(['15', '15']);
    expect(shown('3114')).toEqual(['3114', '3114']);
    expect(shown('0810810977')).toEqual(['0 810 810 977', '+33810810977']);
  });

  it('knows mobiles and the numbers kept for fiction, unless told otherwise', () => {
    expect(phoneOf('07 82 32 76 33')?.kind).toBe('mobile');
    expect(phoneOf('05 36 49 12 34')?.kind).toBe('fiction');
    expect(phoneOf('06 39 98 00 01')?.kind).toBe('fiction');
    expect(phoneOf('05 45 24 40 00', 'appointment')?.kind).toBe('appointment');
  });

  it('is not made of anything else', () => {
    for (const text of [
      '',
      'secrétariat',
      '0545',
      '00 45 24 40 00',
      '05 45 24 40 0',
      '12 34',
      '+33545',
      '05 45 24 40 00 poste 12',
    ]) {
      expect(phoneOf(text), text).toBeNull();
    }
    expect(phoneOf('+44 20 7946 0000')?.dial).toBe('+442079460000');
  });

  it('is found several times in one field, whole or by its last digits', () => {
    const shown = (text: string) => phonesOf(text).map((phone) => phone.display);
    expect(shown('05 45 98 66 00 / 06 39 98 00 01')).toEqual(['05 45 98 66 00', '06 39 98 00 01']);
    expect(shown('05 45 98 66 00/01')).toEqual(['05 45 98 66 00', '05 45 98 66 01']);
    expect(shown('05 45 98 66 00 ou 3646')).toEqual(['05 45 98 66 00', '36 46']);
    expect(shown('05/45/98/66/00')).toEqual(['05 45 98 66 00']);
    expect(shown('0545986600 ; 05 45 98 66 00 ; standard')).toEqual(['05 45 98 66 00']);
    expect(shown('à compléter')).toEqual([]);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (number) => {
        const phone = phoneOf(`0${number}`);
        expect(phone).not.toBeNull();
        expect(phoneOf(phone?.display ?? '')).toEqual(phone);
        expect(phoneOf(phone?.dial ?? '')).toEqual(phone);
      }),
    );
  });
});
