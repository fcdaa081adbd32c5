// Builds what the browser loads and what the server renders with, then compresses the files once.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, type Plugin } from 'vite';

const webFolder = new URL('.', import.meta.url).pathname;
const clientFolder = join(webFolder, 'dist/client');
const serverFolder = join(webFolder, 'dist/server');
const configFile = join(webFolder, 'vite.config.ts');
const COMPRESSED = /\.(js|css|svg|json)$/;

/** Only browsers draw the map: the server's bundle does not carry its library. */
const withoutMap: Plugin = {
  name: 'voisoin-without-map',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/create-map-view.ts') ? '\0without-map' : null),
  load: (id) => (id === '\0without-map' ? 'export {};' : null),
};

export async function buildWeb(): Promise<void> {
  // Pages built as for tests would not match what the browser is given.
  process.env['NODE_ENV'] = 'production';
  await build({
    configFile,
    build: {
      outDir: clientFolder,
      emptyOutDir: true,
      manifest: true,
      // The map's library is one large file that no first view waits for.
      chunkSizeWarningLimit: 1200,
      rollupOptions: {
        input: join(webFolder, 'entry-client.tsx'),
        // The domain is pure: what only the server uses of it is left out.
        treeshake: { moduleSideEffects: [{ test: /\/api\/domain\//, sideEffects: false }] },
        // Small shared files travel together: fewer requests, better packed. The drawings of the
        // map stay with the map.
        output: {
          codeSplitting: { groups: [{ name: 'kit', test: /\/web\/ui\/(?!category-|kind-)/ }] },
        },
      },
    },
  });
  // The server names the browser's files: it is built second, with the list of them inside.
  const manifest = await readFile(join(clientFolder, '.vite/manifest.json'), 'utf8');
  await build({
    configFile,
    define: { __MANIFEST__: manifest },
    plugins: [withoutMap],
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      outDir: serverFolder,
      emptyOutDir: true,
      target: 'node20',
      ssr: join(webFolder, 'entry-server.tsx'),
      // One file: whoever imports it under another query still gets one copy of everything.
      rollupOptions: { output: { entryFileNames: 'entry-server.js', codeSplitting: false } },
    },
  });
  await compressFolder(join(clientFolder, 'assets'));
}

async function compressFolder(folder: string): Promise<void> {
  const brotli = promisify(brotliCompress);
  const gz = promisify(gzip);
  const names = (await readdir(folder)).filter((name) => COMPRESSED.test(name));
  await Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(folder, name));
      const [small, smaller] = await Promise.all([
        gz(content, { level: 9 }),
        brotli(content, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 10,
            [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
          },
        }),
      ]);
      await writeFile(join(folder, `${name}.gz`), small);
      await writeFile(join(folder, `${name}.br`), smaller);
    }),
  );
}

if (import.meta.main) await buildWeb();
