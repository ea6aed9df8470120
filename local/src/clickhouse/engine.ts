import { type RawInsertFormat, Session } from 'chdb';
import type { InsertHead } from './statement.ts';

const MAX_WAITING = 2_000;
const RAW_FORMATS: ReadonlySet<string> = new Set<RawInsertFormat>([
  'JSONEachRow',
  'JSONCompactEachRow',
  'CSV',
  'CSVWithNames',
  'TSV',
  'TabSeparated',
  'TSVWithNames',
  'TabSeparatedWithNames',
]);

/** What a statement gave back. */
export interface EngineResult {
  bytes: Uint8Array;
  readRows: number;
  readBytes: number;
  writtenRows: number;
  writtenBytes: number;
}

/** Too many statements wait for a session. */
class EngineBusyError extends Error {
  readonly clickhouseCode = 202;
  constructor() {
    super('Too many simultaneous queries. (TOO_MANY_SIMULTANEOUS_QUERIES)');
  }
}

/** Hands out one session at a time to whoever waits longest. */
class SessionPool {
  readonly #idle: EngineSession[];
  readonly #waiting: ((session: EngineSession) => void)[] = [];

  constructor(sessions: EngineSession[]) {
    this.#idle = [...sessions];
  }

  async use<T>(work: (session: EngineSession) => Promise<T>): Promise<T> {
    const session = this.#idle.pop() ?? (await this.#wait());
    try {
      return await work(session);
    } catch (error) {
      session.renew();
      throw error;
    } finally {
      const next = this.#waiting.shift();
      if (next) next(session);
      else this.#idle.push(session);
    }
  }

  #wait(): Promise<EngineSession> {
    if (this.#waiting.length >= MAX_WAITING) throw new EngineBusyError();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** One session of the engine with the database that it stands in. */
class EngineSession {
  readonly #open: () => Session;
  #session: Session;
  #database = 'default';

  constructor(open: () => Session) {
    this.#open = open;
    this.#session = open();
  }

  /** What a failed statement had already put out stays in its session and would lead the next one's result. */
  renew(): void {
    const spoilt = this.#session;
    this.#session = this.#open();
    this.#database = 'default';
    spoilt.close();
  }

  async enter(database: string): Promise<void> {
    if (database === this.#database) return;
    await this.#session.queryAsync(`USE \`${database.replaceAll('`', '\\`')}\``);
    this.#database = database;
  }

  async run(sql: string, format: string): Promise<EngineResult> {
    const result = await this.#session.queryAsync(sql, { format });
    return {
      bytes: result.bytes(),
      readRows: result.rowsRead,
      readBytes: result.bytesRead,
      writtenRows: 0,
      writtenBytes: 0,
    };
  }

  async insert(
    head: InsertHead,
    format: RawInsertFormat,
    values: Buffer,
    settings: ReadonlyMap<string, string>,
  ) {
    return this.#session.insert({
      table: head.table,
      values,
      format,
      settings: Object.fromEntries(settings),
      ...(head.columns ? { columns: head.columns } : {}),
    });
  }

  close(): void {
    this.#session.close();
  }
}

/** The embedded ClickHouse engine over one data directory: writers and readers side by side. */
export class Engine {
  readonly #sessions: EngineSession[];
  readonly #writers: SessionPool;
  readonly #readers: SessionPool;

  constructor(dataDir: string, options: { writers: number; readers: number; connectionArgs: string[] }) {
    const session = () => new Session(dataDir, { connectionArgs: options.connectionArgs });
    const open = () => new EngineSession(session);
    const writers = Array.from({ length: options.writers }, open);
    const readers = Array.from({ length: options.readers }, open);
    this.#sessions = [...writers, ...readers];
    this.#writers = new SessionPool(writers);
    this.#readers = new SessionPool(readers);
  }

  /** @returns whether the engine takes the payload of this format as bytes, without building a statement around it. */
  static takesRaw(format: string): format is RawInsertFormat {
    return RAW_FORMATS.has(format);
  }

  read(sql: string, database: string, format: string): Promise<EngineResult> {
    return this.#readers.use((session) => this.#query(session, sql, database, format));
  }

  write(sql: string, database: string, format: string): Promise<EngineResult> {
    return this.#writers.use((session) => this.#query(session, sql, database, format));
  }

  /** Inserts a payload that stays bytes all the way into the engine's own parser. */
  insertRaw(
    head: InsertHead & { format: RawInsertFormat },
    values: Buffer,
    settings: ReadonlyMap<string, string>,
    database: string,
  ): Promise<EngineResult> {
    return this.#writers.use(async (session) => {
      await session.enter(database);
      const summary = await session.insert(head, head.format, values, settings);
      return {
        bytes: new Uint8Array(),
        readRows: summary.rowsWritten,
        readBytes: values.length,
        writtenRows: summary.rowsWritten,
        writtenBytes: summary.bytesWritten,
      };
    });
  }

  async #query(session: EngineSession, sql: string, database: string, format: string): Promise<EngineResult> {
    await session.enter(database);
    return session.run(sql, format);
  }

  close(): void {
    for (const session of this.#sessions) session.close();
  }
}
