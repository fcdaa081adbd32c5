// `npm run import -- …`: the command, with its code loaded in a third of the time Node takes by itself.

import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { resolveDrizzleOnce } from '#db/resolve-drizzle-once.ts';

// Compiled code is kept there, when this folder may be written to.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
resolveDrizzleOnce();
const { runCommand } = await import('#seeds/command.ts');
await runCommand(process.argv.slice(2), process.env);
