import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isPortFree } from './processes/free-port.ts';
import { waitUntil } from './processes/process-identity.ts';
import { buildMarket } from './supervisor/build-market.ts';
import { fillStores } from './supervisor/fill-stores.ts';
import { type Options, readOptions } from './supervisor/options.ts';
import { ProcessList } from './supervisor/process-list.ts';
import { bffEnvironment, type Connections, sealingEnvironment, startServers } from './supervisor/servers.ts';
import { startSms, startSocial } from './supervisor/stand-ins.ts';
import { printNote, printProblem, printStep } from './supervisor/steps.ts';
import { startAnalytics, startDatabase, startMail, startPayments } from './supervisor/stores.ts';
import { CAPTURE_KEY, Workplace } from './supervisor/workplace.ts';

const READY_TIMEOUT_MS = 60_000;
const ACCOUNTS = ['buyer@plaza.test', 'seller@plaza.test', 'admin@plaza.test'];
const PASSWORD = 'plaza-demo-2026';

/** `npm start`: brings the whole market up on this machine and keeps it up until it is asked to stop. */
export async function start({
  installed,
  installSeconds,
}: {
  installed: boolean;
  installSeconds: number;
}): Promise<void> {
  const startedAt = performance.now() - installSeconds * 1_000;
  printStep('install', installSeconds, installed ? '' : 'up to date');
  let workplace: Workplace | undefined;
  try {
    workplace = await openWorkplace();
    stopOnSignals(workplace);
    const connections = await startMarket(workplace);
    await waitUntilReady(workplace);
    writeRunFile(workplace, connections);
    printStep('ready', (performance.now() - startedAt) / 1_000);
    announce(workplace, connections);
  } catch (error) {
    // After a signal everything is being stopped, and steps that fail for that reason are no news.
    if (workplace?.abort.signal.aborted) return;
    printProblem(error instanceof Error ? error.message : String(error));
    await workplace?.stop();
    workplace?.list.release();
    process.exit(1);
  }
}

/** Makes sure that nobody else uses the data folder or the port, and clears what a kill has left. */
async function openWorkplace(): Promise<Workplace> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const options: Options = readOptions(process.argv.slice(2), process.env);
  const dataDir = resolve(root, options.PLAZA_DATA_DIR);
  mkdirSync(dataDir, { recursive: true });
  const list = new ProcessList(join(dataDir, 'processes.json'));
  const leftovers = await list.endLeftovers();
  if (leftovers.kind === 'running') {
    throw new Error(
      `Plaza already runs with the data in ${dataDir} (process ${leftovers.pid}). Stop it first, or set PLAZA_DATA_DIR.`,
    );
  }
  if (leftovers.kind === 'ended') {
    const names = leftovers.names.length > 0 ? `; ended what was left: ${leftovers.names.join(', ')}` : '';
    printNote('recover', `the last start did not end by itself${names}`);
  }
  if (!(await isPortFree(options.PORT, options.HOST))) {
    throw new Error(
      `Port ${options.PORT} is in use. End the program that uses it, or choose another: PORT=${options.PORT + 1} npm start`,
    );
  }
  list.claim();
  return Workplace.open(root, dataDir, options, list);
}

async function startMarket(workplace: Workplace): Promise<Connections> {
  const [databaseUrl, clickhouseUrl, stripe, mail, sms, social, builds] = await Promise.all([
    startDatabase(workplace),
    startAnalytics(workplace),
    startPayments(workplace),
    startMail(workplace),
    startSms(workplace),
    startSocial(workplace),
    buildMarket(workplace),
  ]);
  const connections: Connections = { databaseUrl, clickhouseUrl, stripe, mail, sms, social };
  await fillStores(workplace, {
    DATABASE_URL: databaseUrl,
    CLICKHOUSE_URL: clickhouseUrl,
    MEDIA_DIR: join(workplace.dataDir, 'media'),
    ...sealingEnvironment(workplace),
  });
  await startServers(workplace, connections, builds);
  return connections;
}

async function waitUntilReady(workplace: Workplace): Promise<void> {
  const url = `http://127.0.0.1:${workplace.options.PORT}/healthz`;
  let last = '';
  const ready = await waitUntil(async () => {
    if (workplace.abort.signal.aborted) return true;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      last = `${response.status} ${await response.text()}`;
      return response.ok;
    } catch (error) {
      last = String(error);
      return false;
    }
  }, READY_TIMEOUT_MS);
  workplace.abort.signal.throwIfAborted();
  if (!ready)
    throw new Error(
      `The market is up but not healthy: ${last}\nSee the logs in ${join(workplace.dataDir, 'logs')}.`,
    );
}

/** Addresses and environment of the running market, for `local/run.mjs`, load tests and journeys. */
function writeRunFile(workplace: Workplace, connections: Connections): void {
  const content = {
    publicUrl: workplace.publicUrl,
    bffUrl: workplace.urlOf('bff'),
    pipelineUrl: workplace.urlOf('pipeline'),
    databaseUrl: connections.databaseUrl,
    clickhouseUrl: connections.clickhouseUrl,
    redisUrl: workplace.options.REDIS_URL,
    stripeUrl: connections.stripe.apiUrl,
    stripeWebhookSecret: connections.stripe.webhookSecret,
    /** Absent when mails really leave. */
    inboxUrl: connections.mail.inboxUrl && `${workplace.publicUrl}/inbox`,
    /** Absent when text messages really leave. */
    smsInboxUrl: connections.sms.inboxUrl && `${workplace.publicUrl}/inbox/sms`,
    captureKey: CAPTURE_KEY,
    internalToken: workplace.secrets.internalToken,
    mediaDir: join(workplace.dataDir, 'media'),
    remotesDir: join(workplace.dataDir, 'remotes'),
    registryFile: join(workplace.dataDir, 'registry.json'),
    processesFile: join(workplace.dataDir, 'processes.json'),
    chromiumPath: process.env.CHROMIUM_PATH,
    environment: { ...bffEnvironment(workplace, connections), CLICKHOUSE_URL: connections.clickhouseUrl },
  };
  writeFileSync(join(workplace.dataDir, 'run.json'), JSON.stringify(content, null, 2), { mode: 0o600 });
}

function stopOnSignals(workplace: Workplace): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      console.log('\n  Stopping …');
      const startedAt = performance.now();
      rmSync(join(workplace.dataDir, 'run.json'), { force: true });
      void workplace.stop().then(() => {
        workplace.list.release();
        printStep('stopped', (performance.now() - startedAt) / 1_000);
        process.exit(0);
      });
    });
  }
}

function announce(workplace: Workplace, { mail }: Connections): void {
  console.log(`\n  ${workplace.publicUrl}\n`);
  if (workplace.options.demo) {
    console.log(`  Demo accounts   ${ACCOUNTS.join('   ')}`);
    console.log(`  Password        ${PASSWORD}`);
  }
  if (mail.inboxUrl) console.log(`  Inbox           ${workplace.publicUrl}/inbox`);
  console.log(`  Logs            ${join(workplace.dataDir, 'logs')}\n  Ctrl-C stops everything.\n`);
}
