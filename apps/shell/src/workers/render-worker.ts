// Runs in a thread of its own: the code of remotes, which may loop, leak or throw. Built as a file beside the server's.
import { parentPort, workerData } from 'node:worker_threads';
import { createAgent } from '@plaza/api-client/server';
import pino from 'pino';
import { type LoadedRelease, loadRelease, nothingLoaded } from '../remotes/load-release.ts';
import type { StoredRelease } from '../remotes/release-store.ts';
import { type ActiveRemote, RemoteSnapshot } from '../remotes/remote-snapshot.ts';
import { createRouteTree } from '../router.tsx';
import { routesOf } from '../routes.ts';
import { compressDocument } from '../server/compress.ts';
import { DocumentCache } from '../server/document-cache.ts';
import { PageAssets } from '../server/page-assets.ts';
import { type RenderContext, type RenderedPage, renderPage } from '../server/render-page.tsx';
import { PulseWriter } from './pulse.ts';
import type {
  CombinationSpec,
  KnownRelease,
  LoadReport,
  RenderJob,
  RenderOutput,
  RenderWorkerData,
} from './render-protocol.ts';
import type { WorkerMessage } from './worker-pool.ts';

const MAX_COMBINATIONS = 64;

const port = parentPort;
if (!port) throw new Error('this file is the code of a worker');
// Written by render-threads.ts of the same build.
const data = workerData as RenderWorkerData;
const log = pino({ name: 'shell-render', level: data.logLevel });
const pulse = new PulseWriter(data.pulse);
const agent = createAgent();
const documents = new DocumentCache<RenderedPage>();
const stored = new Map<string, StoredRelease>();
const contexts = new Map<string, RenderContext>();

const say = (message: WorkerMessage<RenderOutput, LoadReport[]>) => port.postMessage(message);
const keyOf = (remote: string, version: string) => `${remote}@${version}`;

/** Loads one release after the other, so that the pulse tells which one never ends. */
async function loadAll(): Promise<LoadReport[]> {
  const reports: LoadReport[] = [];
  for (const known of data.releases) {
    const { remote, release } = known;
    const key = keyOf(remote, release.version);
    pulse.enter(key);
    const result = await loadOne(known);
    pulse.leave();
    stored.set(key, { release, loaded: result });
    reports.push({
      remote,
      version: release.version,
      modules: [...result.modules.keys()],
      failed: result.failed.map(({ name, error }) => ({ name, error: String(error) })),
      inlineStyles: result.inlineStyles,
    });
  }
  return reports;
}

async function loadOne({ remote, release, folder }: KnownRelease): Promise<LoadedRelease> {
  try {
    return await loadRelease({ remote, release, folder, attempt: 0 });
  } catch (error) {
    return nothingLoaded(
      Object.keys(release.exposes).map((expose) => ({ name: `${remote}/${expose}`, error })),
    );
  }
}

function contextOf({ key, spec }: RenderJob): RenderContext {
  const known = contexts.get(key);
  if (known) return known;
  if (contexts.size >= MAX_COMBINATIONS) contexts.clear();
  const remotes = new RemoteSnapshot(activeOf(spec), {
    withheld: spec.withheld,
    onUse: (name) => pulse.enter(name),
  });
  const declared = [...remotes.active].map(([remote, { release }]) => [remote, release.pages] as const);
  const context = {
    remotes,
    routeTree: createRouteTree(routesOf(declared)),
    assets: new PageAssets(remotes, data.shell),
    documents,
    key,
    bffUrl: data.bffUrl,
    publicUrl: data.publicUrl,
    agent,
    log,
  };
  // The router keeps the first tree of a process prepared, and prepares others for every request.
  Reflect.deleteProperty(globalThis, '__TSR_CACHE__');
  contexts.set(key, context);
  return context;
}

const activeOf = ({ remotes }: CombinationSpec): ReadonlyMap<string, ActiveRemote> =>
  new Map(
    remotes.map(({ remote, version, release, previous, isOff }) => {
      const known = release ? { release, loaded: nothingLoaded() } : stored.get(keyOf(remote, version));
      if (!known) throw new Error(`${remote} ${version} is not known to this worker`);
      return [remote, { ...known, previous, isOff }];
    }),
  );

async function render(job: RenderJob): Promise<RenderOutput> {
  const page = await renderPage(contextOf(job), job.input);
  if (page.kind === 'redirect') return page;
  const { html, ...rest } = page;
  const { body, encoding } = await compressDocument(html, job.acceptEncoding);
  return { ...rest, body, encoding };
}

port.on('message', ({ id, input }: { id: number; input: RenderJob }) => {
  render(input).then(
    (output) => {
      pulse.leave();
      say({ kind: 'done', id, output });
    },
    (error: unknown) => say({ kind: 'failed', id, error }),
  );
});
// A promise that a remote has forgotten concerns that remote alone.
process.on('unhandledRejection', (error) =>
  log.error({ err: error }, 'a promise was rejected and nobody looked'),
);

say({ kind: 'ready', note: await loadAll() });
