import type { HttpBindings } from '@hono/node-server';
import { MAX_PICTURE_BYTES, type uploadPictureResult } from '@plaza/contracts';
import type { Context } from 'hono';
import type { z } from 'zod';
import { createTokenVisitor, createVisitor } from '../identity/public.ts';
import { bearerTokenIn } from '../platform/bearer.ts';
import { errorAnswer } from '../platform/http-errors.ts';
import { sellerMay } from '../platform/policy.ts';
import type { LimitRule } from '../platform/rate-limits.ts';
import type { Services } from '../platform/services.ts';
import { recodePicture } from './recode-picture.ts';

type UploadContext = Context<{ Bindings: HttpBindings }>;
type UploadResult = z.input<typeof uploadPictureResult>;

/** What a multipart body adds around the picture. */
const ENVELOPE_BYTES = 64 * 1024;
const MAY_UPLOAD = sellerMay('listings');
const PER_SELLER: LimitRule = { name: 'upload-picture', points: 600, durationS: 3600 };

/**
 * Takes one picture of a seller, as the body itself or as the first file of a form. The kind is judged by its bytes, and
 * what is kept is written anew from what can be seen.
 * Answers what a listing's `pictures` take, or why not: 400 nothing sent, 413 too large, 415 no picture.
 */
export function takePicture(services: Services): (c: UploadContext) => Promise<Response> {
  return async (c) => {
    const origin = { remoteAddress: '', userAgent: '' };
    const token = bearerTokenIn(c.req.header('authorization'));
    const visitor = token
      ? createTokenVisitor(services, token, origin)
      : createVisitor(services, { ...origin, cookieHeader: c.req.header('cookie'), setCookie: null });
    const session = await visitor.session();
    if (session?.scopes && !session.scopes.includes('catalog:write'))
      return errorAnswer(403, 'The token needs the scope catalog:write.');
    const account = session?.account ?? null;
    const verdict = MAY_UPLOAD.decide({
      account,
      provedAt: null,
      isStaffProved: false,
      now: services.clock.now(),
    });
    if (verdict === 'sign_in_required') return errorAnswer(401, 'Sign in to continue.');
    if (verdict !== 'allowed' || !account?.seller) return errorAnswer(403, 'Your account does not sell.');
    const limit = await services.rateLimits.consume(PER_SELLER, account.seller.id);
    if (!limit.allowed) return errorAnswer(429, 'Too many pictures for now. Try again later.');

    const length = Number(c.req.header('content-length'));
    if (!Number.isInteger(length)) return errorAnswer(411, 'State the length of the picture.');
    if (length > MAX_PICTURE_BYTES + ENVELOPE_BYTES) return answer(c, 413, tooLarge);
    const body = await readBody(c);
    if (body === 'malformed') return errorAnswer(400, 'The form could not be read.');
    if (!body || body.length === 0) return answer(c, 400, nothingSent);
    if (body.length > MAX_PICTURE_BYTES) return answer(c, 413, tooLarge);
    const picture = await recodePicture(body);
    if (!picture) return answer(c, 415, notAPicture);
    const { bytes, extension, width, height } = picture;
    const url = await services.storage.put(bytes, extension);
    return answer(c, 200, { ok: true, picture: { url, alt: '', width, height } });
  };
}

async function readBody(c: UploadContext): Promise<Uint8Array | null | 'malformed'> {
  if (!c.req.header('content-type')?.startsWith('multipart/form-data'))
    return new Uint8Array(await c.req.arrayBuffer());
  try {
    const form = await c.req.formData();
    for (const value of form.values()) {
      if (value instanceof File) return new Uint8Array(await value.arrayBuffer());
    }
    return null;
  } catch {
    return 'malformed';
  }
}

const answer = (c: UploadContext, status: 200 | 400 | 413 | 415, result: UploadResult) =>
  c.json(result, status, { 'cache-control': 'no-store', ...(status === 413 ? { connection: 'close' } : {}) });

const tooLarge: UploadResult = {
  ok: false,
  code: 'too_large',
  message: `Pictures may have at most ${MAX_PICTURE_BYTES / 1024 / 1024} MB.`,
};
const notAPicture: UploadResult = {
  ok: false,
  code: 'not_a_picture',
  message: 'Send a JPEG, PNG, WebP or AVIF picture.',
};
const nothingSent: UploadResult = { ok: false, code: 'nothing_sent', message: 'Choose a picture first.' };
