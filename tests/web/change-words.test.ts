// Is each difference between two states of an offer said in words, and none by a name of the model?

import { describe, expect, test } from 'vitest';
import { diffDocuments } from '#domain/transport/diff-documents.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { blankDocument } from '#domain/transport/offer-document.ts';
import {
  bookingRule,
  communes,
  provenance,
  serviceCalendar,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';
import { changeWords } from '#web/features/workspace/change-words.ts';
import { readStory } from '#web/features/workspace/history-story.ts';
import { en } from '#web/i18n/en.ts';
import { fr } from '#web/i18n/fr.ts';
import { createFormat } from '#web/lib/format.ts';

const NAMES: Readonly<Record<string, string>> = { '16020': 'Aubeterre', '16230': 'Montmoreau' };
const context = { text: fr, communeName: (insee: string) => NAMES[insee] ?? insee };

const BLANK = blankDocument({
  id: 'essai',
  kind: 'volunteer',
  territoryCodes: [],
  provider: null,
  sourceId: 'essai',
});
const pattern = (change: Parameters<typeof travelPattern>[0]) =>
  travelPattern({ id: 'p1', origin: communes('16020'), calendar: serviceCalendar(), ...change });

const BEFORE: Partial<Offer> = {
  name: 'Avant',
  patterns: [pattern({ windows: [{ from: 540, to: 720 }], maxKm: 50 })],
  booking: bookingRule({ provenance }),
  fares: [
    { kind: 'per_km', centsPerKm: 10, basis: 'trip', waitRule: null, note: null, provenance },
  ],
};
const AFTER: Partial<Offer> = {
  name: 'Après',
  patterns: [
    pattern({
      windows: [{ from: 480, to: 720 }],
      maxKm: 80,
      origin: communes('16020', '16230'),
      calendar: serviceCalendar({ weekdays: [2] }),
    }),
  ],
  booking: bookingRule({ provenance, urgentPossible: true }),
  fares: [
    {
      kind: 'per_km',
      centsPerKm: 25,
      basis: 'driver_loop',
      waitRule: null,
      note: null,
      provenance,
    },
    { kind: 'membership', cents: 1000, per: 'year', note: null, provenance },
  ],
  eligibility: { criterion: { kind: 'member' }, proof: null, weight: 'hard' },
  accommodations: [{ code: 'wheelchair', value: 'on_request', note: null }],
};
const changes = diffDocuments(
  { ...BLANK, offer: { ...BLANK.offer, ...BEFORE } },
  { ...BLANK, offer: { ...BLANK.offer, ...AFTER } },
);
/** Spaces a line never breaks at are spaces to who reads. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('what differs between two states', () => {
  const said = new Map(
    changes.map((change) => {
      const { field, before, after } = changeWords(change, context);
      return [field, [plain(before), plain(after)] as const] as const;
    }),
  );

  test('is said with amounts, hours, days and names as people say them', () => {
    expect(said.get('Prix du kilomètre')).toEqual(['0,10 €', '0,25 €']);
    expect(said.get('Heures')).toEqual(['de 9 h à 12 h', 'de 8 h à 12 h']);
    expect(said.get('Distance, au plus')).toEqual(['50 km', '80 km']);
    expect(said.get('Demandes urgentes')).toEqual(['non', 'oui']);
    expect(said.get('Kilomètres comptés')?.[1]).toBe('depuis chez le conducteur, aller et retour');
    expect(said.get('Pour qui')).toEqual(['rien', 'être adhérent']);
    expect(said.get('Aides possibles')?.[1]).toBe('Fauteuil roulant : sur demande');
    expect(said.get('Communes de la zone')?.[1]).toContain('ajoutées : Montmoreau');
    expect(said.get('Jours de la semaine')?.[1]).toBe('le mardi');
    expect(said.get('Prix')?.[1]).toContain('adhésion');
  });

  test('names no field and no word of the model, in either language', () => {
    for (const text of [fr, en]) {
      for (const change of changes) {
        const words = Object.values(changeWords(change, { ...context, text })).join(' ');
        expect(words).not.toMatch(/undefined|\[object|NaN|null|[a-z]_[a-z]|[a-z][A-Z]/);
        expect(words).not.toMatch(/Autre chose|Something else/);
      }
    }
  });
});

test('an entry of the history is read by the names of its fields, without those of things', () => {
  const fields = changes.map(({ path, change, before, after }) => ({
    path,
    change,
    before,
    after,
  }));
  const story = readStory({
    before: null,
    after: { version: 3, note: 'Nouveau tarif', changes: { fields, leftOut: 0 } },
  });
  expect(story).toMatchObject({ version: 3, said: 'Nouveau tarif' });
  expect(story.changes.map(({ label }) => label)).toEqual(changes.map(({ label }) => label));
});

test('an entry nobody can read tells nothing, and a long value only that it changed', () => {
  expect(readStory({ before: 4, after: 'x' })).toEqual({ version: null, said: null, changes: [] });
  const long = {
    path: 'areas.p1/origin.parts',
    change: 'changed',
    before: { sha256: 'a' },
    after: { sha256: 'b' },
  };
  const [change] = readStory({ before: null, after: { changes: { fields: [long, 7] } } }).changes;
  if (change === undefined) throw new Error('The change was not read');
  expect(changeWords(change, context).after).toBe(fr.editor.publish.changes.rewritten);
  expect(createFormat(fr.conventions).euros(25)).toContain('0,25');
});
