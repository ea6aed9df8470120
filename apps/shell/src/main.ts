import { join } from 'node:path';
import { readEnv } from './env.ts';

const env = readEnv('production');
// Imported only now: React reads NODE_ENV when it is imported.
const { startServer } = await import('./server/start-server.ts');
await startServer(env, { clientDir: join(import.meta.dirname, 'client') });
