import type { Env } from '../env.ts';

export async function startDevServer(_env: Env): Promise<void> {
  throw new Error('not written yet');
}
