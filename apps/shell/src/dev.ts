import { readEnv } from './env.ts';

const env = readEnv('development');
// Imported only now: React reads NODE_ENV when it is imported.
const { startDevServer } = await import('./server/start-dev-server.ts');
await startDevServer(env);
