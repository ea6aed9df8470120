import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

export interface WatchOptions {
  /** Told of every build, with its folder, which the next one changes. */
  onBuilt: (dist: string, tookMs: number) => void;
  /** Told why there is none. */
  onFailed: (reason: string) => void;
}

/**
 * Builds what a frontend sends to browsers, again whenever one of its sources changes; as for a release, but elsewhere
 * than in its `dist`, which a market may be starting from.
 * @param app folder of the frontend
 * @returns how to end it
 */
export async function watchFrontend(
  app: string,
  { onBuilt, onFailed }: WatchOptions,
): Promise<() => Promise<void>> {
  const dist = mkdtempSync(join(tmpdir(), 'plaza-watch-'));
  const watcher = await build({
    root: app,
    logLevel: 'silent',
    mode: 'production',
    build: { watch: {}, sourcemap: true },
    environments: { client: { build: { outDir: dist, emptyOutDir: true } } },
  });
  if (!('on' in watcher)) throw new Error('Vite has built once instead of watching');
  watcher.on('event', async (event) => {
    if (event.code === 'BUNDLE_END') {
      onBuilt(dist, event.duration);
      await event.result.close();
    } else if (event.code === 'ERROR') {
      onFailed(event.error.message);
      await event.result?.close();
    }
  });
  return async () => {
    await watcher.close();
    rmSync(dist, { recursive: true, force: true });
  };
}
