import type { Logger } from 'pino';
import type postgres from 'postgres';

/** The channel of the triggers that tell of changes; see `migrations`. */
const CHANNEL = 'changed';
const HEARTBEAT = '';
const HEARTBEAT_MS = 1_000;
/** Who has not heard the heartbeat for so long does not hear of changes either. */
const DEAF_AFTER_MS = 3_000;

/** What the database tells every process when a change is committed, whoever made it. */
export interface ChangeFeed {
  /** Calls back with what changed: `session:<hash of its token>`, `account:<id>`. Null: anything may have. */
  onChange(callback: (subject: string | null) => void): void;
  /** Tells this process at once of what it has changed itself; the others hear it from the database. */
  tell(subject: string): void;
  /** True while changes may be missed: nothing may be answered from a copy. */
  isDeaf(): boolean;
  close(): Promise<void>;
}

/** Listens on a connection of its own. Waits for nothing: until it hears, it is deaf. */
export function openChangeFeed(client: postgres.Sql, log: Logger): ChangeFeed {
  const callbacks: ((subject: string | null) => void)[] = [];
  let lastHeardMs = Number.NEGATIVE_INFINITY;
  const isDeaf = () => performance.now() - lastHeardMs > DEAF_AFTER_MS;
  const tell = (subject: string | null) => {
    for (const callback of callbacks) callback(subject);
  };
  const hear = (subject: string) => {
    if (isDeaf()) tell(null);
    lastHeardMs = performance.now();
    if (subject !== HEARTBEAT) tell(subject);
  };

  let isClosed = false;
  let isListening = false;
  const listen = () => {
    isListening = true;
    client.listen(CHANNEL, hear).catch((error: unknown) => {
      isListening = false;
      if (!isClosed) log.warn({ err: error }, 'changes are not heard of');
    });
  };
  const beat = setInterval(() => {
    if (!isListening) listen();
    client`select pg_notify(${CHANNEL}, ${HEARTBEAT})`.catch(() => undefined);
  }, HEARTBEAT_MS);
  beat.unref();
  listen();
  return {
    onChange: (callback) => void callbacks.push(callback),
    tell,
    isDeaf,
    close: async () => {
      isClosed = true;
      clearInterval(beat);
    },
  };
}
