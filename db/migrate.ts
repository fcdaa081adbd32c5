// `npm run migrate`: brings the database of this machine to the tables of this version.

import { openDatabase } from '#db/client.ts';
import { runMigrations } from '#db/run-migrations.ts';
import { AppError } from '#domain/error.ts';

try {
  const databaseUrl = process.env['DATABASE_URL'] ?? '';
  const handle = await openDatabase({
    databaseUrl: databaseUrl === '' ? null : databaseUrl,
    dataFolder: process.env['VOISOIN_DATA'] ?? 'data',
  });
  try {
    await runMigrations(handle.pool);
    console.log(
      `Base de données à jour (${handle.kind === 'server' ? 'PostgreSQL' : 'embarquée'}).`,
    );
  } finally {
    await handle.close();
  }
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
