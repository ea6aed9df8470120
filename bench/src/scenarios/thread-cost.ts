import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { type Market, publishedSlugs } from '../market.ts';
import type { Figure } from '../report.ts';
import { threadCostsSchema } from '../thread-cost/thread-costs.ts';

const SHELL = join(import.meta.dirname, '../../../apps/shell');
/** Below the shell, where the program finds its packages. */
const CACHE = join(SHELL, 'node_modules/.cache');
const PROGRAM = join(import.meta.dirname, '../thread-cost/draw-pages.ts');
const PRODUCTS = 50;

/**
 * What it costs that remotes render in threads (docs/decisions/0024): the same product pages by the same code in the
 * main thread of a process and through its render threads, one after the other, with the market's BFF behind them.
 */
export async function threadCost(market: Market): Promise<Figure[]> {
  const slugs = await publishedSlugs(market, PRODUCTS);
  mkdirSync(CACHE, { recursive: true });
  const outDir = mkdtempSync(join(CACHE, 'thread-cost-'));
  try {
    await build({
      root: SHELL,
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      ssr: { noExternal: [/^@plaza\//, 'lucide-react'] },
      build: {
        ssr: true,
        outDir,
        emptyOutDir: true,
        rolldownOptions: {
          input: { 'draw-pages': PROGRAM, 'render-worker': 'src/workers/render-worker.ts' },
        },
      },
    });
    const input = {
      bffUrl: market.bffUrl,
      publicUrl: market.publicUrl,
      internalToken: market.internalToken,
      remotesDir: market.remotesDir,
      registryFile: join(outDir, 'registry.json'),
      clientDir: join(SHELL, 'dist/client'),
      renderWorker: pathToFileURL(join(outDir, 'render-worker.js')).href,
      paths: slugs.map((slug) => `/product/${slug}`),
    };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(outDir, 'draw-pages.js'), JSON.stringify(input)],
      { env: { ...process.env, NODE_ENV: 'production' } },
    );
    return figuresOf(threadCostsSchema.parse(JSON.parse(stdout)));
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

function figuresOf({ fresh, kept, message }: ReturnType<typeof threadCostsSchema.parse>): Figure[] {
  const figure = (name: string, { here, threads }: typeof fresh): Figure => ({
    name,
    value: threads.cpuMs - here.cpuMs,
    unit: 'ms of CPU a page',
    better: 'lower',
    note:
      `${threads.cpuMs.toFixed(2)} ms, in the main thread ${here.cpuMs.toFixed(2)} ms; ` +
      `from question to answer ${threads.p50Ms.toFixed(2)} ms and ${here.p50Ms.toFixed(2)} ms`,
  });
  return [
    figure('render threads against the main thread, page drawn anew', fresh),
    figure('the same, document kept', kept),
    {
      name: 'question and answer of a document, to a thread and back',
      value: message.threadMs,
      unit: 'ms',
      better: 'lower',
      note: `to a process and back ${message.processMs.toFixed(2)} ms; ${(message.bytes / 1000).toFixed(0)} kB`,
    },
  ];
}
