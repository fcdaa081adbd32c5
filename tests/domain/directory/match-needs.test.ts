import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Need } from '#domain/directory/directory.ts';
import { editDistance } from '#domain/directory/edit-distance.ts';
import { matchNeeds } from '#domain/directory/match-needs.ts';
import { typosAllowed } from '#domain/directory/match-words.ts';
import { normalizeText, wordsOf } from '#domain/directory/normalize-text.ts';

const need = (id: string, label: string, synonyms: string[], plain = ''): Need => ({
  id,
  group: 'doctor',
  label: { fr: label, en: id },
  plain: { fr: plain, en: '' },
  synonyms,
  categories: [],
});
const needs = [
  need(
    'gp',
    'Médecin généraliste',
    ['docteur', 'médecin traitant', 'toubib', 'ordonnance'],
    'Voir un médecin, être examiné',
  ),
  need('dentist', 'Dentiste', ['mal aux dents', 'carie', 'dentier'], 'Soigner ses dents'),
  need(
    'physio',
    'Kinésithérapeute',
    ['kiné', 'rééducation', 'mal de dos', 'massage'],
    'Rééducation, marche',
  ),
  need('nurse', 'Infirmier, infirmière', ['piqûre', 'prise de sang', 'soins à domicile']),
  need('dressing', 'Refaire un pansement', ['fils à enlever', 'plaie']),
  need('vaccine', 'Se faire vacciner', ['vaccin', 'rappel', 'grippe']),
  need('talk', 'Parler à quelqu’un', ['déprime', 'angoisse', 'idées noires', 'psychologue']),
  need('home', 'Aide à domicile', ['ménage', 'courses', 'aide ménagère']),
  need('midwife', 'Sage-femme', ['grossesse', 'enceinte']),
];
const first = (query: string) => matchNeeds(query, needs)[0]?.need.id;

describe('what people type', () => {
  it('is understood in lay words', () => {
    expect(first('docteur')).toBe('gp');
    expect(first('vaccin')).toBe('vaccine');
    expect(first('aide à domicile')).toBe('home');
    expect(first('parler à quelqu’un')).toBe('talk');
    expect(first('J’ai mal au dos')).toBe('physio');
    expect(first('je cherche un toubib pour ma mère')).toBe('gp');
  });

  it('is understood with mistakes, without accents, in any order, stuck or unfinished', () => {
    for (const [query, id] of [
      ['dentsite', 'dentist'],
      ['detniste', 'dentist'],
      ['medcin', 'gp'],
      ['MÉDECIN', 'gp'],
      ['généraliste médecin', 'gp'],
      ['kinesiterapeute', 'physio'],
      ['kinésy', 'physio'],
      ['pansmant', 'dressing'],
      ['infirmieres', 'nurse'],
      ['domicile aide', 'home'],
      ['sage femme', 'midwife'],
      ['sagefemme', 'midwife'],
      ['sagefame', 'midwife'],
      ['piqure', 'nurse'],
      ['vac', 'vaccine'],
      ['ordonance', 'gp'],
    ] as const) {
      expect(first(query), query).toBe(id);
    }
  });

  it('is not understood at any price', () => {
    for (const query of ['', '   ', '?', 'xyzq', 'camion', 'garage auto', 'un']) {
      expect(matchNeeds(query, needs), query).toEqual([]);
    }
  });

  it('gives the label before a lay word, and says which words answered', () => {
    expect(matchNeeds('dentiste', needs)[0]).toMatchObject({ score: 1, matchedText: 'Dentiste' });
    expect(matchNeeds('carie', needs)[0]).toMatchObject({ matchedText: 'carie' });
    expect(matchNeeds('soigner dents', needs)[0]?.matchedText).toBe('Soigner ses dents');
  });

  it('keeps the given order between equal scores', () => {
    const twins = [need('b', 'Ostéopathe', []), need('a', 'Ostéopathe', [])];
    expect(matchNeeds('osteopathe', twins).map((match) => match.need.id)).toEqual(['b', 'a']);
  });

  it('finds any label again after one typing mistake in a long word', () => {
    const long = needs.filter((each) => wordsOf(each.label.fr).some((word) => word.length >= 8));
    fc.assert(
      fc.property(
        fc.constantFrom(...long),
        fc.nat(),
        fc.constantFrom('drop', 'swap', 'change'),
        (target, where, mistake) => {
          const words = wordsOf(target.label.fr);
          const index = words.findIndex((word) => word.length >= 8);
          const letters = [...(words[index] ?? '')];
          const at = 1 + (where % (letters.length - 2));
          const letter = letters[at] ?? '';
          if (mistake === 'drop') letters.splice(at, 1);
          if (mistake === 'change') letters[at] = letter === 'w' ? 'k' : 'w';
          if (mistake === 'swap') letters.splice(at, 2, letters[at + 1] ?? '', letter);
          words[index] = letters.join('');
          expect(first(words.join(' '))).toBe(target.id);
        },
      ),
    );
  });

  it('scores between 0 and 1, in order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (query) => {
        const scores = matchNeeds(query, needs).map((match) => match.score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        for (const score of scores) expect(score > 0 && score <= 1 + 1e-9).toBe(true);
      }),
    );
  });
});

describe('normalised text', () => {
  it('is the same for the spellings of a commune', () => {
    for (const text of [
      'Saint-Séverin',
      'St-Séverin',
      'st severin',
      'SAINT  SÉVERIN',
      'St. Séverin',
    ]) {
      expect(normalizeText(text)).toBe('saint severin');
    }
    expect(normalizeText('Ste-Souline')).toBe('sainte souline');
    expect(normalizeText('L’Œil du Cœur d’Aÿ')).toBe('l oeil du coeur d ay');
    expect(normalizeText('ǢǼ ﬁn')).toBe('aeae fin');
  });

  it('does not change when normalised twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = normalizeText(text);
        expect(normalizeText(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('typing mistakes', () => {
  it('count one for an insertion, a deletion, a change or a swap', () => {
    expect(editDistance('medecin', 'medcin', 3)).toBe(1);
    expect(editDistance('medecin', 'meddecin', 3)).toBe(1);
    expect(editDistance('medecin', 'medicin', 3)).toBe(1);
    expect(editDistance('medecin', 'medcein', 3)).toBe(1);
    expect(editDistance('kinesiterapeute', 'kinesitherapeute', 3)).toBe(1);
    expect(editDistance('dos', 'dents', 1)).toBe(2);
  });

  it('are the same both ways and stop just past the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        const full = editDistance(a, b, 20);
        expect(editDistance(b, a, 20)).toBe(full);
        expect(editDistance(a, b, limit)).toBe(Math.min(full, limit + 1));
      }),
      { numRuns: 500 },
    );
  });

  it('are allowed by length of word', () => {
    expect([3, 4, 6, 7, 12].map(typosAllowed)).toEqual([0, 1, 1, 2, 2]);
  });
});
