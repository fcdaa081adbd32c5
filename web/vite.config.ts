// How the browser's files and the server's bundle are built; web/build.ts runs both.

import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  base: '/',
  appType: 'custom',
  logLevel: 'warn',
  plugins: [solid({ ssr: true })],
  build: {
    target: ['es2020', 'safari14', 'firefox90', 'chrome90'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
