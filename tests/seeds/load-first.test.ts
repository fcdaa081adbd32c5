import { beforeEach, expect, it } from 'vitest';
import { communeMovement, officialCommune } from '#db/schema/commune-history.ts';
import { describeImport } from '#seeds/pipeline/report.ts';
import { communesFiles } from '#seeds/sources/communes/source.ts';
import { placesFiles } from '#seeds/sources/places/source.ts';
import { addCommune, addSource } from '#tests/db/rows.ts';
import { importFile, squareAround, textFile } from '#tests/seeds/territory-files.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const POSTCODES = [
  'code_commune_insee;nom_de_la_commune;code_postal;ligne_5;libelle_d_acheminement;coordonnees_geographiques',
  '16901;VALBRUNE;16999;;VALBRUNE;',
];

describeOnBoth('a file that needs another one first', (getDb, getHandle) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addSource(getDb());
    await addCommune(getDb(), '16901', 'Valbrune', { postcodes: ['16999'] });
  });

  const bring = (name: string, content: unknown, options: Parameters<typeof importFile>[3] = {}) =>
    importFile(getHandle(), placesFiles, textFile(name, content), options);

  it('names the file of INSEE that would resolve the codes it does not know, and its command', async () => {
    const official = { kind: 'COM' as const, insee: '16901', name: 'Valbrune' };
    await getDb().insert(officialCommune).values(official);
    const rows = [...POSTCODES, '16950;ANCIENNE;16999;;ANCIENNE;'];
    const report = await bring('laposte.csv', rows.join('\n'));
    expect(report).toMatchObject({ status: 'done', rejectedCount: 1 });
    const said = describeImport(report);
    expect(said).toContain('1 ligne refusée porte le code d’une commune inconnue');
    expect(said).toContain('npm run import -- communes v_mvt_commune_AAAA.csv');
    expect(said).not.toContain('v_commune_AAAA.csv de');
    expect(said).toContain('puis cette commande une nouvelle fois, avec --again.');

    await getDb().insert(communeMovement).values({
      position: 2,
      effectiveOn: '2019-01-01',
      nature: '32',
      kindBefore: 'COM',
      inseeBefore: '16950',
      nameBefore: 'Ancienne',
      kindAfter: 'COM',
      inseeAfter: '16901',
      nameAfter: 'Valbrune',
    });
    const resolved = await bring('laposte.csv', rows.join('\n'), { again: true });
    expect(resolved).toMatchObject({ status: 'done', rejectedCount: 0, loadFirst: [] });
  });

  it('says to load communes first where there are none', async () => {
    await clearTables(getDb());
    const said = describeImport(await bring('laposte.csv', POSTCODES.join('\n')));
    expect(said).toContain('Import refusé');
    expect(said).toContain(
      'Aucune commune n’est chargée ici. D’abord : npm run import -- territory',
    );
    expect(said).toContain('puis cette commande une nouvelle fois.');
    expect(said).not.toContain('--accept');
    const outline = { type: 'Feature', properties: { code: '16901', nom: 'Valbrune' } };
    const file = {
      type: 'FeatureCollection',
      features: [{ ...outline, geometry: squareAround(0.1, 45) }],
    };
    const drawn = await importFile(getHandle(), communesFiles, textFile('contours.json', file));
    expect(drawn).toMatchObject({
      status: 'failed',
      loadFirst: [expect.stringContaining('territory')],
    });
  });
});
