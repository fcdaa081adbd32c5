// Does the page of a professional say what it costs, whose word that is, and how to know more of access?

import { cleanup, render } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import type { EntryDetail, Fees } from '#domain/directory/directory.ts';
import { EntryAccess } from '#web/features/directory/entry-access.tsx';
import { type EntryData, factOrigins } from '#web/features/directory/entry-data.ts';
import { EntryFees } from '#web/features/directory/entry-fees.tsx';
import { en } from '#web/i18n/en.ts';
import { fr } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';

const PROVENANCE = {
  sourceId: 'rpps',
  asOf: '2026-09',
  confirmedOn: null,
  confidence: 'high',
} as const;
const ENTRY: EntryDetail = {
  id: 'cabinet',
  kind: 'practice',
  category: 'gp',
  name: 'Camille Rivière',
  title: 'Médecin généraliste',
  demonstration: false,
  placeName: null,
  address: { street: null, complement: null, postcode: null, city: 'Aubeterre-sur-Dronne' },
  insee: '16020',
  communeName: 'Aubeterre-sur-Dronne',
  point: null,
  pointPrecision: 'commune',
  phone: null,
  opening: { state: 'unknown' },
  newPatients: 'unknown',
  accessibility: {
    stepFree: 'yes',
    adaptedParking: 'unknown',
    adaptedToilet: 'unknown',
    hearingLoop: 'unknown',
    homeVisits: 'unknown',
  },
  provenance: PROVENANCE,
  freshness: 'dated',
  crowMeters: null,
  drive: null,
  outside: false,
  needIds: [],
  themes: [],
  organizationName: null,
  contacts: [],
  services: [],
  hours: [],
  notices: [],
  neighbours: [],
  coverageInsees: [],
  finess: null,
  description: null,
  assertions: [
    { field: 'fees', provenance: { ...PROVENANCE, sourceId: 'ameli', asOf: '2026-10' } },
    { field: 'accessibility.adaptedParking', provenance: { ...PROVENANCE, sourceId: 'mairie' } },
  ],
  fees: { sector: 'Secteur 2', option: 'OPTAM', vitaleCard: 'yes' },
  accessibilityUrl: 'https://acceslibre.beta.gouv.fr/uuid/1/',
};
const DATA: EntryData = {
  entry: ENTRY,
  sources: {
    ameli: { name: 'Annuaire santé', publisher: 'Assurance Maladie', date: null, url: null },
  },
  coverage: [],
  from: null,
  travel: { mode: 'no_car', day: '', time: '', need: null, search: {} },
  back: null,
};

function show(part: 'fees' | 'access', entry: Partial<EntryDetail> = {}, words = fr): string {
  const data = { ...DATA, entry: { ...ENTRY, ...entry } };
  const state = {
    locale: 'fr' as const,
    path: '/',
    search: '',
    nowMs: 0,
    api: createApi(() => Promise.reject(new Error('nothing is asked here'))),
    text: words,
    format: createFormat(words.conventions),
    site: null,
    baseMap: null,
  };
  const { container } = render(() => (
    <PageContext.Provider value={state}>
      {part === 'fees' ? (
        <EntryFees data={data} fees={data.entry.fees as Fees} />
      ) : (
        <EntryAccess data={data} />
      )}
    </PageContext.Provider>
  ));
  return (container.textContent ?? '').replace(/[\u00a0\u202f]/g, ' ');
}

afterEach(cleanup);

describe('the page of a professional', () => {
  it('says the sector as published with its source and date, the option and the card', () => {
    expect(show('fees')).toBe(
      'TarifsSecteur 2 (source : Annuaire santé, octobre 2026)Option tarifaire : OPTAMCarte Vitale acceptée',
    );
    expect(show('fees', {}, en)).toContain('Carte Vitale accepted');
  });

  it('says nothing of what is not known', () => {
    expect(
      show('fees', { fees: { sector: 'Secteur 1', option: null, vitaleCard: 'unknown' } }),
    ).toBe('TarifsSecteur 1 (source : Annuaire santé, octobre 2026)');
  });

  it('leads to the page of acceslibre when there is one', () => {
    expect(show('access')).toContain('Tous les détails sur acceslibre');
    expect(document.querySelector('a')?.href).toBe('https://acceslibre.beta.gouv.fr/uuid/1/');
    cleanup();
    expect(show('access', { accessibilityUrl: null })).not.toContain('acceslibre');
  });

  it('names each field that has an origin of its own', () => {
    expect(factOrigins(ENTRY, '2026-11-22').map(({ field }) => fr.entry.field(field))).toEqual([
      'Nom et activité',
      'Tarifs',
      'Place de parking adaptée',
    ]);
  });
});
