import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepsManager } from '#domain/account/keeps-manager.ts';
import { passwordFault } from '#domain/account/password-rule.ts';

const CONTEXT = [
  'Voisoin',
  'nadia@mosc.example',
  'Nadia Écriture',
  'MOSC, Mobilité Sud Charente',
  'Montmoreau',
];

describe('a password', () => {
  test.each([
    ['vélo rouge sous la pluie'],
    ['quatre tasses bleues'],
    ['K7#tq9!mWz2$'],
    ['un chat, deux voisoin, une pomme'],
    ['🐢🐇🦔🐿️🦊🐺🦉🐸🐙🦋🐞🐝'],
    ['мир труд весна снег'],
  ])('of enough characters that nobody guesses is taken: %s', (password) => {
    expect(passwordFault(password, CONTEXT)).toBeNull();
  });

  test.each([
    ['', 'too_short'],
    ['onze carac.', 'too_short'],
    ['a'.repeat(129), 'too_long'],
    ['aaaaaaaaaaaaaaa', 'repeated'],
    ['tigretigretigre', 'repeated'],
    ['ababcabababab', 'repeated'],
    ['azertyuiopqsdfghjklm', 'sequence'],
    ['1234567890123', 'sequence'],
    ['zyxwvutsrqponm', 'sequence'],
    ['motdepasse12345', 'common'],
    ['M0t de p@sse 2026', 'common'],
    ['soleil-marseille', 'common'],
    ['Camille.Nicolas85', 'common'],
    ['Printemps-2026!!', 'common'],
    ['samedi dimanche', 'common'],
    ['JeTaimeDoudou!!', 'common'],
    ['Voisoin-2026-Voisoin', 'context'],
    ['mosc mobilite charente', 'context'],
    ['Nadia.Ecriture.12', 'context'],
    ['Montmoreau16190', 'context'],
  ])('that is easy to guess is refused, saying why: %s', (password, fault) => {
    expect(passwordFault(password, CONTEXT)).toBe(fault);
  });

  test('is measured in characters people see, not in units of memory', () => {
    expect(passwordFault('🐢🐇🦔🐿🦊🐺', [])).toBe('too_short');
  });

  test('of any text gets an answer, and never one under twelve characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 160 }), (password) => {
        const fault = passwordFault(password, CONTEXT);
        return fault !== null || [...password].length >= 12;
      }),
    );
  });

  test('with words from a fair draw is taken, whatever signs stand between them', () => {
    const words = ['ardoise', 'brouette', 'cloche', 'fougère', 'girafe', 'hameau', 'jonquille'];
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...words), { minLength: 3, maxLength: 5 }),
        fc.constantFrom(' ', '-', '_', ''),
        (drawn, between) => passwordFault(drawn.join(between), CONTEXT) === null,
      ),
    );
  });
});

describe('a workspace', () => {
  const members = [
    { userId: 'a', role: 'admin' },
    { userId: 'b', role: 'editor' },
  ] as const;

  test('keeps somebody who manages members', () => {
    expect(keepsManager(members, 'a', 'editor')).toBe(false);
    expect(keepsManager(members, 'a', null)).toBe(false);
    expect(keepsManager(members, 'b', null)).toBe(true);
    expect(keepsManager([...members, { userId: 'c', role: 'admin' }], 'a', null)).toBe(true);
    expect(keepsManager([{ userId: 'a', role: 'coordinator' }], 'a', null)).toBe(false);
  });
});
