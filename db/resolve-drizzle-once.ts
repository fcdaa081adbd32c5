// Why does a process take a second to load Drizzle? Its package.json is 179 KB: Node parses it again for
// each of its hundred files, and for each of ours that imports it. Here each name is looked up once.

import { registerHooks } from 'node:module';

const IN_DRIZZLE = /\/node_modules\/drizzle-orm\/[^?#]*\.js$/;

/** To call before the first import that leads to it: what is loaded already is past. */
export function resolveDrizzleOnce(): void {
  const found = new Map<string, { url: string; format: string | null | undefined }>();
  registerHooks({
    resolve: (specifier, context, nextResolve) => {
      const { parentURL } = context;
      // All its files are modules, and name each other whole.
      if (
        /^\.\.?\/.*\.js$/.test(specifier) &&
        parentURL !== undefined &&
        IN_DRIZZLE.test(parentURL)
      ) {
        return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
      }
      if (specifier !== 'drizzle-orm' && !specifier.startsWith('drizzle-orm/')) {
        return nextResolve(specifier, context);
      }
      const known = found.get(specifier);
      if (known !== undefined) return { ...known, shortCircuit: true };
      const { url, format } = nextResolve(specifier, context);
      found.set(specifier, { url, format });
      return { url, format, shortCircuit: true };
    },
  });
}
