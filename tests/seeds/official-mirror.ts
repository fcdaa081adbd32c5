// A copy of the producers' sites on this machine: each address answers what the test put there, all the
// others « not found ».

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { LonLat } from '#domain/geo.ts';
import { DEFAULT_IMPORT_LIMITS } from '#seeds/pipeline/import-limits.ts';
import type { ImportSettings } from '#seeds/pipeline/import-settings.ts';

export type OfficialCommune = {
  code: string;
  nom: string;
  codeEpci: string;
  centre: LonLat;
  contour?: unknown;
};

export type OfficialMirror = {
  host: string;
  /** By path: « /geo.api.gouv.fr/communes ». */
  pages: Map<string, string | Buffer>;
  /** Paths and questions asked since `clear`. */
  asked: string[];
  /** The answers of geo.api.gouv.fr for these communes. */
  serveCommunes: (communes: readonly OfficialCommune[]) => void;
  clear: () => void;
  stop: () => void;
};

export async function startOfficialMirror(): Promise<OfficialMirror> {
  const pages: OfficialMirror['pages'] = new Map();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const page = pages.get((request.url ?? '').split('?')[0] ?? '');
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(page ?? '{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    asked,
    serveCommunes: (communes) => serveCommunes(pages, communes),
    clear: () => {
      pages.clear();
      asked.length = 0;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const mirrorSettings = (host: string, folder: string): ImportSettings => ({
  limits: DEFAULT_IMPORT_LIMITS,
  allowedHosts: [host],
  downloadFolder: join(folder, 'downloads'),
  mirror: `http://${host}`,
});

const departementOf = ({ code }: OfficialCommune) => code.slice(0, 2);

function serveCommunes(pages: OfficialMirror['pages'], all: readonly OfficialCommune[]): void {
  const serve = (path: string, communes: readonly OfficialCommune[]) =>
    pages.set(`/geo.api.gouv.fr${path}`, JSON.stringify(communes.map(answerOf)));
  serve('/communes', all);
  for (const siren of new Set(all.map(({ codeEpci }) => codeEpci))) {
    serve(
      `/epcis/${siren}/communes`,
      all.filter(({ codeEpci }) => codeEpci === siren),
    );
  }
  for (const code of new Set(all.map(departementOf))) {
    serve(
      `/departements/${code}/communes`,
      all.filter((commune) => departementOf(commune) === code),
    );
  }
}

function answerOf(commune: OfficialCommune) {
  const { code, nom, codeEpci, centre, contour } = commune;
  return {
    code,
    nom,
    codeEpci,
    codeDepartement: departementOf(commune),
    codeRegion: '75',
    epci: { code: codeEpci, nom: `CC ${codeEpci}` },
    population: 500,
    centre: { type: 'Point', coordinates: centre },
    codesPostaux: [`${code.slice(0, 2)}210`],
    ...(contour === undefined ? {} : { contour }),
  };
}

/** A dataset of transport.data.gouv.fr with one timetable. */
export const timetableDataset = (
  id: number,
  title: string,
  area: { type: string; insee: string },
  url: string,
  licence?: string,
) => ({
  title,
  type: 'public-transit',
  licence,
  page_url: `https://transport.data.gouv.fr/datasets/${id}`,
  covered_area: [{ nom: title, ...area }],
  resources: [{ id, format: 'GTFS', url, type: 'main', is_available: true }],
});
