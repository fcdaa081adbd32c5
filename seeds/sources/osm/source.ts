// `npm run import -- osm FILE`: the roads of an OpenStreetMap extract take the place of those in use.

import type { ImportSource } from '#seeds/pipeline/source.ts';
import { type BuiltGraph, buildGraph } from '#seeds/sources/osm/build-graph.ts';
import { checkGraph } from '#seeds/sources/osm/check-graph.ts';
import { OSM_EXPECTS } from '#seeds/sources/osm/read-blobs.ts';
import { useGraph, writeGraph } from '#seeds/sources/osm/write-graph.ts';

type OsmRead = { built: BuiltGraph; graphId: number };

const READINGS = { 1: 'routes', 2: 'points des routes' } as const;

export const osmSource: ImportSource<OsmRead> = {
  name: 'osm',
  // Raised when the rules of roads or the layout of the graph change.
  version: 1,
  expects: OSM_EXPECTS,

  source: (file) => ({
    id: 'osm',
    name: 'Routes et chemins',
    publisher: '© les contributeurs d’OpenStreetMap',
    url: 'https://www.openstreetmap.org/copyright',
    licence: 'ODbL 1.0',
    note: `Fichier ${file.name}`,
  }),

  stage: async (context) => {
    const { file, onProgress } = context;
    const built = await buildGraph(file, context.asOf, (reading, done) =>
      onProgress({ step: READINGS[reading], done, total: file.byteCount }),
    );
    const { graph, wayCount, roadCount } = built;
    onProgress({ step: 'écriture du graphe routier' });
    const graphId = await writeGraph(context, graph, graph.asOf);
    return {
      read: { built, graphId },
      readCount: wayCount,
      keptCount: roadCount,
      asOf: graph.asOf,
      validFrom: null,
      validTo: null,
    };
  },

  check: async (_context, { read }) => checkGraph(read.built),

  swap: async ({ tx }, { read }) => {
    const { graph, ferryCount } = read.built;
    const removedCount = await useGraph(tx, read.graphId);
    const counts = {
      carrefours: graph.junctionCount,
      tronçons: graph.edgeCount,
      bacs: ferryCount,
      'anciens graphes retirés': removedCount,
    };
    return { counts, unchangedCount: 0 };
  },
};
