// A process that writes rows one by one and says each once acknowledged: `node write-until-killed.ts DATA CACHE`.

import { openDatabase } from '#db/client.ts';
import { source } from '#db/schema/provenance.ts';

const [dataFolder, cacheFolder] = process.argv.slice(2);
if (dataFolder === undefined || cacheFolder === undefined)
  throw new Error('DATA and CACHE, please');
const { db } = await openDatabase({ databaseUrl: null, dataFolder, cacheFolder });
for (let written = 1; ; written++) {
  await db.insert(source).values({ id: `s${written}`, name: 'x'.repeat(500), publisher: 'x' });
  console.log(written);
}
