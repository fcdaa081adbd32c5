import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { getEntry } from '#db/queries/directory/get-entry.ts';
import { practice, professional } from '#db/schema/directory.ts';
import { readImportFile } from '#seeds/pipeline/read-file.ts';
import type { ImportFile, ImportOptions } from '#seeds/pipeline/source.ts';
import { acceslibreSource } from '#seeds/sources/acceslibre/source.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import {
  addAubeterre,
  addNeighbour,
  addPlace,
  ask as askOf,
  PROVENANCE,
  runSource,
  tableOf,
} from '#tests/seeds/access-ground.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const KEY = (digit: number) => `0000000${digit}-0000-4000-8000-00000000000${digit}`;

const BUILDING = {
  id: KEY(1),
  name: 'Maison de santé des Prés',
  postal_code: '16390',
  commune: 'Aubeterre-sur-Dronne',
  numero: '2',
  voie: 'Rue Neuve',
  lieu_dit: '',
  code_insee: '16020',
  siret: '',
  site_internet: '',
  longitude: '0.17',
  latitude: '45.27',
  activite: 'Maison de santé ou centre de santé',
  stationnement_pmr: '',
  entree_plain_pied: '',
  entree_marches_rampe: '',
  accueil_equipements_malentendants: '',
  sanitaires_presence: '',
};
type Building = typeof BUILDING;

const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const buildings = (...rows: Partial<Building>[]): ImportFile =>
  tableOf(
    Object.keys(BUILDING).join(','),
    ...rows.map((row) =>
      Object.values({ ...BUILDING, ...row })
        .map(quoted)
        .join(','),
    ),
  );

describeOnBoth('acceslibre', (getDb, getHandle) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addAubeterre(getDb());
  });

  const run = (file: ImportFile, options: Partial<ImportOptions> = {}) =>
    runSource(getHandle(), acceslibreSource, file, options);
  const ask = async (query: ReturnType<typeof sql>) => askOf(getDb(), query);
  const links = () => ask(sql`select entry_id, rule from entity_link order by entry_id`);

  it('tells whether one can come in, of the place with the same SIRET, with a link to its page', async () => {
    await addPlace(getDb(), 'maison', { siret: '12345678900012' });
    const report = await run(
      buildings({
        siret: '12345678900012',
        entree_plain_pied: 'True',
        stationnement_pmr: 'True',
        sanitaires_presence: 'False',
        accueil_equipements_malentendants: '["bim", "lsf"]',
      }),
    );
    expect(report.counts).toMatchObject({ 'fiches rapprochées': 1 });
    expect(await links()).toEqual([{ entry_id: 'maison', rule: 'siret' }]);
    const entry = await getEntry(getDb(), 'maison', null);
    expect(entry.accessibility).toEqual({
      stepFree: 'yes',
      adaptedParking: 'yes',
      adaptedToilet: 'no',
      hearingLoop: 'yes',
      homeVisits: 'unknown',
    });
    expect(entry.accessibilityUrl).toBe(`https://acceslibre.beta.gouv.fr/uuid/${KEY(1)}/`);
    expect(entry.assertions).toMatchObject([
      { field: 'accessibility', provenance: { sourceId: 'acceslibre', asOf: '2026-10' } },
    ]);
  });

  it('keeps to the territory asked', async () => {
    await addNeighbour(getDb());
    await addPlace(getDb(), 'maison', { siret: '12345678900012' });
    await addPlace(getDb(), 'voisine', { siret: '12345678900020', insee: '16230' });
    const file = buildings(
      { siret: '12345678900012', entree_plain_pied: 'True' },
      {
        id: KEY(2),
        siret: '12345678900020',
        code_insee: '16230',
        postal_code: '16190',
        commune: 'Montmoreau',
        entree_plain_pied: 'True',
      },
    );
    const report = await run(file, { territoryCodes: ['vallee'] });
    expect(report).toMatchObject({ rejectedCount: 0, read: { readCount: 2, keptCount: 1 } });
    expect(await links()).toEqual([{ entry_id: 'maison', rule: 'siret' }]);
  });

  it('recognises the same activity at the same number of the same street, the commune found by its postcode', async () => {
    await addPlace(getDb(), 'maison', { street: '2 r. Neuve' });
    await addPlace(getDb(), 'pharmacie', { street: '2 rue Neuve', category: 'pharmacy' });
    await run(buildings({ code_insee: '', entree_plain_pied: 'False' }));
    expect(await links()).toEqual([{ entry_id: 'maison', rule: 'street_and_activity' }]);
  });

  it('a surgery’s premises are those of its professionals', async () => {
    const db = getDb();
    await addPlace(db, 'murs', { street: '2 rue Neuve', category: null });
    await db.insert(professional).values({ id: 'p', name: 'Camille Rivière', ...PROVENANCE });
    await db.insert(practice).values({
      id: 'cabinet',
      professionalId: 'p',
      placeId: 'murs',
      category: 'gp',
      title: 'Médecin généraliste',
      ...PROVENANCE,
    });
    await run(buildings({ activite: 'Médecin généraliste', entree_plain_pied: 'True' }));
    const entry = await getEntry(db, 'cabinet', null);
    expect(entry.accessibility.stepFree).toBe('yes');
    expect(entry.accessibilityUrl).not.toBeNull();
  });

  it('two places that fit wait for a person', async () => {
    await addPlace(getDb(), 'une', { siret: '12345678900012' });
    await addPlace(getDb(), 'deux', { siret: '12345678900012' });
    await run(buildings({ siret: '12345678900012', voie: 'Ailleurs' }));
    expect(await links()).toEqual([]);
    expect(await ask(sql`select entry_id, rule from duplicate_candidate order by 1`)).toEqual([
      { entry_id: 'deux', rule: 'siret_several_entries' },
      { entry_id: 'une', rule: 'siret_several_entries' },
    ]);
  });

  it('refuses what it cannot read, with its line, its column and its value', async () => {
    const report = await run(
      buildings(
        { id: KEY(2), longitude: '45.27', latitude: '0.17' },
        { id: KEY(3), longitude: '-73.9', latitude: '40.7' },
        { id: KEY(4), siret: '1234' },
        { id: KEY(5), entree_plain_pied: 'peut-être' },
        { id: KEY(6), entree_marches_rampe: 'pliante' },
        { id: KEY(7), accueil_equipements_malentendants: '[bim]' },
        { id: KEY(8), longitude: '', latitude: '' },
        { id: KEY(8), name: 'La même' },
      ),
    );
    expect([report.read.readCount, report.read.keptCount]).toEqual([8, 1]);
    expect(report.rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, 'longitude, latitude', 'Longitude et latitude inversées.'],
      [3, 'longitude, latitude', 'Point hors de France.'],
      [4, 'siret', 'SIRET attendu : quatorze chiffres.'],
      [5, 'entree_plain_pied', 'Réponse attendue : True, False ou rien.'],
      [6, 'entree_marches_rampe', 'Rampe attendue : aucune, fixe, amovible ou rien.'],
      [7, 'accueil_equipements_malentendants', 'Liste attendue, comme ["bim", "lsf"], ou rien.'],
      [9, 'id', 'Cet identifiant est déjà plus haut dans le fichier.'],
    ]);
  });

  const real0 = sharedFile(
    'data/social/acceslibre-exemple-valide.csv',
    'reads the real example, twice the same',
  );
  it.skipIf(real0 === null)('reads the real example, twice the same', async () => {
    const path = real0 ?? '';
    const first = await run(await readImportFile(path, ''));
    expect([first.status, first.read.readCount, first.read.keptCount, first.rejectedCount]).toEqual(
      ['done', 6, 6, 0],
    );
    expect((await run(await readImportFile(path, ''))).status).toBe('unchanged');
    const again = await run(await readImportFile(path, ''), {
      asOf: '2026-11',
    });
    expect(again.unchangedCount).toBe(6);
  });

  const real1 = sharedFile(
    'data/social/acceslibre-erp-sample-200.json',
    'reads the real dump of its database, points as EWKT',
  );
  it.skipIf(real1 === null)('reads the real dump of its database, points as EWKT', async () => {
    const path = real1 ?? '';
    const report = await run(await readImportFile(path, ''));
    expect([report.status, report.read.readCount, report.read.keptCount]).toEqual([
      'done',
      200,
      200,
    ]);
    expect(
      await ask(
        sql`select count(*)::int as n, count(point)::int as located from acceslibre_place where name !~ '\u00a0'`,
      ),
    ).toEqual([{ n: 200, located: 200 }]);
  });
});
