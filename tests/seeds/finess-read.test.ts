import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openContent } from '#seeds/pipeline/open-content.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';
import { legacyPoint } from '#seeds/sources/finess/legacy-row.ts';
import { plusRows } from '#seeds/sources/finess/plus-rows.ts';
import { expectKind } from '#seeds/sources/finess/recognise.ts';
import { type Element, splitElements } from '#seeds/sources/finess/split-elements.ts';
import {
  etalabSite,
  fileOf,
  legalOf,
  NOMENCLATURE,
  plusDocument,
  siteOf,
} from '#tests/seeds/finess-fixture.ts';

async function split(
  chunks: readonly string[] | AsyncIterable<Buffer>,
  without: readonly string[] = [],
) {
  const header: Record<string, unknown> = {};
  const elements: Element[] = [];
  async function* bytes(): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) yield Buffer.from(chunk);
  }
  const onHeader = (key: string, value: unknown) => {
    header[key] = value;
  };
  const options = { fileName: 'finess.json', lists: ['pmej'], without, onHeader };
  for await (const element of splitElements(bytes(), options)) elements.push(element);
  return { header, values: elements.map(({ value }) => value) };
}

describe('a document read one element at a time', () => {
  const content = {
    schemaVersion: 'v1',
    metadata: { generatedAt: '2026-09-05' },
    gcc: [{ pmej: [{ hidden: true }] }],
    pmej: [
      { name: 'une { accolade', quote: '"\\', nested: [{ deep: [1, { a: ']' }] }] },
      { name: 'é', empty: {} },
    ],
    gco: [],
  };

  it('gives the elements of the list asked for, and what stands at the top', async () => {
    const { header, values } = await split([JSON.stringify(content, null, 2)]);
    expect(values).toEqual(content.pmej);
    expect(header).toEqual({ schemaVersion: 'v1', metadata: { generatedAt: '2026-09-05' } });
  });

  it('gives the same wherever its bytes are cut', async () => {
    const bytes = Buffer.from(JSON.stringify(content));
    for (const size of [1, 2, 3, 7, 50]) {
      async function* pieces(): AsyncGenerator<Buffer> {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      }
      expect((await split(pieces())).values).toEqual(content.pmej);
    }
  });

  it('leaves empty the lists it is told to, and nothing else, wherever its bytes are cut', async () => {
    const events = [{ event: [1, { note: '] "event": [' }] }, []];
    const pmej = [
      { event: events, site: [{ event: events, said: 'event' }], uneventful: [3] },
      { event: { kept: [2] }, 'an "event"': ['event'] },
    ];
    const text = JSON.stringify({ event: [{ a: 1 }], pmej }, null, 1);
    const left = [
      { event: [], site: [{ event: [], said: 'event' }], uneventful: [3] },
      { event: { kept: [2] }, 'an "event"': ['event'] },
    ];
    expect((await split([text], ['event'])).values).toEqual(left);
    for (const size of [1, 5, 23, 64]) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
        text.slice(at * size, (at + 1) * size),
      );
      const { values } = await split(pieces, ['event']);
      // A key cut in two is not seen: its list is then whole.
      const emptied = JSON.parse(JSON.stringify(values), (key, value) =>
        key === 'event' && Array.isArray(value) ? [] : value,
      );
      expect(emptied).toEqual(left);
    }
  });

  it.each([
    ['a document cut short', '{"pmej":[{"a":1},{"a":', 'élément n° 2 de « pmej »'],
    ['a text never closed', '{"pmej":[{"a":"1}]}', 'coupé avant sa fin'],
    ['an element that is no JSON', '{"pmej":[{"a":1},{"a":nope}]}', 'JSON illisible'],
    ['a brace too many', '{"pmej":[]}}', 'sans s’être ouverte'],
  ])('refuses %s', async (_, text, said) => {
    await expect(split([text])).rejects.toThrow(said);
  });
});

describe('one legal entity of FINESS+', () => {
  const [, read] = plusRows(legalOf([siteOf('160999011')]), 1);

  it('gives where one goes (usage 03) and both numbers of the public contact (role 01)', () => {
    expect(read?.row).toMatchObject({
      finess: '160999011',
      legalFiness: '160999001',
      insee: '16230',
      street: '4, avenue des Pres',
      x: 0.132,
      y: 45.401,
      srid: 4326,
      precision: 'address',
      inService: true,
    });
    expect(JSON.parse(read?.row.phones ?? '[]').map(({ dial }: { dial: string }) => dial)).toEqual([
      '+33536490010',
      '+33536490011',
    ]);
  });

  const rowOf = (said: Parameters<typeof siteOf>[1], top = 'informationsGeneralesPMEJ') =>
    plusRows(
      {
        [top]: { numFinessPm: '160999001', denominationPm: 'X' },
        ege: [siteOf('160999011', said)],
      },
      1,
    )[1];

  it('reads the state and the category as texts or codings, at either level', () => {
    const coded = (code: string) => ({ code, system: 'https://mos.esante.gouv.fr/NOS' });
    expect(rowOf({ etatObjet: coded('A') })?.row.inService).toBe(true);
    expect(
      rowOf({ etatObjet: undefined, info: { etatObjet: { coding: [coded('A')] } } })?.row.inService,
    ).toBe(true);
    expect(rowOf({ etatObjet: 'I' })?.row.inService).toBe(false);
    expect(rowOf({ etatObjet: 'Z' })?.state).toBe('Z');
    expect(rowOf({ info: { dateFermeture: '2010-02-03' } })?.row).toMatchObject({
      inService: false,
      closedOn: '2010-02-03',
    });
    expect(
      rowOf({
        categorieentiteGeographiqueExercice: undefined,
        categorieEntiteGeographiqueExercice: coded('620'),
      })?.row.categoryCode,
    ).toBe('620');
    expect(rowOf({}, 'informationsGeneralesPmej')?.row.legalFiness).toBe('160999001');
  });

  it('reads coordinates in any order, and makes no point of a whole commune', () => {
    const point = (said: object) => rowOf({ point: said as never })?.row;
    expect(
      point({
        coordonneeX: '0.132',
        coordonneeY: '45.401',
        directionLatitude: '6481000',
        directionLongitude: '475000',
        cleInInteropBAN: '16230_0100',
      }),
    ).toMatchObject({ x: 0.132, y: 45.401, srid: 4326, precision: 'bourg' });
    expect(
      point({ coordonneeX: '6481000', coordonneeY: '475000', cleInInteropBAN: '16230_0100_00004' }),
    ).toMatchObject({
      x: 475000,
      y: 6481000,
      srid: 2154,
    });
    expect(
      point({ directionLatitude: '45.4', directionLongitude: '0.13', cleInInteropBAN: '16230' }),
    ).toMatchObject({
      x: null,
      precision: null,
    });
  });
});

describe('a row of coordinates of the old files', () => {
  const at = (x: string, y: string, source: string) => {
    const said: Record<string, string> = {
      nofinesset: '160999011',
      coordxet: x,
      coordyet: y,
      sourcecoordet: source,
    };
    return legacyPoint(2, (name) => said[name] ?? '');
  };

  it('names its reference and its precision, and may be swapped', () => {
    expect(at('475000.0', '6481000.0', '1,ATLASANTE,96,BAN,EPSG:2154')).toMatchObject({
      srid: 2154,
      precision: 'address',
    });
    expect(at('6481000,0', '475000,0', '2,ATLASANTE')).toMatchObject({
      x: 475000,
      y: 6481000,
      srid: null,
      precision: 'bourg',
    });
  });

  it('gives no point outside of any reference known', () => {
    expect(at('475000', '6481000', '1,X,EPSG:99999').x).toBeNull();
    expect(at('99999999', '99999999', '1,X').x).toBeNull();
    expect(at('', 'abc', '1,X').x).toBeNull();
  });
});

describe('a file of the register', () => {
  const kindOf = (file: ImportFile) =>
    expectKind(file, ['structures_json', 'etalab', 'categories_xml'], 'un registre');

  it('is known by its first characters, compressed or not', async () => {
    const text = JSON.stringify(plusDocument([]));
    expect(await kindOf(fileOf(text))).toBe('structures_json');
    expect(await kindOf(memoryFile('x.json.gz', gzipSync(text)))).toBe('structures_json');
    expect(await kindOf(fileOf(`finess;etalab;98;2026-05-12\n${etalabSite('160999011')}`))).toBe(
      'etalab',
    );
    expect(await kindOf(fileOf(NOMENCLATURE))).toBe('categories_xml');
  });

  it.each([
    ['<!DOCTYPE html><html><body>503</body></html>', 'une page web (HTML)'],
    ['nofinesset;rset;de;libde;ta;libta\n1;2;3;4;5;6', 'des écoles, pas des soins'],
    ['nofinesset;activite;modalite;forme\n1;2;3;4', 'npm run import -- finess-activites'],
    [
      '{"pmej":[{"numFiness":"1","ege":[{"activitesExercees":[]}]}]}',
      'npm run import -- finess-activites',
    ],
    ['nom,adresse\nX,Y', 'qui commence par « nom,adresse ».'],
    [' ', 'un fichier vide'],
  ])('is refused when it is %s', async (text, said) => {
    await expect(kindOf(fileOf(text, 'recu.bin'))).rejects.toThrow(
      `« recu.bin », ligne 1, colonne 1 : attendu un registre`,
    );
    await expect(kindOf(fileOf(text))).rejects.toThrow(said);
  });

  it('is refused when its compression is cut, or hides a bomb', async () => {
    const packed = gzipSync(JSON.stringify(plusDocument([siteOf('160999011')])));
    const read = async (file: ImportFile) => {
      for await (const chunk of openContent(file)) expect(chunk.length).toBeGreaterThan(0);
    };
    await expect(
      read(memoryFile('cut.json.gz', packed.subarray(0, packed.length - 20))),
    ).rejects.toThrow('coupé avant sa fin');
    const bomb = gzipSync(Buffer.concat([Buffer.from('{"pmej":['), Buffer.alloc(30_000_000, 32)]));
    await expect(
      kindOf(memoryFile('bomb.json.gz', bomb)).then(() =>
        split(openContent(memoryFile('bomb.json.gz', bomb))),
      ),
    ).rejects.toThrow('compressé plus de');
  });
});
