import {
  type Account,
  type CreateReleaseTokenResult,
  type createReleaseTokenInput,
  type endReleaseTokenInput,
  newId,
} from '@plaza/contracts';
import type { z } from 'zod';
import { appendAudit } from '../audit/public.ts';
import { hashToken, newToken } from '../identity/public.ts';
import type { Services } from '../platform/services.ts';
import { notFound } from '../platform/trpc.ts';
import { requireOwn } from './own-frontend.ts';
import { countTokens, deleteExpiredTokens, deleteToken, insertToken } from './release-token.repository.ts';

const MAX_TOKENS = 20;
const DAY_MS = 86_400_000;

/** Makes a token by which the release command acts for one frontend. It is answered this once. @throws NOT_FOUND */
export async function createToken(
  services: Services,
  actor: Account,
  { frontend, name, expiresInDays }: z.output<typeof createReleaseTokenInput>,
): Promise<CreateReleaseTokenResult> {
  const { database, clock } = services;
  await requireOwn(services, actor, frontend);
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + expiresInDays * DAY_MS);
  const id = newId();
  // Programs that look for secrets in sources know it by how it begins.
  const token = `plaza_release_${newToken()}`;
  const isMade = await database.client.begin(async (tx) => {
    if ((await countTokens(tx, { frontend, now })) >= MAX_TOKENS) return false;
    const tokenHash = hashToken(token);
    await insertToken(tx, { id, frontend, name, tokenHash, createdBy: actor.id, now, expiresAt });
    await appendAudit(tx, {
      actor: { kind: 'account', accountId: actor.id },
      action: 'release_token.created',
      subject: { kind: 'frontend', id: frontend },
      details: { tokenId: id },
      at: now,
    });
    return true;
  });
  if (!isMade)
    return {
      ok: false,
      code: 'too_many',
      message: `A frontend has at most ${MAX_TOKENS} tokens. End one that nobody needs.`,
    };
  const releaseToken = {
    id,
    name,
    createdAt: now.toISOString(),
    createdBy: actor.displayName,
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: null,
  };
  return { ok: true, token, releaseToken };
}

/** Ends a token, at once. @throws NOT_FOUND */
export async function endToken(
  services: Services,
  actor: Account,
  { frontend, tokenId }: z.output<typeof endReleaseTokenInput>,
): Promise<null> {
  const { database, clock } = services;
  await requireOwn(services, actor, frontend);
  await database.client.begin(async (tx) => {
    if (!(await deleteToken(tx, { id: tokenId, frontend }))) throw notFound('token');
    await appendAudit(tx, {
      actor: { kind: 'account', accountId: actor.id },
      action: 'release_token.ended',
      subject: { kind: 'frontend', id: frontend },
      details: { tokenId },
      at: clock.now(),
    });
  });
  return null;
}

/** For a job. */
export const removeExpiredTokens = ({ database, clock }: Services): Promise<void> =>
  deleteExpiredTokens(database.client, clock.now());
