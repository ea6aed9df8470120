import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from './records.ts';

const COMPACT_CHUNK = 2_000;

/**
 * An append-only file of JSON lines, one line a request's changes. A line counts only when it is whole, so a process
 * killed in the middle of writing leaves the state of the last finished request. Lines of requests that arrive
 * together are written together.
 */
export class Journal {
  readonly #file: FileHandle;
  #pending: { line: string; done: () => void; failed: (error: unknown) => void }[] = [];
  #writing = false;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /**
   * Reads what is there and replaces it by what is still needed.
   * @param restore takes the old lines in order and returns the changes that make up the same state
   */
  static async open(
    folder: string,
    restore: (lines: Iterable<Change[]>) => Iterable<Change>,
  ): Promise<Journal> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, 'journal.jsonl');
    if (existsSync(path)) {
      const fresh = `${path}.new`;
      writeCompacted(fresh, restore(readLines(readFileSync(path))));
      renameSync(fresh, path);
    }
    return new Journal(await open(path, 'a', 0o600));
  }

  /** Settles when the changes have left this process, and therefore survive its death. */
  append(changes: Change[]): Promise<void> {
    return new Promise((done, failed) => {
      this.#pending.push({ line: `${JSON.stringify(changes)}\n`, done, failed });
      if (!this.#writing) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#writing = true;
    while (this.#pending.length > 0) {
      const batch = this.#pending;
      this.#pending = [];
      try {
        await this.#file.appendFile(batch.map((entry) => entry.line).join(''));
        for (const entry of batch) entry.done();
      } catch (error) {
        for (const entry of batch) entry.failed(error);
      }
    }
    this.#writing = false;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

function* readLines(data: Buffer): Generator<Change[]> {
  let start = 0;
  for (let end = data.indexOf(10); end >= 0; end = data.indexOf(10, start)) {
    const line = data.toString('utf8', start, end);
    start = end + 1;
    if (line === '') continue;
    // Written by this very program, so its shape is not checked again.
    const changes: Change[] = JSON.parse(line);
    yield changes;
  }
}

function writeCompacted(path: string, changes: Iterable<Change>): void {
  const file = openSync(path, 'w', 0o600);
  let chunk: string[] = [];
  const flush = () => {
    if (chunk.length > 0) writeSync(file, chunk.join(''));
    chunk = [];
  };
  for (const change of changes) {
    chunk.push(`${JSON.stringify([change])}\n`);
    if (chunk.length >= COMPACT_CHUNK) flush();
  }
  flush();
  closeSync(file);
}
