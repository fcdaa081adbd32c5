// Gives MOSC a few trips to replay before it publishes: invented people, real places of care.

import type { Database } from '#db/database.ts';
import { offerCase } from '#db/schema/offer-keeping.ts';
import { DEMO_WORKSPACE_IDS } from '#domain/account/demo-accounts.ts';
import type { OfferCase } from '#domain/transport/offer-case.ts';

type DemoCase = { label: string; subject: OfferCase };

const ALONE = { hasLicence: false, hasVehicle: false } as const;

const CASES: readonly DemoCase[] = [
  {
    label: 'Mme Tilleul, médecin à Chalais le mardi',
    subject: {
      homeInsee: '16020',
      entryId: 'msp-chalais',
      weekday: 2,
      minute: 10 * 60,
      lengthMinutes: 30,
      profile: { ...ALONE, ageYears: 82, member: true, lowIncome: true, prescription: false },
      needs: [],
    },
  },
  {
    label: 'M. Noyer, Girac à Angoulême le jeudi',
    subject: {
      homeInsee: '16073',
      entryId: 'finess-160000253',
      weekday: 4,
      minute: 14 * 60,
      lengthMinutes: 120,
      profile: { ...ALONE, ageYears: 76, member: true, lowIncome: true },
      needs: ['companion'],
    },
  },
  {
    label: 'Mlle Aubépine, première fois, Montmoreau le vendredi',
    subject: {
      homeInsee: '16020',
      entryId: 'msp-montmoreau',
      weekday: 5,
      minute: 9 * 60,
      lengthMinutes: null,
      profile: { ...ALONE, ageYears: 24, member: false },
      needs: [],
    },
  },
  {
    label: 'Mme Saule, en fauteuil, le samedi',
    subject: {
      homeInsee: '16230',
      entryId: 'msp-barbezieux',
      weekday: 6,
      minute: 10 * 60 + 30,
      lengthMinutes: 45,
      profile: { ...ALONE, ageYears: 70, member: true, disabilityCard: true },
      needs: ['wheelchair'],
    },
  },
];

/** Once: a case the organization changed stays as it says; one it removed comes back with a new edition. */
export async function writeDemoCases(tx: Database, at: Date): Promise<void> {
  const workspaceId = DEMO_WORKSPACE_IDS.carrier;
  const rows = CASES.map((each, rank) => ({
    id: `cas-demo-${rank + 1}`,
    workspaceId,
    position: rank + 1,
    ...each,
    createdAt: at,
  }));
  await tx.insert(offerCase).values(rows).onConflictDoNothing();
}
