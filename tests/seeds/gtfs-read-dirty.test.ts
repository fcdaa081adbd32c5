import { describe, expect, test } from 'vitest';
import { baseFiles, type Files } from '#tests/domain/journey/tiny-feed.ts';
import { type ReadFeed, readFeed } from '#tests/seeds/gtfs-whole.ts';

const read = (files: Files): ReadFeed => readFeed(new Map(Object.entries(files)));

describe('a feed written carelessly', () => {
  test('counts lines inside quoted cells, and reads CR LF, a BOM and any case of header', () => {
    const base = baseFiles();
    const { feed, rejects } = read({
      ...base,
      'stops.txt': `\uFEFFSTOP_ID,Stop_Name,stop_lat,stop_lon\r\nS1,"Gare,\nplace ""Neuve""",45.6,0.1\r\nS2,Deux,45.65,0.15\r\nS3,Trois,hors,0.2\r\n`,
    });
    expect(feed.stops.map((stop) => stop.name)).toEqual(['Gare,\nplace "Neuve"', 'Deux']);
    expect(rejects[0]).toMatchObject({ file: 'stops.txt', line: 5, value: 'hors' });
  });

  test('reads files that mix ends of line', () => {
    const base = baseFiles();
    const { feed, rejects } = read({
      ...base,
      'stops.txt':
        'stop_id,stop_name,stop_lat,stop_lon\r\nS1,Un,45.6,0.1\nS2,Deux,45.65,0.15\rS3,Trois,45.7,0.2\r\n',
    });
    expect(feed.stops.map((stop) => stop.id)).toEqual(['S1', 'S2', 'S3']);
    expect(rejects).toEqual([]);
  });

  test('reads a header misspelt in the sample feed of the specification', () => {
    const base = baseFiles();
    const { feed } = read({
      ...base,
      'stop_times.txt': (base['stop_times.txt'] ?? '')
        .replace('drop_off_type', 'drop_off_time')
        .replace('S3,3,0,0', 'S3,3,0,1'),
    });
    expect(feed.stopTimes.map((call) => call.dropOff)).toEqual([0, 0, 1]);
  });

  test('refuses a table without a mandatory column, or without a line', () => {
    expect(() => read({ ...baseFiles(), 'routes.txt': 'route_id\nR\n' })).toThrow(
      'routes.txt : colonne route_type absente. Colonnes trouvées : route_id [missing_required_column].',
    );
    expect(() => read({ ...baseFiles(), 'stops.txt': '\n' })).toThrow(
      "stops.txt : fichier vide, une ligne d'en-tête était attendue [empty_file].",
    );
    expect(read({ ...baseFiles(), 'transfers.txt': '' }).rejects).toEqual([]);
  });

  test('a quote that never closes costs one line', () => {
    const base = baseFiles();
    const { feed, rejects } = read({
      ...base,
      'stops.txt':
        'stop_id,stop_name,stop_lat,stop_lon\nS1,"Un,45.6,0.1\nS2,Deux,45.65,0.15\nS3,Trois,45.7,0.2\n',
    });
    expect(feed.stops.map((stop) => stop.id)).toEqual(['S2', 'S3']);
    expect(rejects[0]).toMatchObject({ line: 2, code: 'csv_parsing_failed' });
  });
});
