import { TRPCError } from '@trpc/server';
import type { z } from 'zod';
import type { Services } from '../platform/services.ts';

const TIMEOUT_MS = 3_000;

export type PipelineServices = Pick<Services, 'log'> & {
  env: Pick<Services['env'], 'PIPELINE_URL' | 'INTERNAL_TOKEN'>;
};

/**
 * Figures from the pipeline, which alone reads the analytics store.
 * @param path below `/internal/`
 * @throws SERVICE_UNAVAILABLE when the pipeline does not answer, or not with what `schema` says
 */
export async function askPipeline<Answer>(
  { env, log }: PipelineServices,
  schema: z.ZodType<Answer>,
  path: string,
  params: Record<string, string> = {},
  timeoutMs: number = TIMEOUT_MS,
): Promise<Answer> {
  const url = new URL(`/internal/${path}`, env.PIPELINE_URL);
  url.search = new URLSearchParams(params).toString();
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${env.INTERNAL_TOKEN}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`The pipeline answered ${response.status}.`);
    return schema.parse(await response.json());
  } catch (error) {
    log.warn({ err: error, path }, 'figures could not be read');
    throw new TRPCError({
      code: 'SERVICE_UNAVAILABLE',
      message: 'The figures are not available at the moment. Please try again in a minute.',
    });
  }
}
