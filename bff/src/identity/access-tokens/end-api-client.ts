import { appendAudit } from '../../audit/public.ts';
import type { Query } from '../../platform/query.ts';
import type { Services } from '../../platform/services.ts';
import { notFound, type Session } from '../../platform/trpc.ts';
import { deleteClient, type EndedClient } from './api-client.repository.ts';

/** Ends a client in the caller's transaction, and writes it down: see `appendAudit`. Null when there was none. */
export async function endClient(
  tx: Query,
  input: {
    clientId: string;
    accountId?: string;
    action: 'api_client.ended' | 'api_client.reuse_detected';
    at: Date;
  },
): Promise<EndedClient | null> {
  const ended = await deleteClient(tx, input);
  if (!ended) return null;
  await appendAudit(tx, {
    actor: { kind: 'account', accountId: ended.accountId },
    action: input.action,
    subject: { kind: 'api_client', id: ended.id },
    at: input.at,
  });
  return ended;
}

/**
 * Ends a program of one's own, at once and everywhere: its refresh token, and the access tokens that it holds.
 * @throws NOT_FOUND when the account has no such client
 */
export async function endApiClient(
  { services, session }: { services: Services; session: Session },
  { clientId }: { clientId: string },
): Promise<null> {
  const at = services.clock.now();
  const accountId = session.account.id;
  const ended = await services.database.client.begin((tx) =>
    endClient(tx, { clientId, accountId, action: 'api_client.ended', at }),
  );
  if (!ended) throw notFound('API client');
  services.changes.tell(`api_client:${clientId}`);
  return null;
}
