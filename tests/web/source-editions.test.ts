// What does the page « Sources et fraîcheur » say of each edition held here?

import { describe, expect, it } from 'vitest';
import { en } from '#web/i18n/en.ts';
import { fr } from '#web/i18n/fr.ts';

const EDITION = {
  name: 'Cars du Midi',
  licence: 'ODbL 1.0',
  asOf: '2026-07',
  importedOn: '2026-08-01',
  checkedOn: '2026-08-03',
  keptCount: 1200,
  rejectedCount: 0,
  validFrom: '2026-01-01',
  validTo: '2026-08-31',
};
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('an edition of an official source', () => {
  it('is said with its own licence, its dates and its rows', () => {
    const said = plain(fr.about.sources.edition(EDITION));
    expect(said).toMatch(
      /^Cars du Midi ; ODbL 1\.0 ; données : .*2026 ; valable du 1er janvier 2026 au /,
    );
    expect(said).toMatch(/ ; chargée le .* ; comparée le .* ; 1 200 lignes$/);
    expect(plain(en.about.sources.edition(EDITION))).toMatch(/^Cars du Midi; ODbL 1\.0; /);
  });

  it('says nothing of a licence that is that of its source, nor of a name there is not', () => {
    const own = { ...EDITION, name: null, licence: null, validFrom: null, validTo: null };
    expect(plain(fr.about.sources.edition(own))).toMatch(/^données : .* ; chargée le /);
  });
});
