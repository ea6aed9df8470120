import { randomUUID } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { type Registry, registrySchema } from '@plaza/contracts/registry';
import type { Logger } from 'pino';

const ANSWER_WITHIN_MS = 2_000;
/** Without a file there is nothing to show: the BFF, which may start beside this process, is waited for. */
const FIRST_WITHIN_MS = 10_000;
const FIRST_RETRY_MS = 250;

export interface RegistrySourceOptions {
  bffUrl: string;
  internalToken: string;
  /** Keeps the last good registry; in force while the BFF does not answer, and before it knows a release. */
  registryFile: string;
  log: Logger;
}

const EMPTY: Registry = { schema: 2, remotes: {} };

/** What the BFF says of releases; its last good answer where it says nothing. */
export class RegistrySource {
  readonly #options: RegistrySourceOptions;
  #current = EMPTY;
  #etag: string | null = null;
  #stamp = '';
  /** Said once, not every second. */
  #complaint = '';

  constructor(options: RegistrySourceOptions) {
    this.#options = options;
  }

  /** The same object until something changes. */
  get current(): Registry {
    return this.#current;
  }

  /** Waits for a first registry, not forever. */
  async start(): Promise<void> {
    const endsAt = Date.now() + FIRST_WITHIN_MS;
    await this.refresh();
    while (this.#current === EMPTY && Date.now() < endsAt) {
      await wait(FIRST_RETRY_MS);
      await this.refresh();
    }
  }

  /** Asks once. Never throws. */
  async refresh(): Promise<void> {
    if (!(await this.#ask())) await this.#readFile();
  }

  /** @returns whether the BFF has answered with a registry that is in force now */
  async #ask(): Promise<boolean> {
    const { bffUrl, internalToken } = this.#options;
    try {
      const answer = await fetch(`${bffUrl}/internal/releases/registry`, {
        headers: {
          authorization: `Bearer ${internalToken}`,
          ...(this.#etag !== null && { 'if-none-match': this.#etag }),
        },
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      const text = await answer.text();
      if (answer.status === 304) return true;
      if (answer.status === 404) return false;
      if (!answer.ok) throw new Error(`the BFF answered ${answer.status}`);
      const registry = registrySchema.parse(JSON.parse(text));
      this.#complaint = '';
      if (Object.keys(registry.remotes).length === 0) return false;
      this.#current = registry;
      this.#etag = answer.headers.get('etag');
      await this.#keep(text);
      return true;
    } catch (error) {
      this.#complain(error, 'the registry of releases cannot be had; the last good one is in force');
      // What it said before holds on; a file that somebody else has written since does not count.
      return this.#etag !== null;
    }
  }

  async #keep(text: string): Promise<void> {
    const { registryFile, log } = this.#options;
    const incoming = `${registryFile}.incoming-${randomUUID()}`;
    try {
      await writeFile(incoming, text);
      await rename(incoming, registryFile);
    } catch (error) {
      log.warn({ err: error }, 'the registry of releases cannot be kept');
    }
  }

  async #readFile(): Promise<void> {
    const { registryFile } = this.#options;
    try {
      const { mtimeMs, size, ino } = await stat(registryFile);
      const stamp = `${mtimeMs} ${size} ${ino}`;
      if (stamp === this.#stamp) return;
      this.#stamp = stamp;
      this.#current = registrySchema.parse(JSON.parse(await readFile(registryFile, 'utf8')));
    } catch (error) {
      this.#complain(error, 'the kept registry of releases cannot be read');
    }
  }

  #complain(error: unknown, text: string): void {
    if (this.#complaint === String(error)) return;
    this.#complaint = String(error);
    this.#options.log.warn({ err: error }, text);
  }
}
