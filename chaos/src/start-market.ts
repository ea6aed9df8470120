import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '@plaza/local/processes';
import { startRedis } from '@plaza/local/redis';
import {
  bffEnvironment,
  CAPTURE_KEY,
  type Connections,
  fillStores,
  ProcessList,
  readOptions,
  sealingEnvironment,
  spawnServer,
  startAnalytics,
  startDatabase,
  startPayments,
  tsxArgs,
  Workplace,
} from '@plaza/local/supervisor';
import { createClient } from 'redis';
import { createFlakyProxy, type FlakyProxy } from '../../pipeline/src/test-support/flaky-proxy.ts';
import { addGoods, type Goods } from './goods.ts';
import type { Link, Part, Store } from './plan-faults.ts';
import { mountQuotaDisk, type QuotaDisk } from './quota-disk.ts';

const START_TIMEOUT_MS = 60_000;
const CLICKHOUSE_DISK_BYTES = 1024 ** 3;
const REDIS_DISK_BYTES = 512 * 1024 ** 2;
export const PIPELINES = ['pipeline-1', 'pipeline-2'] as const;

/** A market whose pipeline can be broken in every place. Stores are named by their own addresses, not by the proxies'. */
export interface ChaosMarket {
  publicUrl: string;
  bffUrl: string;
  stripeUrl: string;
  databaseUrl: string;
  clickhouseUrl: string;
  /** Undefined when it runs without Redis. */
  redisUrl: string | undefined;
  captureKey: string;
  /** Where shoppers send events, through proxies. */
  captureUrls: [string, ...string[]];
  /** The pipeline processes themselves. */
  pipelineUrls: string[];
  goods: [Goods, ...Goods[]];
  parts: Part[];
  links: Link[];
  /** What can be filled on this machine. */
  stores: Store[];
  pidOf(part: Part): number | undefined;
  proxyOf(link: Link): FlakyProxy;
  fill(store: Store): Promise<void>;
  relieve(store: Store): Promise<void>;
  stop(): Promise<void>;
}

/** What the Redis of the pipeline has to be set to: an answer is a promise, so it must outlive the process. */
const REDIS_SETTINGS = {
  appendonly: 'yes',
  appendfsync: 'always',
  'maxmemory-policy': 'noeviction',
};

/**
 * Starts stores, BFF and pipelines from their sources, with a proxy in each connection.
 * @param withRedis two pipelines that share Redis, or one without
 */
export async function startMarket({
  dataDir,
  withRedis,
}: {
  dataDir: string;
  withRedis: boolean;
}): Promise<ChaosMarket> {
  const disks = new Map<Store, QuotaDisk>();
  const mount = (store: Store, folder: string, bytes: number) => {
    const disk = mountQuotaDisk(join(dataDir, folder), bytes);
    if (disk) disks.set(store, disk);
  };
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const port = await findFreePort();
  // From sources, without the demo, and with all load from one address.
  const read = readOptions(['--dev'], {
    PORT: String(port),
    PLAZA_DATA_DIR: dataDir,
    CHANGES_PER_MINUTE: '1000000',
  });
  const list = new ProcessList(join(dataDir, 'processes.json'));
  list.claim();
  const workplace = await Workplace.open(root, dataDir, { ...read, demo: false }, list);
  mount('clickhouse disk', 'clickhouse', CLICKHOUSE_DISK_BYTES);
  if (withRedis) mount('redis disk', 'redis', REDIS_DISK_BYTES);
  const proxies = new Map<Link, FlakyProxy>();
  const through = async (link: Link, url: string) => {
    const proxy = await createFlakyProxy(url);
    proxies.set(link, proxy);
    return proxy.url;
  };
  const stop = async () => {
    await Promise.all(Array.from(proxies.values(), (proxy) => proxy.close()));
    await workplace.stop();
    list.release();
    for (const disk of disks.values()) disk.unmount();
  };
  try {
    const [databaseUrl, clickhouseUrl, stripe, redisUrl] = await Promise.all([
      startDatabase(workplace),
      startAnalytics(workplace),
      startPayments(workplace),
      withRedis ? keepRedis(workplace) : undefined,
    ]);
    const sealing = sealingEnvironment(workplace);
    await fillStores(workplace, {
      DATABASE_URL: databaseUrl,
      CLICKHOUSE_URL: clickhouseUrl,
      MEDIA_DIR: join(dataDir, 'media'),
      ...sealing,
    });
    const goods = await addGoods(databaseUrl, sealing);
    const names = withRedis ? PIPELINES : PIPELINES.slice(0, 1);
    const pipelineUrls = await Promise.all(
      names.map(async (name) =>
        keepServer(workplace, name, 'pipeline', {
          DATABASE_URL: await through(`${name}>postgres`, databaseUrl),
          CLICKHOUSE_URL: await through(`${name}>clickhouse`, clickhouseUrl),
          ...(redisUrl && { REDIS_URL: await through(`${name}>redis`, redisUrl), CONSUMER_NAME: name }),
          INTERNAL_TOKEN: workplace.secrets.internalToken,
          CAPTURE_KEY,
        }),
      ),
    );
    const connections: Connections = {
      databaseUrl: await through('bff>postgres', databaseUrl),
      clickhouseUrl,
      stripe,
      // Nobody takes the mails; they wait in their queue.
      mail: {
        smtpUrl: 'smtp://127.0.0.1:9',
        resendApiKey: undefined,
        from: 'Plaza <no-reply@plaza.test>',
        inboxUrl: undefined,
      },
      sms: { apiUrl: undefined, apiKey: undefined, from: undefined, inboxUrl: undefined },
      social: { settings: '[]', providersUrl: undefined },
    };
    const bffUrl = await keepServer(
      workplace,
      'bff',
      'bff',
      bffEnvironment(workplace, connections),
      workplace.ports.bff,
    );
    const [captureUrl = '', ...otherCaptureUrls] = await Promise.all(
      names.map((name, at) => through(`shoppers>${name}`, pipelineUrls[at] ?? '')),
    );
    const redis = redisUrl === undefined ? null : createClient({ url: redisUrl }).on('error', () => {});
    const setMaxMemory = async (value: string) => {
      if (!redis) return;
      await redis.connect();
      await redis.configSet('maxmemory', value);
      redis.destroy();
    };
    return {
      publicUrl: workplace.publicUrl,
      bffUrl,
      stripeUrl: stripe.apiUrl ?? '',
      databaseUrl,
      clickhouseUrl,
      redisUrl,
      captureKey: CAPTURE_KEY,
      captureUrls: [captureUrl, ...otherCaptureUrls],
      pipelineUrls,
      goods,
      parts: [...names, 'postgres', 'clickhouse', ...(withRedis ? (['redis'] as const) : [])],
      links: [...proxies.keys()],
      stores: [...(withRedis ? (['redis memory'] as const) : []), ...disks.keys()],
      pidOf: (part) => list.pidOf(part),
      proxyOf(link) {
        const proxy = proxies.get(link);
        if (!proxy) throw new Error(`There is no connection ${link}.`);
        return proxy;
      },
      fill: async (store) => (store === 'redis memory' ? setMaxMemory('1mb') : disks.get(store)?.fill()),
      relieve: async (store) => (store === 'redis memory' ? setMaxMemory('0') : disks.get(store)?.relieve()),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function keepRedis(workplace: Workplace): Promise<string> {
  const port = await findFreePort();
  let url = '';
  await workplace.keep('redis', async () => {
    const redis = await startRedis({
      dataDir: join(workplace.dataDir, 'redis'),
      port,
      settings: REDIS_SETTINGS,
    });
    url = redis.url;
    return redis;
  });
  return url;
}

async function keepServer(
  workplace: Workplace,
  name: string,
  folder: 'bff' | 'pipeline',
  env: Record<string, string | undefined>,
  port?: number,
): Promise<string> {
  const chosen = port ?? (await findFreePort());
  const url = `http://127.0.0.1:${chosen}`;
  await workplace.keep(name, () =>
    spawnServer({
      name,
      command: process.execPath,
      args: [...tsxArgs(), 'src/main.ts'],
      cwd: join(workplace.root, folder),
      env: { NODE_ENV: 'production', ...env, PORT: String(chosen), HOST: '127.0.0.1' },
      logFile: workplace.logFile(name),
      readyUrl: `${url}/healthz`,
      startTimeoutMs: START_TIMEOUT_MS,
    }),
  );
  return url;
}
