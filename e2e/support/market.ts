import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { readE2eEnv } from '../env.ts';

const runSchema = z.object({
  publicUrl: z.url(),
  bffUrl: z.url(),
  pipelineUrl: z.url(),
  databaseUrl: z.url(),
  clickhouseUrl: z.url(),
  internalToken: z.string(),
  remotesDir: z.string(),
  registryFile: z.string(),
  processesFile: z.string(),
});
const processesSchema = z.object({ children: z.record(z.string(), z.object({ pid: z.int() })) });

/** Marks a journey that wants the market for itself: it ends or freezes a part, or promises a time. */
export const ALONE = { tag: '@alone' };

export type Part = 'bff' | 'pipeline' | 'clickhouse' | 'shell';
/** Longest that a killed part may take to be back on a busy machine. */
const BACK_TIMEOUT_MS = 45_000;

/** Addresses of the running market's parts, as its supervisor wrote them down. */
export const market = readRunFile();

function readRunFile(): z.infer<typeof runSchema> {
  const { PLAZA_RUN_FILE } = readE2eEnv();
  if (!PLAZA_RUN_FILE)
    throw new Error('Set PLAZA_RUN_FILE to the run.json in the data folder of a running market.');
  return runSchema.parse(JSON.parse(readFileSync(PLAZA_RUN_FILE, 'utf8')));
}

/** The process that a part runs in now, or undefined between a kill and the restart. */
function processOf(part: Part): number | undefined {
  const text = readFileSync(market.processesFile, 'utf8');
  return processesSchema.parse(JSON.parse(text)).children[part]?.pid;
}

/** Ends a part as a crash would: no farewell. The supervisor starts it again by itself. */
export function kill(part: Part): void {
  const pid = processOf(part);
  if (pid === undefined) throw new Error(`${part} does not run`);
  process.kill(pid, 'SIGKILL');
}

/** Lets a part hang: its connections stay open and nothing answers. @returns how to let it go on */
export function freeze(part: Part): () => void {
  const pid = processOf(part);
  if (pid === undefined) throw new Error(`${part} does not run`);
  process.kill(pid, 'SIGSTOP');
  return () => {
    process.kill(pid, 'SIGCONT');
  };
}

/** Waits until every part answers again. */
export async function expectHealthy(): Promise<void> {
  await expect.poll(readHealthStatus, { timeout: BACK_TIMEOUT_MS, intervals: [100] }).toBe(200);
}

export async function readHealthStatus(): Promise<number> {
  try {
    const response = await fetch(`${market.publicUrl}/healthz`, { signal: AbortSignal.timeout(10_000) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
