import { type eraseInput, type eraseResult, newId } from '@plaza/contracts';
import type { z } from 'zod';
import { appendAudit } from '../../audit/public.ts';
import { endSessionsOf } from '../../identity/public.ts';
import { queueMail } from '../../notification/public.ts';
import type { Context, Session } from '../../platform/trpc.ts';
import { toPerson } from '../person.ts';
import { insertErasure } from './erasure.repository.ts';
import { erasureAskedMail } from './erasure-asked.mail.ts';
import { findObstacles } from './obstacles.repository.ts';

const DAY_MS = 86_400_000;

/**
 * Puts the account on the list of those to be erased and signs it out everywhere. Until it is due, signing in and saying
 * so keeps it.
 */
export async function askForErasure(
  { services, visitor, session }: Pick<Context, 'services' | 'visitor'> & { session: Session },
  { confirmation }: z.output<typeof eraseInput>,
): Promise<z.output<typeof eraseResult>> {
  const { account } = session;
  if (confirmation !== account.email) return wrongConfirmation;
  const now = services.clock.now();
  const result = await services.database.client.begin(async (tx) => {
    const obstacles = await findObstacles(tx, toPerson(account), now);
    if (obstacles.length > 0) return { ...underWay, obstacles };
    const dueAt = await insertErasure(tx, {
      accountId: account.id,
      buyerKey: `erased:${newId()}`,
      now,
      dueAt: new Date(now.getTime() + services.env.ERASURE_GRACE_DAYS * DAY_MS),
    });
    const due = dueAt.toISOString();
    await queueMail(tx, erasureAskedMail, {
      to: account.email,
      data: { displayName: account.displayName, dueAt: due },
      dedupeKey: `${account.id}:${due}`,
      now,
    });
    await appendAudit(tx, {
      actor: { kind: 'account', accountId: account.id },
      action: 'account.erasure_asked',
      subject: { kind: 'account', id: account.id },
      at: now,
    });
    return { ok: true, code: 'asked', dueAt: due } as const;
  });
  if (!result.ok) return result;
  await endSessionsOf(services, { accountId: account.id });
  visitor.clearSession();
  services.mailWaker.wake();
  return result;
}

const wrongConfirmation = {
  ok: false,
  code: 'wrong_confirmation',
  message: 'Type the e-mail address of your account.',
} as const;
const underWay = {
  ok: false,
  code: 'under_way',
  message: 'Some things have to come to their end first.',
} as const;
