import { appendAudit } from '../../audit/public.ts';
import { erasedMail } from '../../identity/mails/public.ts';
import { EMAIL_CONTEXT, findAccount } from '../../identity/public.ts';
import { queueMail } from '../../notification/public.ts';
import type { Query } from '../../platform/query.ts';
import type { Services } from '../../platform/services.ts';
import { readOrderIdsOf } from '../export/person-records.repository.ts';
import type { Person } from '../person.ts';
import { eraseEvents, ORDERS_PER_CALL } from '../pipeline-people.ts';
import * as records from './erase-account.repository.ts';
import * as repository from './erasure.repository.ts';
import { findObstacles } from './obstacles.repository.ts';

const LEASE_MS = 5 * 60_000;
const DAY_MS = 86_400_000;
/** Longer than anything is on its way to the store of events, and than the provider's events take. */
const SWEEP_AFTER_MS = 15 * 60_000;

/**
 * Erases the accounts whose time has come: in the database in one transaction, then in the store of events, and a while
 * later once more, for what was on its way meanwhile. A step that fails is tried again until it is done.
 * @returns how many steps were done
 */
export async function carryOutErasures(services: Services, signal?: AbortSignal): Promise<number> {
  const { client } = services.database;
  let count = 0;
  while (!signal?.aborted) {
    const claimed = await repository.claimErasure(client, { now: services.clock.now(), leaseMs: LEASE_MS });
    if (!claimed) return count;
    try {
      await takeStep(services, claimed, signal);
      count += 1;
    } catch (error) {
      services.log.error({ err: error, accountId: claimed.accountId }, 'an account could not be erased yet');
    }
  }
  return count;
}

async function takeStep(
  services: Services,
  erasure: repository.ClaimedErasure,
  signal?: AbortSignal,
): Promise<void> {
  const { client } = services.database;
  const { accountId } = erasure;
  const now = services.clock.now();
  if (erasure.status === 'waiting') {
    const erased = await client.begin((tx) => eraseHere(services, tx, erasure, now));
    if (!erased) return;
    if (erased.avatarUrl !== null) await services.storage.remove(erased.avatarUrl);
    services.changes.tell(`account:${accountId}`);
    services.mailWaker.wake();
    return takeStep(services, { ...erasure, status: 'erasing' }, signal);
  }
  await eraseThere(services, erasure, signal);
  const nextAttemptAt = new Date(now.getTime() + SWEEP_AFTER_MS);
  if (erasure.status === 'erasing')
    return repository.saveStep(client, { accountId, status: 'sweeping', now, nextAttemptAt });
  await records.eraseTraces(client, erasure);
  const isFarewellGone = await records.eraseFarewell(client, `${erasedMail.name}:${accountId}`);
  if (isFarewellGone) return repository.saveStep(client, { accountId, status: 'done', now, nextAttemptAt });
  await repository.postpone(client, { accountId, nextAttemptAt });
}

/** Null when it was undone, or when something has to come to its end first; then it is tried again the next day. */
async function eraseHere(
  { sealing }: Services,
  tx: Query,
  { accountId, buyerKey }: repository.ClaimedErasure,
  now: Date,
): Promise<{ avatarUrl: string | null } | null> {
  if (!(await repository.lockWaiting(tx, accountId))) return null;
  const account = await findAccount(tx, accountId);
  if (!account || account.status === 'erased') return null;
  const email = sealing.open(account.email, EMAIL_CONTEXT);
  const person: Person = { accountId, verifiedEmail: account.emailVerifiedAt === null ? null : email };
  if ((await findObstacles(tx, person, now)).length > 0) {
    await repository.postpone(tx, { accountId, nextAttemptAt: new Date(now.getTime() + DAY_MS) });
    return null;
  }
  await records.eraseCartsAndMails(tx, { ...person, verifiedEmail: email });
  const orderCount = await records.eraseBuyer(tx, person, buyerKey);
  await records.eraseTraces(tx, { accountId, buyerKey });
  await records.eraseBelongings(tx, accountId);
  await records.eraseShops(tx, accountId);
  const avatarUrl = await records.eraseAccountRow(tx, accountId);
  await repository.saveStep(tx, { accountId, status: 'erasing', now, nextAttemptAt: now });
  await queueMail(tx, erasedMail, {
    to: email,
    data: { at: now.toISOString() },
    dedupeKey: accountId,
    now,
  });
  await appendAudit(tx, {
    actor: { kind: 'system', accountId: null },
    action: 'account.erased',
    subject: { kind: 'account', id: accountId },
    details: { orderCount },
    at: now,
  });
  return { avatarUrl };
}

/** Events of the person in the store that only the pipeline writes. The orders are found by their new name. */
async function eraseThere(
  services: Services,
  { accountId, buyerKey }: repository.ClaimedErasure,
  signal?: AbortSignal,
): Promise<void> {
  let isAsked = false;
  const { client } = services.database;
  for await (const orderIds of readOrderIdsOf(client, buyerKey, ORDERS_PER_CALL)) {
    isAsked = true;
    await eraseEvents(services, { accountId, buyerKey, orderIds }, signal);
  }
  if (!isAsked) await eraseEvents(services, { accountId, buyerKey, orderIds: [] }, signal);
}
