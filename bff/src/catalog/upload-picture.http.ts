import { MAX_PICTURE_BYTES, type uploadPictureResult } from '@plaza/contracts';
import type { z } from 'zod';
import { createTokenVisitor, createVisitor } from '../identity/public.ts';
import { bearerTokenIn } from '../platform/bearer.ts';
import { errorAnswer } from '../platform/http-errors.ts';
import { sellerMay } from '../platform/policy.ts';
import type { LimitRule } from '../platform/rate-limits.ts';
import type { Services } from '../platform/services.ts';
import { takeUpload, type UploadContext } from '../platform/take-upload.ts';
import { recodePicture } from './recode-picture.ts';

type UploadResult = z.input<typeof uploadPictureResult>;

const MAY_UPLOAD = sellerMay('listings');
const PER_SELLER: LimitRule = { name: 'upload-picture', points: 600, durationS: 3600 };

/**
 * Takes one picture of a seller. The kind is judged by its bytes, and what is kept is written anew from what can be seen.
 * Answers what a listing's `pictures` take, or why not.
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

    const picture = await takeUpload(c, MAX_PICTURE_BYTES, recodePicture);
    if (picture instanceof Response) return picture;
    const { bytes, extension, width, height } = picture;
    const url = await services.storage.put(bytes, extension);
    const taken: UploadResult = { ok: true, picture: { url, alt: '', width, height } };
    return c.json(taken, 200, { 'cache-control': 'no-store' });
  };
}
