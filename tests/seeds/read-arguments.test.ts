import { describe, expect, it } from 'vitest';
import { readArguments } from '#seeds/pipeline/read-arguments.ts';

describe('the words after « npm run import -- »', () => {
  it('are a source, a file and options', () => {
    expect(
      readArguments([
        'communes',
        'c.geojson',
        '--territory',
        'sud-charente,royan-atlantique',
        '--territory',
        'aunis-atlantique',
        '--date',
        '2018',
        '--dry-run',
      ]),
    ).toEqual({
      sourceName: 'communes',
      path: 'c.geojson',
      morePaths: [],
      territoryCodes: ['sud-charente', 'royan-atlantique', 'aunis-atlantique'],
      feedId: null,
      asOf: '2018',
      accept: [],
      again: false,
      dryRun: true,
    });
  });

  it('may be an address in place of a file, and name the guards to waive', () => {
    const given = readArguments([
      'finess',
      'https://exemple.fr/a.json',
      '--accept',
      'rejets',
      '--accept',
      'nombre',
      '--again',
    ]);
    expect(given).toMatchObject({
      path: 'https://exemple.fr/a.json',
      accept: ['rejets', 'nombre'],
      again: true,
      dryRun: false,
    });
  });

  it('may be several files where they are read as one', () => {
    expect(readArguments(['osm', 'a.osm.pbf', 'b.osm.pbf', 'c.osm.pbf'])).toMatchObject({
      path: 'a.osm.pbf',
      morePaths: ['b.osm.pbf', 'c.osm.pbf'],
    });
  });

  it('may give the licence of a file whose source has none of its own', () => {
    expect(readArguments(['gtfs', 'a.zip', '--licence', ' ODbL 1.0 '])).toMatchObject({
      published: { licence: 'ODbL 1.0', page: null },
    });
    expect(readArguments(['gtfs', 'a.zip'])).not.toHaveProperty('published');
  });

  it.each([
    [[], 'une source est attendue'],
    [['gtfs', 'a.zip', 'b.zip'], '« b.zip » est en trop'],
    [['gtfs', 'a.zip', '--feed', '../x'], '--feed attend'],
    [['gtfs', 'a.zip', '--date', '22/01/2025'], '--date attend'],
    [['gtfs', 'a.zip', '--date', '2025-13'], '--date attend'],
    [['gtfs', 'a.zip', '--date', '2025-02-30'], '--date attend'],
    [['gtfs', 'a.zip', '--colour'], 'option inconnue « --colour ».\n'],
    [['gtfs', 'a.zip', '--teritory', 'x'], '« --teritory ». Vouliez-vous dire « --territory » ?'],
    [['gtfs', 'a.zip', '--dry-run=oui'], '--dry-run ne prend pas de valeur.'],
    [['gtfs', 'a.zip', '--territory'], '--territory attend une valeur.'],
  ])('say what is wrong: %j', (words, said) => {
    expect(() => readArguments(words)).toThrow(said);
    expect(() => readArguments(words)).toThrow('npm run import -- SOURCE');
  });
});
