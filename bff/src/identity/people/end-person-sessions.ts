import type { Account, ChangePersonResult, endPersonSessionsInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { endAllAccess } from '../recovery/end-access.repository.ts';
import { deleteSessionsOf } from '../session.repository.ts';
import { changePerson } from './change-person.ts';

/**
 * Signs somebody out of one browser; or of all, and of every program, and no browser is spared the second step any more: when
 * a device is lost, or somebody else is in.
 */
export const endPersonSessions = (
  services: Services,
  actor: Account,
  { accountId, reason, sessionId }: z.output<typeof endPersonSessionsInput>,
): Promise<ChangePersonResult> =>
  changePerson(services, actor, {
    accountId,
    reason,
    change: 'endSessions',
    action: 'account.sessions_ended',
    details: { sessionId: sessionId ?? 'all' },
    apply: async (tx) => {
      if (sessionId === undefined) await endAllAccess(tx, accountId);
      else await deleteSessionsOf(tx, { accountId, onlyId: sessionId });
    },
  });
