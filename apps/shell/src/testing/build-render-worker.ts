import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const APP = join(import.meta.dirname, '../..');
/** Inside of the repository, where what the worker does not bring is found. */
const CACHE = join(APP, '../../node_modules/.cache');

let built: Promise<URL> | undefined;

/** The code of the threads that render, once for each test file: Node starts threads without a loader for TypeScript. */
export function buildRenderWorker(): Promise<URL> {
  built ??= buildOnce();
  return built;
}

async function buildOnce(): Promise<URL> {
  mkdirSync(CACHE, { recursive: true });
  const outDir = mkdtempSync(join(CACHE, 'render-worker-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    root: APP,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: [/^@plaza\//, 'lucide-react'] },
    build: { ssr: 'src/workers/render-worker.ts', outDir, minify: false },
  });
  return pathToFileURL(join(outDir, 'render-worker.js'));
}
