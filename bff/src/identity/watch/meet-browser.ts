import { type Account, newId } from '@plaza/contracts';
import { queueMail } from '../../notification/public.ts';
import type { LimitRule } from '../../platform/rate-limits.ts';
import type { Context } from '../../platform/trpc.ts';
import { describeDevice } from '../describe-device.ts';
import { newDeviceMail } from '../mails/notice.mails.ts';
import { issueToken } from '../recovery/one-time-tokens.ts';
import { hashToken, newToken } from '../tokens.ts';
import { isTokenOurs, listBrowsers, saveBrowser } from './known-browser.repository.ts';
import { noteFinding } from './note-sign-in.ts';
import { judgeNovelty } from './novelty.ts';

const KNOWN_MS = 365 * 86_400_000;
/** More notices would bury the first ones. */
const NOTICES: LimitRule = { name: 'new-device-notice', points: 5, durationS: 3_600 };

interface MetBrowser {
  isKnown: boolean;
  token: string;
  expiresAt: Date;
}

/**
 * Remembers the browser of somebody who has just signed in, and tells the owner when it, or the place, is new. Answers
 * whether it was known, and the cookie that it is known by from now on.
 */
export async function meetBrowser(ctx: Context, account: Account): Promise<MetBrowser> {
  const { services, visitor } = ctx;
  const { client } = services.database;
  const now = services.clock.now();
  const shown = visitor.readCookie('browser');
  const place = services.places.find(visitor.remoteAddress);
  const { isKnown, isNotable, travel } = judgeNovelty({
    browsers: await listBrowsers(client, account.id),
    tokenHash: shown && hashToken(shown),
    place,
    openedAt: new Date(account.createdAt),
    now,
  });
  // A cookie that somebody else has put there is never made known.
  const token = shown && (isKnown || (await isTokenOurs(client, hashToken(shown)))) ? shown : newToken();
  const expiresAt = new Date(now.getTime() + KNOWN_MS);
  const isTold =
    isNotable && account.isEmailVerified && (await services.rateLimits.consume(NOTICES, account.id)).allowed;
  await client.begin(async (tx) => {
    await saveBrowser(tx, { accountId: account.id, tokenHash: hashToken(token), place, now, expiresAt });
    if (!isTold) return;
    const data = {
      at: now.toISOString(),
      token: await issueToken(tx, { purpose: 'not_me', accountId: account.id, now }),
      device: describeDevice(visitor.userAgent),
      place: place?.label ?? null,
    };
    await queueMail(tx, newDeviceMail, { data, dedupeKey: newId(), now, to: account.email });
  });
  if (isTold) services.mailWaker.wake();
  if (travel) noteFinding(services, travel, account.id);
  return { isKnown, token, expiresAt };
}
