import {
  type ReplayByStaffInput,
  type ReplayByStaffResult,
  type ReplayDeadLettersInput,
  type ReplayDeadLettersResult,
  replayDeadLettersResultSchema,
} from '@plaza/contracts';
import { TRPCError } from '@trpc/server';
import { appendAudit } from '../../audit/public.ts';
import type { Services } from '../../platform/services.ts';

/** A call to the pipeline takes hundreds of letters. */
const CALL_TIMEOUT_MS = 20_000;
/** After this the answer says how far it went. */
const TIME_MS = 10_000;
const MAX_SHOWN_REFUSALS = 20;

/**
 * Lets dead letters go through the pipeline's steps again. Written down before anything is done, so that nothing can
 * happen unseen; the letters themselves may be sent again any number of times.
 * @throws SERVICE_UNAVAILABLE when the pipeline does not answer, or cannot store them now
 */
export async function replayDeadLetters(
  services: Services,
  actor: { id: string },
  { letters, reason }: ReplayByStaffInput,
): Promise<ReplayByStaffResult> {
  const startedAt = services.clock.now();
  await services.database.client.begin((tx) =>
    appendAudit(tx, {
      actor: { kind: 'admin', accountId: actor.id },
      action: 'dead_letters.replayed',
      subject:
        'ids' in letters
          ? { kind: 'dead_letter', id: letters.ids[0] ?? '' }
          : { kind: 'dead_letters', id: letters.reason },
      details: 'ids' in letters ? { letters: letters.ids.length } : {},
      reason,
      at: startedAt,
    }),
  );
  const result: ReplayByStaffResult = { replayedCount: 0, refusedCount: 0, refused: [], isComplete: false };
  const deadline = Date.now() + TIME_MS;
  let after: string | null = null;
  do {
    const call: ReplayDeadLettersInput = after === null ? letters : { ...letters, after };
    const part = await replay(services, call);
    result.replayedCount += part.replayedCount;
    result.refusedCount += part.refusedCount;
    result.refused = [...result.refused, ...part.refused].slice(0, MAX_SHOWN_REFUSALS);
    after = part.nextAfter;
  } while (after !== null && Date.now() < deadline);
  return { ...result, isComplete: after === null };
}

async function replay(
  { env, log }: Services,
  input: ReplayDeadLettersInput,
): Promise<ReplayDeadLettersResult> {
  try {
    const response = await fetch(new URL('/internal/dead-letters/replay', env.PIPELINE_URL), {
      method: 'POST',
      headers: { authorization: `Bearer ${env.INTERNAL_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`The pipeline answered ${response.status}.`);
    return replayDeadLettersResultSchema.parse(await response.json());
  } catch (error) {
    log.warn({ err: error }, 'dead letters could not be replayed');
    throw new TRPCError({
      code: 'SERVICE_UNAVAILABLE',
      message: 'The pipeline could not take them now. Please try again in a minute.',
    });
  }
}
