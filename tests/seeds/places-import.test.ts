import { gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { suggestPlaces } from '#db/queries/territory/suggest-places.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { localityName } from '#seeds/sources/places/postcode-row.ts';
import { placesFiles } from '#seeds/sources/places/source.ts';
import { AUBETERRE, addCommune, addSource, eastOf } from '#tests/db/rows.ts';
import { importFile, textFile } from '#tests/seeds/territory-files.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const HEADER =
  'id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;libelle_acheminement;nom_afnor;source_position;source_nom_voie;certification_commune;cad_parcelles';

type Address = { id: string; number: string; rep?: string; street: string; insee?: string };

/** A row of the base, invented; `lon` grows with the number. */
function address(
  { id, number, rep = '', street, insee = '16901' }: Address,
  point?: string,
): string {
  const [lon, lat] = AUBETERRE;
  const at = point ?? `${(lon + Number(number) / 10_000).toFixed(6)};${lat}`;
  return `${id};;${number};${rep};${street};16999;${insee};Valbrune;;Boisdroit;;;${at};entrée;;;VALBRUNE;;commune;commune;1;`;
}

const ADDRESSES = [
  HEADER,
  address({ id: '16901_0070_00012', number: '12', street: 'Rue des Écoles' }),
  address({ id: '16901_0070_00002', number: '2', street: 'Rue des Écoles' }),
  address({ id: '16901_0070_00012_bis', number: '12', rep: 'bis', street: 'Rue des Écoles' }),
  address({ id: '16901_b12c', number: '', street: 'Le Maine Joli' }),
  address({ id: '16903_0070_00001', number: '1', street: 'Rue Partie', insee: '16903' }),
  address({ id: 'sans-code', number: '1', street: 'Rue des Écoles' }),
  address({ id: '16901_0071_00001', number: '1', street: '' }),
  address({ id: '16901_0071_00001', number: 'un', street: 'Rue Neuve' }),
];

const POSTCODES = [
  'code_commune_insee;nom_de_la_commune;code_postal;ligne_5;libelle_d_acheminement;coordonnees_geographiques',
  `16901;VALBRUNE;16999;;VALBRUNE;${AUBETERRE[1]},${AUBETERRE[0]}`,
  `16901;VALBRUNE;16998;ST PRE DU LAC;VALBRUNE;${AUBETERRE[1]},${AUBETERRE[0]}`,
  `16901;VALBRUNE;16998;VALBRUNE;VALBRUNE;${AUBETERRE[1]},${AUBETERRE[0]}`,
  '16902;PRE JOLI;1699;;PRE JOLI;',
  '16902;PRE JOLI;16997;;PRE JOLI;au nord',
];

describeOnBoth('the places import', (getDb, getHandle) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addSource(getDb());
    await addCommune(getDb(), '16901', 'Valbrune', { postcodes: ['16999'] });
    await addCommune(getDb(), '16902', 'Pré-Joli', { point: eastOf(AUBETERRE, 3) });
  });

  const bring = (name: string, content: unknown, options: Parameters<typeof importFile>[3] = {}) =>
    importFile(getHandle(), placesFiles, textFile(name, content), options);
  const ask = async (query: ReturnType<typeof sql>) => (await getDb().execute(query)).rows;
  const suggest = (text: string) => suggestPlaces(getDb(), { text, territoryCode: null, limit: 8 });

  it('gathers addresses in streets, in order of number, and changes nothing the second time', async () => {
    const file = memoryFile('adresses-16.csv.gz', gzipSync(ADDRESSES.join('\n')));
    const report = await importFile(getHandle(), placesFiles, file, {
      asOf: '2026-11',
      accept: ['rejets'],
    });
    expect(report).toMatchObject({
      status: 'done',
      importer: 'places:ban-16',
      read: { readCount: 8, keptCount: 4 },
      counts: { rues: 2, 'rues disparues': 0 },
    });
    expect(report.rejects).toMatchObject([
      { line: 7, column: 'id', value: 'sans-code' },
      { line: 8, column: 'nom_voie' },
      { line: 9, column: 'numero', value: 'un' },
    ]);
    expect(
      await ask(
        sql`select id, insee, name, numbers, lons, former_commune, source_id, as_of from street order by id`,
      ),
    ).toEqual([
      {
        id: '16901_0070',
        insee: '16901',
        name: 'Rue des Écoles',
        numbers: ['2', '12', '12bis'],
        lons: [169_100, 170_100, 170_100],
        former_commune: 'Boisdroit',
        source_id: 'ban-16',
        as_of: '2026-11',
      },
      expect.objectContaining({ id: '16901_b12c', numbers: [''] }),
    ]);
    const again = await importFile(getHandle(), placesFiles, file, {
      asOf: '2026-11',
      accept: ['rejets'],
      again: true,
    });
    expect(again).toMatchObject({ unchangedCount: 4, counts: { rues: 0 } });
    expect((await suggest('12 bis rue des ecoles boisdroit'))[0]).toMatchObject({
      key: '16901_0070_12bis',
      point: [0.1701, 45.2711],
    });
    const fewer = await importFile(
      getHandle(),
      placesFiles,
      memoryFile('adresses-16.csv.gz', gzipSync(ADDRESSES.slice(0, 4).join('\n'))),
      { accept: ['nombre'] },
    );
    expect(fewer.counts).toEqual({ rues: 0, 'rues disparues': 1 });
  });

  it('keeps streets of another département', async () => {
    await bring('adresses-16.csv', ADDRESSES.slice(0, 3).join('\n'));
    const other = address({
      id: '16902_0001_00001',
      number: '1',
      street: 'Route Haute',
      insee: '16902',
    });
    await bring('adresses-17.csv', [HEADER, other].join('\n'));
    expect(await ask(sql`select id, source_id from street order by id`)).toEqual([
      { id: '16901_0070', source_id: 'ban-16' },
      { id: '16902_0001', source_id: 'ban-17' },
    ]);
  });

  it.each([
    ['45.2711;0.1689', 'latitude et longitude inversées'],
    ['-3.7;40.4', 'hors de France'],
  ])('swaps nothing when addresses lie at %s', async (point, said) => {
    const row = address({ id: '16901_0070_00001', number: '1', street: 'Rue Haute' }, point);
    const report = await bring('adresses-16.csv', [HEADER, row].join('\n'), {
      accept: ['rejets', 'adresses'],
    });
    expect(report.status).toBe('failed');
    expect(report.rejects[0]?.reason).toContain(said);
    expect(report.checks.find(({ guard }) => guard === 'coordonnees')?.passed).toBe(false);
  });

  it('adds postcodes and localities, and finds a commune by them', async () => {
    const report = await bring('laposte-hexasmal-2023.csv', POSTCODES.join('\n'), {
      accept: ['rejets'],
    });
    expect(report).toMatchObject({
      status: 'done',
      read: { asOf: '2023', keptCount: 3 },
      counts: { 'codes postaux': 1, localités: 1 },
    });
    expect(report.rejects).toMatchObject([
      { line: 5, column: 'code_postal', value: '1699' },
      { line: 6, column: 'coordonnees_geographiques', value: 'au nord' },
    ]);
    expect(await suggest('saint pré du lac')).toMatchObject([
      { key: '16901', name: 'Valbrune', matched: 'locality', matchedText: 'Saint Pre du Lac' },
    ]);
    expect(await suggest('16998')).toMatchObject([{ insee: '16901', matched: 'postcode' }]);
    const again = await bring('laposte-hexasmal-2023.csv', POSTCODES.join('\n'), {
      accept: ['rejets'],
      again: true,
    });
    expect(again).toMatchObject({
      unchangedCount: 3,
      counts: { 'codes postaux': 0, localités: 0 },
    });
  });

  it('swaps nothing when La Poste’s points are longitude first', async () => {
    const swapped = POSTCODES.slice(0, 2)
      .join('\n')
      .replace(/45.2711,0.1689/, '0.1689,45.2711');
    const report = await bring('laposte-2023.csv', swapped);
    expect(report.status).toBe('failed');
    expect(report.checks.find(({ guard }) => guard === 'coordonnees')?.detail).toBe(
      'non : 16901 (latitude et longitude inversées)',
    );
  });

  it('says in one sentence when a file is cut, or is something else', async () => {
    const whole = gzipSync(ADDRESSES.join('\n'));
    const cut = memoryFile('adresses-16.csv.gz', whole.subarray(0, whole.length - 20));
    await expect(importFile(getHandle(), placesFiles, cut)).rejects.toThrow('coupé avant sa fin');
    await expect(bring('adresses.csv', '<html></html>')).rejects.toThrow(
      /ligne 1, colonne 1 : reçu .* ; attendu la base des codes postaux /,
    );
    await expect(bring('adresses.csv', 'id;code_insee;nom_voie\n1;2;3')).rejects.toThrow(
      'colonnes absentes',
    );
    expect(await ask(sql`select id from street`)).toEqual([]);
  });
});

describe('a locality in capitals', () => {
  it.each([
    ['ST CYBARD LE PEYRAT', 'Saint Cybard le Peyrat'],
    ['LE BOURG', 'Le Bourg'],
    ['L ABBAYE', 'L Abbaye'],
  ])('%s is written %s', (given, written) => expect(localityName(given)).toBe(written));
});
