import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import {
  endGroup,
  endProcess,
  identify,
  isSame,
  type ProcessIdentity,
} from '../processes/process-identity.ts';

const identity = z.object({ pid: z.number().int().min(2), startedAt: z.string().min(1) });
const content = z.object({ supervisor: identity, children: z.record(z.string(), identity) });

/** Longest that a leftover process gets to finish. */
const PATIENCE_MS = 10_000;

/** What an earlier start has left. */
export type Leftovers =
  | { kind: 'none' }
  | { kind: 'running'; pid: number }
  | { kind: 'ended'; names: string[] };

/**
 * The file that says which processes belong to a data folder, kept while they run. Numbers come with start times, so
 * that a process that was given the number of one of ours later is never taken for it.
 */
export class ProcessList {
  readonly #file: string;
  readonly #children = new Map<string, ProcessIdentity>();

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Ends the processes of a supervisor that is gone; PostgreSQL is left to its launcher, which knows how to ask it.
   * Does nothing when the supervisor still runs.
   */
  async endLeftovers(): Promise<Leftovers> {
    const earlier = this.#read();
    if (!earlier) return { kind: 'none' };
    if (isSame(earlier.supervisor)) return { kind: 'running', pid: earlier.supervisor.pid };
    const alive = Object.entries(earlier.children).filter(([, child]) => isSame(child));
    await Promise.all(alive.map(([name, child]) => end(name, child)));
    return { kind: 'ended', names: alive.map(([name]) => name) };
  }

  /** Makes this process the supervisor of the folder. */
  claim(): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    this.#write();
  }

  add(name: string, pid: number): void {
    const found = identify(pid);
    if (!found) return;
    this.#children.set(name, found);
    this.#write();
  }

  /** The process that a part runs in now; undefined between its end and its next start. */
  pidOf(name: string): number | undefined {
    return this.#children.get(name)?.pid;
  }

  remove(name: string): void {
    this.#children.delete(name);
    this.#write();
  }

  /** The clean end: nothing is left. */
  release(): void {
    rmSync(this.#file, { force: true });
  }

  #read(): z.output<typeof content> | undefined {
    try {
      return content.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      // Absent, or cut off by a crash of the machine, after which no process is left either.
      return undefined;
    }
  }

  #write(): void {
    const supervisor = identify(process.pid);
    const text = JSON.stringify({ supervisor, children: Object.fromEntries(this.#children) }, null, 2);
    writeFileSync(`${this.#file}.new`, text);
    renameSync(`${this.#file}.new`, this.#file);
  }
}

async function end(name: string, child: ProcessIdentity): Promise<void> {
  await endProcess(child, name === 'postgres' ? 'SIGINT' : 'SIGTERM', PATIENCE_MS);
  endGroup(child.pid);
}
