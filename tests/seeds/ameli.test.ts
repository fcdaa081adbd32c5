import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { getEntry } from '#db/queries/directory/get-entry.ts';
import { createAmeliHarness, line, writeGround, writePractice } from '#tests/seeds/ameli-ground.ts';
import { describeOnBoth } from '#tests/support/database.ts';

describeOnBoth('whom the Assurance Maladie speaks of', (getDb, getHandle) => {
  beforeEach(() => writeGround(getDb()));

  const { ask, command, links, run, shownOf, toReview } = createAmeliHarness(getDb, getHandle);

  it('recognises a person by name, profession, postcode and street: phone and fees are shown with their source', async () => {
    await writePractice(getDb(), 'cabinet', 'Anne-Marie de la Source');
    const report = await run([
      line({
        last: 'DE LA SOURCE',
        first: 'ANNE MARIE',
        phone: '0536490021',
        sector: ['3', 'Secteur 2'],
        option: ['3', 'OPTAM'],
      }),
    ]);
    expect(report.status).toBe('done');
    expect(report.counts).toMatchObject({ 'fiches rapprochées': 1, 'lignes sans fiche': 0 });
    expect(await links()).toEqual([
      {
        entry_id: 'cabinet',
        rule: 'name_profession_postcode_street',
        confidence: 0.95,
        status: 'auto',
      },
    ]);
    const entry = await getEntry(getDb(), 'cabinet', null);
    expect(entry.phone?.display).toBe('05 36 49 00 21');
    expect(entry.fees).toEqual({ sector: 'Secteur 2', option: 'OPTAM', vitaleCard: 'unknown' });
    expect(entry.assertions).toEqual(
      ['fees', 'phone'].map((field) => ({
        field,
        provenance: {
          sourceId: 'ameli',
          asOf: '2026-10-19',
          confirmedOn: null,
          confidence: 'high',
        },
      })),
    );
  });

  it('another street is weaker, and enough when nobody else fits', async () => {
    await writePractice(getDb(), 'cabinet', 'Camille Rivière', { street: '3 place du Puits' });
    await run([line({ last: 'RIVIERE', first: 'Camille' })]);
    expect(await links()).toMatchObject([{ rule: 'name_profession_postcode', confidence: 0.85 }]);
  });

  it('two that fit are left to a person, and so is a close name at the same door', async () => {
    await writePractice(getDb(), 'un', 'Camille Rivière', { street: '3 place du Puits' });
    await writePractice(getDb(), 'deux', 'Camille Rivière', { street: '5 place du Puits' });
    await writePractice(getDb(), 'proche', 'Dominique Fontaine-Martin', { street: '9 rue Haute' });
    const report = await run([
      line({ last: 'RIVIERE', first: 'Camille' }),
      line({ last: 'FONTAINE', first: 'Dominique', street: '9 R HAUTE' }),
    ]);
    expect(report.counts).toMatchObject({
      'fiches rapprochées': 0,
      'rapprochements à vérifier': 3,
      'lignes sans fiche': 2,
    });
    expect(await toReview()).toEqual([
      { entry_id: 'deux', rule: 'several_fit', status: 'auto' },
      { entry_id: 'proche', rule: 'street_and_close_name', status: 'auto' },
      { entry_id: 'un', rule: 'several_fit', status: 'auto' },
    ]);
    expect(await command('duplicates')).toContain('RIVIERE Camille, Médecin généraliste, 12 AV');
  });

  it('another profession or another postcode is somebody else', async () => {
    await writePractice(getDb(), 'infirmier', 'Camille Rivière', {
      category: 'nurse',
      professionCode: '60',
    });
    await writePractice(getDb(), 'loin', 'Camille Rivière', { postcode: '24340' });
    await run([line({ last: 'RIVIERE', first: 'Camille' })]);
    expect(await links()).toEqual([]);
    expect(await toReview()).toEqual([]);
  });

  it('a link a person undid is not made again, the entry is as before, and a person may link', async () => {
    await writePractice(getDb(), 'cabinet', 'Camille Rivière');
    await writePractice(getDb(), 'autre', 'Camille Rivière-Pont', { street: '7 rue Basse' });
    const before = await shownOf('cabinet');
    await run([line({ last: 'RIVIERE', first: 'Camille', phone: '0536490021' })]);
    const [linked] = await ask(sql`select source_key from entity_link`);
    const key = String(linked?.['source_key']);
    expect(await command('unlink', 'ameli', key)).toBe('Lien défait : cabinet.');
    expect(await shownOf('cabinet')).toEqual(before);
    await run(
      [line({ last: 'RIVIERE', first: 'Camille', phone: '0536490022' })],
      {},
      'liste-ps-20261026-073015.csv',
    );
    expect(await links()).toMatchObject([{ entry_id: 'cabinet', status: 'rejected' }]);
    expect(await command('link', 'ameli', key, 'autre')).toBe('Lien décidé : autre.');
    expect((await getEntry(getDb(), 'autre', null)).phone?.display).toBe('05 36 49 00 22');
    expect(await command('links', 'ameli')).toContain('1 décidés par une personne');
    await expect(command('unlink', 'ameli', 'inconnu')).rejects.toThrow('Aucun lien');
    await expect(command('link', 'ameli', key, 'personne')).rejects.toThrow('Aucune fiche');
    await expect(command('link', 'ameli', 'inconnu', 'autre')).rejects.toThrow('pas de ligne');
  });

  it('the same file again is nothing to do, and what the next file leaves out goes', async () => {
    await writePractice(getDb(), 'cabinet', 'Camille Rivière');
    const before = await shownOf('cabinet');
    const first = [line({ last: 'RIVIERE', first: 'Camille', phone: '0536490021' })];
    await run(first);
    expect((await run(first)).status).toBe('unchanged');
    const again = await run(first, { asOf: '2026-10-20' });
    expect([again.status, again.unchangedCount]).toEqual(['done', 1]);
    await run([line({ last: 'PONT', first: 'Alex' })]);
    expect(await shownOf('cabinet')).toEqual(before);
    expect(await links()).toEqual([]);
  });
});
