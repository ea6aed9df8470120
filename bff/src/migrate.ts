import { fileURLToPath } from 'node:url';
import { readDatabaseUrl } from './platform/env.ts';
import { migrateDatabase } from './platform/migrate-database.ts';

// From `src/` as from `dist/`, the migrations are next door.
await migrateDatabase(readDatabaseUrl(), fileURLToPath(new URL('../migrations', import.meta.url)));
console.log('The schema is up to date.');
