// A process that opens the embedded database, asks it something and closes it: `node open-and-close.ts DATA CACHE`.

import { sql } from 'drizzle-orm';
import { openDatabase } from '#db/client.ts';

const [dataFolder, cacheFolder] = process.argv.slice(2);
if (dataFolder === undefined || cacheFolder === undefined)
  throw new Error('DATA and CACHE, please');
const database = await openDatabase({ databaseUrl: null, dataFolder, cacheFolder });
await database.db.execute(sql`select count(*) from pg_class`);
await database.close();
console.log('closed');
