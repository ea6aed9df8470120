import { type TrialBlocks, trialBlocksSchema } from '@plaza/contracts';
import { askPipeline } from '../../analytics/public.ts';
import { EMAIL_CONTEXT } from '../../identity/public.ts';
import { queueMail } from '../../notification/public.ts';
import type { Services } from '../../platform/services.ts';
import { listMemberEmails } from '../frontend-member.repository.ts';
import { listTrials, rollBackAsGuard, saveGuardState, type Trial } from '../trials.ts';
import { type GuardState, guardStateSchema, judgeBlocks, UNWATCHED } from './judge-blocks.ts';
import { messages } from './messages.ts';
import { rolledBackMail } from './rolled-back.mail.ts';

/** Nobody waits for it in front of a screen. */
const TIMEOUT_MS = 15_000;
/** Of a reason in the history. */
const MAX_LENGTH = 500;

/**
 * Judges what has become certain of each canary since the last time, and takes those back that are worse. Any number of
 * processes may do it at once: a state follows the one that it was made of, or is not kept.
 */
export async function watchCanaries(services: Services, signal?: AbortSignal): Promise<void> {
  for (const trial of await listTrials(services)) {
    if (signal?.aborted) return;
    await watchCanary(services, trial);
  }
}

async function watchCanary(services: Services, trial: Trial): Promise<void> {
  const { frontend, version, guardState } = trial;
  const before = readState(guardState);
  // Found to be worse by a process that came no further.
  if (before.report.state === 'worse') return takeBack(services, trial, before);
  const blocks = await readBlocks(services, trial, before);
  const after = blocks === null ? waiting(before) : judgeBlocks(before, blocks);
  if (after === before) return;
  const isKept = await saveGuardState(services, {
    frontend,
    version,
    expected: guardState,
    guardState: after,
  });
  if (isKept && after.report.state === 'worse') await takeBack(services, trial, after);
}

/** What was kept by a guard that judged otherwise is begun anew. */
const readState = (kept: unknown): GuardState => guardStateSchema.safeParse(kept).data ?? UNWATCHED;

/** @returns null when the pipeline does not answer */
async function readBlocks(
  services: Services,
  { frontend, version, startedAt }: Trial,
  { report }: GuardState,
): Promise<TrialBlocks | null> {
  const since = report.judgedUntil ?? startedAt.toISOString();
  const query = { frontend, version, since };
  return askPipeline(services, trialBlocksSchema, 'dashboards/trial', query, TIMEOUT_MS).catch(() => null);
}

const waiting = (state: GuardState): GuardState =>
  state.report.state === 'waiting' ? state : { ...state, report: { ...state.report, state: 'waiting' } };

async function takeBack(
  services: Services,
  { frontend, version, startedAt }: Trial,
  { report }: GuardState,
): Promise<void> {
  const worse = report.findings.filter(({ isWorse }) => isWorse);
  const reason = worse.map(messages.finding).join(' ').slice(0, MAX_LENGTH);
  const outcome = await rollBackAsGuard(services, { frontend, version, reason });
  if (!outcome.ok) return;
  const { database, sealing, clock, mailWaker } = services;
  const now = clock.now();
  for (const { accountId, email } of await listMemberEmails(database.client, frontend))
    await queueMail(database.client, rolledBackMail, {
      to: sealing.open(email, EMAIL_CONTEXT),
      data: { frontend, version, findings: reason, at: now.toISOString() },
      dedupeKey: `${frontend}:${version}:${startedAt.toISOString()}:${accountId}`,
      now,
    });
  mailWaker.wake();
}
