import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findFreePorts } from '../processes/free-port.ts';
import type { Options } from './options.ts';
import type { ProcessList } from './process-list.ts';
import { readSecrets, type Secrets } from './secrets.ts';
import { type RunningProcess, Service } from './service.ts';

const PARTS = [
  'postgres',
  'clickhouse',
  'stripe',
  'mail',
  'smtp',
  'sms',
  'oauth',
  'bff',
  'pipeline',
] as const;
type Part = (typeof PARTS)[number];

/** What is in a data folder besides the list of processes, which outlives a reset. */
const CONTENTS = [
  'postgres',
  'clickhouse',
  'stripe',
  'mail',
  'sms',
  'media',
  'remotes',
  'registry.json',
  'secrets.json',
  'run.json',
  'logs',
];

/** A database elsewhere outlives a reset, and what is encrypted in it needs the keys. */
const contentsOf = ({ DATABASE_URL }: Options) =>
  CONTENTS.filter((name) => !(DATABASE_URL && name === 'secrets.json'));

const STAND_INS: ReadonlySet<string> = new Set(['clickhouse', 'stripe', 'mail', 'sms', 'oauth']);

/** The project key that browsers send to the local pipeline; public by nature. */
export const CAPTURE_KEY = 'phc_plaza_local';

/** One run of the market on this machine: where things are, and what has been started. */
export class Workplace {
  readonly root: string;
  readonly dataDir: string;
  readonly options: Options;
  readonly list: ProcessList;
  readonly secrets: Secrets;
  readonly publicUrl: string;
  readonly ports: Record<Part, number>;
  /** Tells steps under way to give up. */
  readonly abort = new AbortController();
  readonly #services: Service[] = [];

  private constructor(
    root: string,
    dataDir: string,
    options: Options,
    list: ProcessList,
    ports: Record<Part, number>,
  ) {
    this.root = root;
    this.dataDir = dataDir;
    this.options = options;
    this.list = list;
    this.ports = ports;
    this.secrets = readSecrets(join(dataDir, 'secrets.json'));
    this.publicUrl = (options.PUBLIC_URL ?? `http://localhost:${options.PORT}`).replace(/\/+$/, '');
  }

  static async open(root: string, dataDir: string, options: Options, list: ProcessList): Promise<Workplace> {
    if (options.reset)
      for (const name of contentsOf(options)) rmSync(join(dataDir, name), { recursive: true, force: true });
    const logs = join(dataDir, 'logs');
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // The logs of the start before stay for a look back.
    rmSync(`${logs}.previous`, { recursive: true, force: true });
    try {
      renameSync(logs, `${logs}.previous`);
    } catch {
      // The first start.
    }
    mkdirSync(logs, { recursive: true });
    const [
      postgres = 0,
      clickhouse = 0,
      stripe = 0,
      mail = 0,
      smtp = 0,
      sms = 0,
      oauth = 0,
      bff = 0,
      pipeline = 0,
    ] = await findFreePorts(PARTS.length);
    const ports = { postgres, clickhouse, stripe, mail, smtp, sms, oauth, bff, pipeline };
    return new Workplace(root, dataDir, options, list, ports);
  }

  logFile(name: string): string {
    return join(this.dataDir, 'logs', `${name}.log`);
  }

  /** Address of one of our own processes. */
  urlOf(part: Part): string {
    return `http://127.0.0.1:${this.ports[part]}`;
  }

  /** Starts a part and keeps it running. */
  async keep(name: string, launch: () => Promise<RunningProcess>): Promise<void> {
    const service = new Service(name, this.list, launch);
    this.#services.push(service);
    await service.start();
  }

  /** Stops everything: what takes requests first, what holds data last. */
  async stop(): Promise<void> {
    this.abort.abort();
    const rank = (name: string) => {
      if (name === 'postgres') return 3;
      if (STAND_INS.has(name)) return 2;
      return name === 'bff' || name === 'pipeline' ? 1 : 0;
    };
    for (const group of [0, 1, 2, 3]) {
      const services = this.#services.filter((service) => rank(service.name) === group);
      await Promise.all(services.map((service) => service.stop()));
    }
  }
}

/** How to run TypeScript with this very Node. */
export function tsxArgs(): string[] {
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
}
