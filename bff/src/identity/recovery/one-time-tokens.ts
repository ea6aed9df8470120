import type { Query } from '../../platform/query.ts';
import { hashToken, newToken } from '../tokens.ts';
import * as repository from './one-time-token.repository.ts';
import { TOKEN_LIFE_MS, type TokenPurpose } from './purposes.ts';

/** Ways back, of which an intruder must not get rid by asking for another one. */
const SIDE_BY_SIDE: readonly TokenPurpose[] = ['undo_email', 'not_me'];

interface NewToken {
  purpose: TokenPurpose;
  /** Null where there is no account and nobody may notice. */
  accountId: string | null;
  /** What is needed when the link is used. Personal things sealed. */
  data?: object;
  now: Date;
}

/**
 * Makes a link's token in the caller's transaction; earlier ones of the account for the same purpose are void, but for
 * ways back. Answers the token for the mail; the table keeps its hash.
 */
export async function issueToken(
  query: Query,
  { purpose, accountId, data = {}, now }: NewToken,
): Promise<string> {
  if (!SIDE_BY_SIDE.includes(purpose))
    await repository.voidTokens(query, { accountId, purposes: [purpose], now });
  const token = newToken();
  const expiresAt = new Date(now.getTime() + TOKEN_LIFE_MS[purpose]);
  await repository.insertToken(query, {
    tokenHash: hashToken(token),
    purpose,
    accountId,
    data,
    expiresAt,
    now,
  });
  return token;
}

interface Shown {
  token: string;
  purpose: TokenPurpose;
  now: Date;
}
type Found = { accountId: string; data: unknown };

/** What a link stands for while it works, or null. Looking does not use it up. */
export const readToken = async (query: Query, { token, ...wanted }: Shown): Promise<Found | null> =>
  withAccount(await repository.findToken(query, { tokenHash: hashToken(token), ...wanted }));

/** Uses a link up: of many who do so at once, one gets it. Null for everybody else, and for one that does not work. */
export const useToken = async (query: Query, { token, ...wanted }: Shown): Promise<Found | null> =>
  withAccount(await repository.takeToken(query, { tokenHash: hashToken(token), ...wanted }));

function withAccount(record: repository.TokenRecord | null): Found | null {
  if (record === null || record.accountId === null) return null;
  return { accountId: record.accountId, data: record.data };
}

export const LINK_INVALID = {
  ok: false,
  code: 'link_invalid',
  message: 'This link does not work any more: it was used, is too old, or a newer one was sent.',
} as const;
