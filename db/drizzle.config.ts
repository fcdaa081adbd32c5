// Where drizzle-kit reads the schema and writes the migrations: `npx drizzle-kit generate --config db/drizzle.config.ts`.

import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/*.ts',
  out: './db/migrations',
});
