// Does this process start threads? Then it keeps the WebAssembly it compiled.

import { setFlagsFromString } from 'node:v8';

// Node 24 may abort the process while it frees compiled WebAssembly that another thread still counts
// (nodejs/node 66366): PGlite is WebAssembly, and so is what reads TypeScript in each of our threads.
// Kept, that code costs a few megabytes. To be dropped with the first Node that carries the mend.
setFlagsFromString('--no-wasm-code-gc');
