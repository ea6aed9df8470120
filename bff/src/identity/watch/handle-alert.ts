import type { Account, AlertStatus, HandleAlertResult, handleAlertInput } from '@plaza/contracts';
import type { z } from 'zod';
import { appendAudit } from '../../audit/public.ts';
import type { Services } from '../../platform/services.ts';
import { notFound } from '../../platform/trpc.ts';
import { findAlert, setAlertStatus } from './alert.repository.ts';

type Input = z.output<typeof handleAlertInput>;

/** Takes note that somebody of the staff looks into it. @throws NOT_FOUND */
export const acknowledgeAlert = (services: Services, actor: Account, input: Input) =>
  handleAlert(services, actor, { ...input, from: ['open'], to: 'acknowledged' });

/** Settles an alert. Should it happen again, there is a new one. @throws NOT_FOUND */
export const closeAlert = (services: Services, actor: Account, input: Input) =>
  handleAlert(services, actor, { ...input, from: ['open', 'acknowledged'], to: 'closed' });

async function handleAlert(
  { database, clock }: Services,
  actor: Account,
  { alertId, reason, from, to }: Input & { from: readonly AlertStatus[]; to: 'acknowledged' | 'closed' },
): Promise<HandleAlertResult> {
  const at = clock.now();
  return database.client.begin(async (tx) => {
    if (!(await findAlert(tx, alertId))) throw notFound('alert');
    const isMoved = await setAlertStatus(tx, { alertId, from, to, handledBy: actor.id, reason, at });
    if (!isMoved)
      return {
        ok: false,
        code: 'wrong_status',
        message: 'Somebody else has handled this alert. Load it anew.',
      };
    await appendAudit(tx, {
      actor: { kind: 'admin', accountId: actor.id },
      action: `alert.${to}`,
      subject: { kind: 'alert', id: alertId },
      reason,
      at,
    });
    return { ok: true };
  });
}
