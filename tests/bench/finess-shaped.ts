// A document of the shape of FINESS+, as large as the national one: every word of it is invented.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

export const LEGAL_COUNT = 98_000;
export const SITE_COUNT = 175_000;
const WHOLE_BYTES = 715_000_000;

/** Communes of the bench: 95 départements of 368, each on its own square of a grid. */
const COMMUNES_PER_DEPARTEMENT = 368;
const COMMUNE_COUNT = 95 * COMMUNES_PER_DEPARTEMENT;

type BenchCommune = { insee: string; name: string; lon: number; lat: number };

export function benchCommune(index: number): BenchCommune {
  const departement = Math.floor(index / COMMUNES_PER_DEPARTEMENT) + 1;
  const number = (index % COMMUNES_PER_DEPARTEMENT) + 1;
  const insee = `${String(departement).padStart(2, '0')}${String(number).padStart(3, '0')}`;
  const [column, row] = [index % 200, Math.floor(index / 200)];
  return {
    insee: departement === 20 ? `2A${insee.slice(2)}` : insee,
    name: `Bourg ${index}`,
    lon: -1.5 + column * 0.04,
    lat: 43.2 + row * 0.035,
  };
}

export function* benchCommunes(): Generator<BenchCommune> {
  for (let index = 0; index < COMMUNE_COUNT; index++) yield benchCommune(index);
}

/** Some are shown, some not. */
export const BENCH_CATEGORIES = [
  '620',
  '460',
  '500',
  '611',
  '603',
  '124',
  '354',
  '182',
  '156',
  '183',
  '219',
  '355',
];
const NAMES = [
  'PHARMACIE DU PONT',
  'RESIDENCE LES TILLEULS',
  'CENTRE DE SANTE DES PRES',
  'SERVICE DU VAL',
];

function event(id: number, kind: string, code: string): object {
  return {
    evenementId: String(id),
    dateEnregistrement: '2025-10-21 18:36:29',
    dateEvenement: '1994-01-01',
    etatObjet1: code,
    identifiantObjet1: String(id),
    systemeMaitre: '01',
    typeObjet1: kind,
    codeEvenement: code,
  };
}

function address(index: number, usage: string, hasPoint: boolean): object {
  const { insee, name, lon, lat } = benchCommune(index % COMMUNE_COUNT);
  const number = (index % 90) + 1;
  const [x, y] = [(lon + 0.004).toFixed(6), (lat + 0.003).toFixed(6)];
  // As in the real flow, the pair that is in degrees changes from one record to the next.
  const [first, second] = index % 3 === 0 ? [x, y] : ['6570414.61', '873766.07'];
  return {
    usageAdresse: usage,
    numeroVoie: String(number),
    typeVoie: 'AV',
    libelleVoie: 'DE LA FONTAINE INVENTEE',
    cogCommune: insee,
    ligneAcheminement: name.toUpperCase(),
    ligneQuatre: `${number} AVENUE DE LA FONTAINE INVENTEE`,
    codePostal: `${insee.slice(0, 2)}000`,
    ...(hasPoint
      ? {
          coordonneesGeographique: {
            coordonneeX: first,
            coordonneeY: second,
            directionLatitude: index % 3 === 0 ? '6570414.61' : y,
            directionLongitude: index % 3 === 0 ? '873766.07' : x,
            cleInInteropBAN: `${insee}_0100_${String(number).padStart(5, '0')}`,
            scoreBAN: '0.967380909090909',
          },
        }
      : {}),
  };
}

const contact = (index: number): object => ({
  typeContact: { roleContact: '01' },
  telecom: { telephone: `053649${String(index % 10_000).padStart(4, '0')}` },
});

function site(index: number): object {
  const isOpen = index % 10 < 6;
  const number = String(100_000_000 + index);
  return {
    informationsGeneralesEGE: {
      egeId: String(index),
      ...(isOpen ? {} : { dateFermeture: '2012-03-01' }),
      dateOuverture: '1994-01-01',
      datePremiereAutorisation: '1994-01-01',
      nomEgeCourt: `${NAMES[index % NAMES.length]} ${index}`,
      nomEgeLong: `${NAMES[index % NAMES.length]} DE BOURG ${index}`,
      numFinessEge: number,
      espic: ['0'],
      siret: `${number}00017`,
    },
    categorieentiteGeographiqueExercice: BENCH_CATEGORIES[index % BENCH_CATEGORIES.length],
    modefixationtarifaire: '07',
    typeBudget: ['01'],
    adresse: [address(index, '02', false), address(index, '03', index % 4 !== 0)],
    contact: [contact(index)],
    engagement: [],
    evenement: [event(index, 'EG', '003'), event(index + 1, 'EG', '007')],
    roleEge: [],
    etatObjet: isOpen ? 'A' : 'I',
    dateDerniereMaj: '2021-10-18 00:00:00',
  };
}

function legal(index: number, sites: readonly object[], eventCount: number): object {
  return {
    informationsGeneralesPMEJ: {
      pmSmsseId: String(index),
      codeApe: '86.10Z',
      dateCreation: '2001-01-01',
      denominationLonguePmSmsse: `ASSOCIATION INVENTEE ${index}`,
      denominationPm: `ASSOCIATION ${index}`,
      numFinessPm: String(900_000_000 + index),
      siren: String(700_000_000 + index),
      statutJuridique: '60',
      typePersonneMorale: '01',
    },
    adresse: [address(index, '02', true)],
    contact: [contact(index)],
    engagement: [],
    evenement: Array.from({ length: eventCount }, (_, rank) => event(index + rank, 'PM', '001')),
    ege: sites,
    etatObjet: 'A',
    dateDerniereMaj: '2021-10-18 00:00:00',
  };
}

/** Events are added until the document is as long as the real one. */
export async function writeFinessShaped(path: string): Promise<number> {
  const output = createWriteStream(path);
  let bytes = 0;
  let siteIndex = 0;
  const write = async (text: string) => {
    bytes += Buffer.byteLength(text);
    if (!output.write(text)) await once(output, 'drain');
  };
  await write(
    '{\n  "schemaVersion" : "v1.0.0",\n  "generatedAt" : "2026-09-05T02:06:22Z",\n  "gcc" : [ ],\n  "gco" : [ ],\n  "pmej" : [ ',
  );
  let text = '';
  for (let index = 0; index < LEGAL_COUNT; index++) {
    const upTo = Math.round(((index + 1) / LEGAL_COUNT) * SITE_COUNT);
    const sites: object[] = [];
    while (siteIndex < upTo) sites.push(site(siteIndex++));
    const missing = WHOLE_BYTES * ((index + 1) / LEGAL_COUNT) - bytes - text.length;
    const eventCount = Math.max(
      1,
      Math.min(40, Math.round((missing - 3_200 * sites.length) / 330)),
    );
    const element = JSON.stringify(legal(index, sites, eventCount), null, 2).replaceAll(
      '": ',
      '" : ',
    );
    text += (index === 0 ? '' : ', ') + element.replaceAll('\n', '\n  ');
    if (text.length > 1_000_000) {
      await write(text);
      text = '';
    }
  }
  await write(`${text} ]\n}\n`);
  output.end();
  await finished(output);
  return bytes;
}
