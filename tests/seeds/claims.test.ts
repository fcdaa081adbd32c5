import { beforeEach, expect, it } from 'vitest';
import { listClaims } from '#db/queries/directory/list-claims.ts';
import { contactPoint } from '#db/schema/directory-details.ts';
import { phoneOf } from '#domain/directory/phone.ts';
import { settleClaims, withdrawClaims } from '#seeds/derived/apply-claims.ts';
import {
  ADDRESS,
  CURATED,
  createClaimsHarness,
  NOW,
  type StagedRow,
  writeEntries,
} from '#tests/seeds/claims-ground.ts';
import { describeOnBoth } from '#tests/support/database.ts';

describeOnBoth('what sources claim', (getDb, getHandle) => {
  beforeEach(() => writeEntries(getDb()));

  const { apply, assertions, claims, everything, inTransaction, phones } = createClaimsHarness(
    getDb,
    getHandle,
  );

  it('the trusted source of the phone replaces the number, and the number it replaced is kept', async () => {
    expect(await apply('ameli', [['cabinet', 'phone', phoneOf('05 36 49 00 77')]])).toEqual({
      claimed: 1,
      won: 1,
    });
    expect(await phones()).toEqual([
      {
        entry_id: 'cabinet',
        position: 3,
        value: '05 36 49 00 77',
        label: null,
        source_id: 'ameli',
      },
    ]);
    expect(await assertions()).toEqual([
      { subject_id: 'cabinet', field: 'phone', source_id: 'ameli', as_of: '2026-10' },
    ]);
    const listed = await listClaims(getDb(), 'cabinet', '2026-11-22');
    expect(
      listed.map(({ field, sourceName, stands, provenance }) => [
        field,
        sourceName,
        provenance.asOf,
        stands,
      ]),
    ).toEqual([
      ['phone', 'Source ameli', '2026-10', true],
      ['phone', 'Source mairie', '2025-03', false],
    ]);
    expect(listed[1]?.value).toMatchObject({ display: '05 36 49 00 12', label: 'Secrétariat' });
  });

  it('the same number keeps its words, and says who confirms it', async () => {
    await apply('ameli', [['cabinet', 'phone', phoneOf('05 36 49 00 12')]]);
    expect(await phones()).toMatchObject([{ label: 'Secrétariat', source_id: 'ameli' }]);
  });

  it('applying the same values twice changes nothing', async () => {
    const rows: StagedRow[] = [
      ['cabinet', 'phone', phoneOf('05 36 49 00 77')],
      ['cabinet', 'fees', { sector: 'Secteur 1', option: null, vitale: 'yes' }],
      ['cabinet', 'address', ADDRESS],
      ['maison', 'accessibility', { stepFree: 'yes', hearingLoop: 'unknown' }],
      ['maison', 'website', 'https://exemple.test'],
    ];
    expect(await apply('ameli', rows)).toEqual({ claimed: 5, won: 5 });
    const before = await everything();
    expect(before.practice).toMatchObject([
      { fee_sector: 'Secteur 1', fee_option: null, vitale_card: 'yes', street: '2, rue Neuve' },
    ]);
    expect(before.accessibility).toMatchObject([{ step_free: 'yes', hearing_loop: 'unknown' }]);
    await apply('ameli', rows);
    expect(await everything()).toEqual(before);
  });

  it('what a source no longer says goes, and the entry is as it was', async () => {
    const before = await everything();
    await apply('ameli', [
      ['cabinet', 'phone', phoneOf('05 36 49 00 77')],
      ['cabinet', 'fees', { sector: 'Secteur 1', option: 'OPTAM', vitale: 'yes' }],
      ['cabinet', 'name', 'RIVIERE Camille'],
      ['cabinet', 'title', 'Généraliste'],
      ['cabinet', 'address', ADDRESS],
      ['cabinet', 'new_patients', 'newpt'],
      ['maison', 'phone', phoneOf('05 36 49 00 78')],
      ['maison', 'accessibility', { stepFree: 'no' }],
      ['maison', 'category', 'hospital'],
    ]);
    expect((await everything()).professional).toMatchObject([{ name: 'RIVIERE Camille' }]);
    expect((await phones()).map(({ entry_id }) => entry_id)).toEqual(['cabinet', 'maison']);
    expect(await apply('ameli', [])).toEqual({ claimed: 0, won: 0 });
    expect(await everything()).toEqual(before);
  });

  it('a person’s recent check stands, and the loser is kept for the editors', async () => {
    await getDb().update(contactPoint).set({ confirmedOn: '2026-06-01' });
    expect(await apply('ameli', [['cabinet', 'phone', phoneOf('05 36 49 00 77')]])).toEqual({
      claimed: 1,
      won: 0,
    });
    expect(await phones()).toMatchObject([{ value: '05 36 49 00 12', source_id: 'mairie' }]);
    expect(await claims()).toHaveLength(2);
    await inTransaction((tx) => settleClaims(tx, { now: new Date('2027-06-02T08:00:00Z') }));
    expect(await phones()).toMatchObject([{ value: '05 36 49 00 77', source_id: 'ameli' }]);
  });

  it('what the entry’s own source writes later is its new word, and does not hide the winner', async () => {
    await apply('ameli', [['cabinet', 'phone', phoneOf('05 36 49 00 77')]]);
    await getDb()
      .update(contactPoint)
      .set({ value: '05 36 49 00 13', phone: phoneOf('05 36 49 00 13'), ...CURATED });
    await inTransaction((tx) => settleClaims(tx, { now: NOW, ownerId: 'mairie' }));
    expect(await phones()).toMatchObject([{ value: '05 36 49 00 77', source_id: 'ameli' }]);
    await inTransaction((tx) =>
      withdrawClaims(tx, { sourceId: 'ameli', entryIds: ['cabinet'], now: NOW }),
    );
    expect(await phones()).toMatchObject([{ value: '05 36 49 00 13', source_id: 'mairie' }]);
    expect(await claims()).toEqual([]);
  });
});
