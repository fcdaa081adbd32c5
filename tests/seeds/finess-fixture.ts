// A register of invented establishments, in the shapes of FINESS+ and of the old files.
// Numbers to call are those kept for fiction.

import { memoryFile } from '#seeds/pipeline/read-file.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';

type Json = Record<string, unknown>;

/** In Montmoreau unless said otherwise; the head office comes first, as no order is promised. */
export function siteOf(finess: string, said: Json = {}): Json {
  const { address = {}, point, info = {}, ...others } = said as { [key: string]: Json };
  return {
    informationsGeneralesEGE: {
      numFinessEge: finess,
      nomEgeCourt: 'MAISON DES PRES',
      nomEgeLong: 'MAISON DE SANTE DES PRES',
      dateOuverture: '2001-01-01',
      ...info,
    },
    categorieentiteGeographiqueExercice: '603',
    etatObjet: 'A',
    adresse: [
      { usageAdresse: '02', cogCommune: '24999', libelleVoie: 'DU SIEGE', typeVoie: 'R' },
      {
        usageAdresse: '03',
        numeroVoie: '4',
        typeVoie: 'AV',
        libelleVoie: 'DES PRES',
        cogCommune: '16230',
        codePostal: '16190',
        ligneAcheminement: 'MONTMOREAU',
        coordonneesGeographique: point ?? {
          coordonneeX: '6481000.0',
          coordonneeY: '475000.0',
          directionLatitude: '45.401',
          directionLongitude: '0.132',
          cleInInteropBAN: '16230_0100_00004',
        },
        ...address,
      },
    ],
    contact: [
      { typeContact: { roleContact: '02' }, telecom: { telephone: '0536490001' } },
      { typeContact: { roleContact: '01' }, telecom: { telephone: '0536490010/0536490011' } },
    ],
    ...others,
  };
}

export const legalOf = (sites: readonly Json[]): Json => ({
  informationsGeneralesPMEJ: {
    numFinessPm: '160999001',
    denominationPm: 'ASSOCIATION DES PRES',
    siren: '700000001',
  },
  adresse: [{ usageAdresse: '02', cogCommune: '16230', codePostal: '16190' }],
  etatObjet: 'A',
  ege: sites,
});

export function plusDocument(sites: readonly Json[], others: Json = {}): Json {
  return {
    schemaVersion: 'v1.0.0',
    generatedAt: '2026-09-05T02:06:22Z',
    gcc: [{ gccId: '1', pmejDuGcc: [{ pmSmsseId: '1' }] }],
    pmej: [legalOf(sites)],
    ...others,
  };
}

export const fileOf = (content: unknown, name = 'finess-structures.json'): ImportFile => {
  if (content instanceof Uint8Array) return memoryFile(name, content);
  return memoryFile(
    name,
    Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
  );
};

/** One row of the headless layout: 32 fields. */
export function etalabSite(finess: string, said: Readonly<Record<number, string>> = {}): string {
  const fields = Array.from({ length: 32 }, () => '');
  const usual: Record<number, string> = {
    0: 'structureet',
    1: finess,
    2: '160999001',
    3: 'PHARMACIE DU PONT',
    7: '2',
    8: 'R',
    9: 'DU PONT',
    12: '230',
    13: '16',
    15: '16190 MONTMOREAU',
    16: '0536490020',
    18: '620',
    19: "Pharmacie d'Officine",
    28: '1990-01-01',
    30: '2026-04-01',
  };
  for (const [position, text] of Object.entries({ ...usual, ...said })) {
    fields[Number(position)] = text;
  }
  return fields.join(';');
}

export const NOMENCLATURE = `<?xml version="1.0" encoding="UTF-8"?>
<fluxfiness xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <horodatage><datemaj>2025-05-26</datemaj></horodatage>
  ${[
    ['603', 'Maison de santé', null],
    ['620', 'Pharmacie d&apos;officine', null],
    ['696', 'Groupement de moyens', null],
    ['500', 'Maison de retraite', '2010-01-01'],
  ]
    .map(
      ([
        code,
        label,
        end,
      ]) => `<nomenclcategorieETavecagr><code>${code}</code><libelle>${label}</libelle>
        <libellecourt>court</libellecourt><datedeb>1979-01-01</datedeb>
        ${end === null ? '<datefin xsi:nil="true"/>' : `<datefin>${end}</datefin>`}
        <codeagr3>2103</codeagr3><libelleagr3>Exercice</libelleagr3></nomenclcategorieETavecagr>`,
    )
    .join('\n')}
</fluxfiness>
`;
