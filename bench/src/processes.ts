import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Market } from './market.ts';

const listSchema = z.object({ children: z.record(z.string(), z.object({ pid: z.number() })) });
/** Clock ticks a second, in which Linux counts the time of processors. */
const TICKS_PER_SECOND = 100;

/** Number of a part's process, such as `pipeline` or `clickhouse`. */
export async function processOf(market: Market, part: string): Promise<number> {
  const { children } = listSchema.parse(JSON.parse(await readFile(market.processesFile, 'utf8')));
  const child = children[part];
  if (child === undefined) throw new Error(`There is no process ${part} in ${market.processesFile}.`);
  return child.pid;
}

/** Seconds of processors that a process has used, in all its threads. From /proc: Linux only. */
export async function readCpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name in brackets and may hold anything, so count from the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

const SAMPLE_MS = 100;

/** Looks at the memory of a process until it is stopped; answers the most that was resident, in bytes. */
export function watchMemory(pid: number): { stop(): Promise<number> } {
  let highest = 0;
  let last = Promise.resolve();
  const look = async () => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    highest = Math.max(highest, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024);
  };
  const timer = setInterval(() => {
    last = last.then(look);
  }, SAMPLE_MS);
  return {
    async stop() {
      clearInterval(timer);
      await last.then(look);
      return highest;
    },
  };
}
