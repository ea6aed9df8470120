import { type Account, MAX_AVATAR_BYTES, type uploadAvatarResult } from '@plaza/contracts';
import type { z } from 'zod';
import { recodeSquare } from '../catalog/public.ts';
import { createVisitor } from '../identity/public.ts';
import { errorAnswer } from '../platform/http-errors.ts';
import { signedIn } from '../platform/policy.ts';
import type { LimitRule } from '../platform/rate-limits.ts';
import type { Services } from '../platform/services.ts';
import { takeUpload, type UploadContext } from '../platform/take-upload.ts';
import { changeAvatar } from './change-avatar.ts';

type UploadResult = z.input<typeof uploadAvatarResult>;

/** Twice as large as any page shows it, for sharp screens. */
const AVATAR_PX = 384;
const PER_ACCOUNT: LimitRule = { name: 'upload-avatar', points: 30, durationS: 3600 };

/**
 * Takes the picture of whoever is signed in. The kind is judged by its bytes; what is kept is a
 * square, written anew from what can be seen, and the one before is removed.
 */
export function takeAvatar(services: Services): (c: UploadContext) => Promise<Response> {
  return async (c) => {
    const account = await findAccount(services, c);
    if (!account) return errorAnswer(401, 'Sign in to continue.');
    const limit = await services.rateLimits.consume(PER_ACCOUNT, account.id);
    if (!limit.allowed) return errorAnswer(429, 'Too many pictures for now. Try again later.');

    const picture = await takeUpload(c, MAX_AVATAR_BYTES, (bytes) => recodeSquare(bytes, AVATAR_PX));
    if (picture instanceof Response) return picture;
    const avatarUrl = await services.storage.putOwn(picture.bytes, picture.extension);
    await changeAvatar(services, account, avatarUrl);
    const taken: UploadResult = { ok: true, avatarUrl };
    return c.json(taken, 200, { 'cache-control': 'no-store' });
  };
}

async function findAccount(services: Services, c: UploadContext): Promise<Account | null> {
  const visitor = createVisitor(services, {
    cookieHeader: c.req.header('cookie'),
    remoteAddress: '',
    userAgent: '',
    setCookie: null,
  });
  const session = await visitor.session();
  const account = session?.account ?? null;
  const verdict = signedIn.decide({
    account,
    provedAt: null,
    isStaffProved: false,
    now: services.clock.now(),
  });
  return verdict === 'allowed' ? account : null;
}
