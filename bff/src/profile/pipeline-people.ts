import { z } from 'zod';
import type { Services } from '../platform/services.ts';

/** How many orders one call to the pipeline is about at most. */
export const ORDERS_PER_CALL = 500;
/** Long: both read or write a whole table, and nobody waits for them in front of a screen. */
const TIMEOUT_MS = 300_000;

type Pipeline = { env: Pick<Services['env'], 'PIPELINE_URL' | 'INTERNAL_TOKEN'> };
interface Person {
  accountId: string;
  orderIds: readonly string[];
}

/**
 * What a person's browsers reported, as lines of JSON that come as they are read.
 * @throws when the pipeline does not answer
 */
export async function* readEvents(
  services: Pipeline,
  person: Person,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  const response = await post(services, 'events', person, signal);
  if (!response.body) return;
  let rest = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new Error('The pipeline broke off in the middle of a line.');
}

const erasedSchema = z.object({ browserCount: z.int() });

/**
 * Takes a person's events away; answers when they are gone.
 * @param buyerKey in whose name facts about their orders stay
 * @throws when the pipeline does not answer
 */
export async function eraseEvents(
  services: Pipeline,
  person: Person & { buyerKey: string },
  signal?: AbortSignal,
): Promise<void> {
  const response = await post(services, 'erase', person, signal);
  erasedSchema.parse(await response.json());
}

async function post(
  { env }: Pipeline,
  what: 'events' | 'erase',
  body: object,
  signal?: AbortSignal,
): Promise<Response> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(new URL(`/internal/people/${what}`, env.PIPELINE_URL), {
    method: 'POST',
    headers: { authorization: `Bearer ${env.INTERNAL_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  if (!response.ok) throw new Error(`The pipeline answered ${response.status}.`);
  return response;
}
