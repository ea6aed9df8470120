// A program of its own, built as the shell's server is: draws product pages in its main thread and through the render
// threads, in turns, and prints what either costs.
import { spawn } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { createAgent } from '@plaza/api-client/server';
import pino from 'pino';
import { RegistrySource } from '../../../apps/shell/src/releases/registry-source.ts';
import { loadRelease } from '../../../apps/shell/src/remotes/load-release.ts';
import { ReleaseStore, type ReleaseStoreOptions } from '../../../apps/shell/src/remotes/release-store.ts';
import { type Combination, Combinations } from '../../../apps/shell/src/server/combinations.ts';
import { compressDocument } from '../../../apps/shell/src/server/compress.ts';
import { DocumentCache } from '../../../apps/shell/src/server/document-cache.ts';
import {
  type RenderedPage,
  type RenderInput,
  renderPage,
} from '../../../apps/shell/src/server/render-page.tsx';
import { readShellAssets } from '../../../apps/shell/src/server/shell-assets.ts';
import { RenderThreads } from '../../../apps/shell/src/workers/render-threads.ts';
import { drawPagesInput, type ThreadCosts } from './thread-costs.ts';

const ROUNDS = 7;
const PAGES = 150;
const MESSAGES = 2_000;
const ENCODING = 'br';

type Draw = (input: RenderInput) => Promise<number>;

const { clientDir, paths, renderWorker, ...places } = drawPagesInput.parse(JSON.parse(process.argv[2] ?? ''));
const { bffUrl, publicUrl, remotesDir } = places;
const log = pino({ level: 'error' }, pino.destination(2));
const shell = readShellAssets(clientDir);
const source = new RegistrySource({ ...places, log });
await source.start();

async function combine(load: ReleaseStoreOptions['load']): Promise<Combination> {
  const store = new ReleaseStore({ remotesDir, load, log });
  await store.update(source.current);
  return new Combinations({ store, shell, publicUrl, log }).get(source.current, new Map());
}

/** As the code of a render thread does. */
function drawHere({ remotes, routing, assets }: Combination): Draw {
  const documents = new DocumentCache<RenderedPage>();
  const context = { remotes, routeTree: routing.tree, assets, documents, key: 'here', bffUrl, publicUrl };
  const agent = createAgent();
  return async (input) => {
    const page = await renderPage({ ...context, agent, log }, input);
    return page.kind === 'document' ? (await compressDocument(page.html, ENCODING)).body.length : 0;
  };
}

const threads = new RenderThreads({
  entry: new URL(renderWorker),
  shell,
  publicUrl,
  bffUrl,
  logLevel: 'error',
  log,
});
const here = await combine(loadRelease);
const there = await combine(threads.load);
const drawers: Record<'here' | 'threads', Draw> = {
  here: drawHere(here),
  async threads(input) {
    const page = await threads.render(there, { input, acceptEncoding: ENCODING });
    return page.kind === 'document' ? page.body.length : 0;
  },
};

let drawn = 0;
/** Draws pages one after the other. @param isFresh whether each is drawn anew, by an address that nobody asked for before */
async function drawSome(
  draw: Draw,
  isFresh: boolean,
): Promise<{ cpuMs: number; p50Ms: number; bytes: number }> {
  const durations: number[] = [];
  let bytes = 0;
  const cpu = process.cpuUsage();
  for (let index = 0; index < PAGES; index += 1) {
    drawn += 1;
    const path = paths[index % paths.length] ?? '';
    const startedAt = performance.now();
    bytes = await draw({
      href: isFresh ? `${path}?n=${drawn}` : path,
      route: here.routing.match(path),
      cookie: undefined,
      nonce: undefined,
      trials: [],
      overrides: [],
      traceHeaders: {},
    });
    if (bytes === 0) throw new Error(`${path} is no document`);
    durations.push(performance.now() - startedAt);
  }
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1000 / PAGES, p50Ms: median(durations), bytes };
}

async function compare(isFresh: boolean): Promise<ThreadCosts['fresh']> {
  const found = { here: [] as number[], threads: [] as number[] };
  const cpu = { here: [] as number[], threads: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const place of ['here', 'threads'] as const) {
      const { cpuMs, p50Ms } = await drawSome(drawers[place], isFresh);
      // The first round warms up.
      if (round === 0) continue;
      found[place].push(p50Ms);
      cpu[place].push(cpuMs);
    }
  }
  const of = (place: 'here' | 'threads') => ({ p50Ms: median(found[place]), cpuMs: median(cpu[place]) });
  return { here: of('here'), threads: of('threads') };
}

/** A question and an answer of a document's size, and nothing else: to a thread, and to a process. */
async function compareMessages(bytes: number): Promise<ThreadCosts['message']> {
  const answer = `({ n }) => port.postMessage({ n, body: new Uint8Array(${bytes}) })`;
  const thread = new Worker(
    `const { parentPort: port } = require('worker_threads'); port.on('message', ${answer});`,
    {
      eval: true,
    },
  );
  const code = `const port = { postMessage: (message) => process.send(message) }; process.on('message', ${answer});`;
  const child = spawn(process.execPath, ['-e', code], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const measure = async (send: (message: object) => unknown, on: (listener: () => void) => unknown) => {
    const durations: number[] = [];
    let answered = () => {};
    on(() => answered());
    for (let n = 0; n < MESSAGES; n += 1) {
      const startedAt = performance.now();
      await new Promise<void>((resolve) => {
        answered = resolve;
        send({ n, ...input });
      });
      durations.push(performance.now() - startedAt);
    }
    return median(durations.slice(MESSAGES / 2));
  };
  const input = { href: paths[0], route: here.routing.match(paths[0] ?? ''), trials: [], overrides: [] };
  const threadMs = await measure(
    (message) => thread.postMessage(message),
    (listener) => thread.on('message', listener),
  );
  const processMs = await measure(
    (message) => child.send(message),
    (listener) => child.on('message', listener),
  );
  child.kill();
  await thread.terminate();
  return { threadMs, processMs, bytes };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const fresh = await compare(true);
const kept = await compare(false);
const { bytes } = await drawSome(drawers.here, false);
const costs: ThreadCosts = { fresh, kept, message: await compareMessages(bytes) };
await threads.close();
process.stdout.write(JSON.stringify(costs), () => process.exit(0));
