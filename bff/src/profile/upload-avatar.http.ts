import type { HttpBindings } from '@hono/node-server';
import { type Account, MAX_AVATAR_BYTES, type uploadAvatarResult } from '@plaza/contracts';
import type { Context } from 'hono';
import type { z } from 'zod';
import { recodeSquare } from '../catalog/public.ts';
import { createVisitor } from '../identity/public.ts';
import { errorAnswer } from '../platform/http-errors.ts';
import { signedIn } from '../platform/policy.ts';
import type { LimitRule } from '../platform/rate-limits.ts';
import type { Services } from '../platform/services.ts';
import { changeAvatar } from './change-avatar.ts';

type UploadContext = Context<{ Bindings: HttpBindings }>;
type UploadResult = z.input<typeof uploadAvatarResult>;

/** Twice as large as any page shows it, for sharp screens. */
const AVATAR_PX = 384;
const PER_ACCOUNT: LimitRule = { name: 'upload-avatar', points: 30, durationS: 3600 };

/**
 * Takes the picture of whoever is signed in, as the body itself. The kind is judged by its bytes; what is kept is a
 * square, written anew from what can be seen, and the one before is removed.
 */
export function takeAvatar(services: Services): (c: UploadContext) => Promise<Response> {
  return async (c) => {
    const account = await findAccount(services, c);
    if (!account) return errorAnswer(401, 'Sign in to continue.');
    const limit = await services.rateLimits.consume(PER_ACCOUNT, account.id);
    if (!limit.allowed) return errorAnswer(429, 'Too many pictures for now. Try again later.');

    const length = Number(c.req.header('content-length'));
    if (!Number.isInteger(length)) return errorAnswer(411, 'State the length of the picture.');
    if (length > MAX_AVATAR_BYTES) return answer(c, 413, tooLarge);
    const body = new Uint8Array(await c.req.arrayBuffer());
    if (body.length === 0) return answer(c, 400, nothingSent);
    if (body.length > MAX_AVATAR_BYTES) return answer(c, 413, tooLarge);
    const picture = await recodeSquare(body, AVATAR_PX);
    if (!picture) return answer(c, 415, notAPicture);
    const avatarUrl = await services.storage.putOwn(picture.bytes, picture.extension);
    await changeAvatar(services, account, avatarUrl);
    return answer(c, 200, { ok: true, avatarUrl });
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

const answer = (c: UploadContext, status: 200 | 400 | 413 | 415, result: UploadResult) =>
  c.json(result, status, { 'cache-control': 'no-store', ...(status === 413 ? { connection: 'close' } : {}) });

const tooLarge: UploadResult = {
  ok: false,
  code: 'too_large',
  message: `Pictures may have at most ${MAX_AVATAR_BYTES / 1024 / 1024} MB.`,
};
const notAPicture: UploadResult = {
  ok: false,
  code: 'not_a_picture',
  message: 'Send a JPEG, PNG, WebP or AVIF picture.',
};
const nothingSent: UploadResult = { ok: false, code: 'nothing_sent', message: 'Choose a picture first.' };
