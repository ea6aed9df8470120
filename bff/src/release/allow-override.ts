import type { overrideAnswer, overrideBody } from '@plaza/contracts/manifest';
import type { z } from 'zod';
import { createVisitor } from '../identity/public.ts';
import { developer } from '../platform/policy.ts';
import type { Services } from '../platform/services.ts';
import { askerOf } from '../platform/trpc.ts';
import { isFrontend } from './frontend-member.repository.ts';
import { mayChange } from './own-frontend.ts';
import { findRelease } from './release.repository.ts';

/** Whether the browser with these cookies may see another release of a frontend than it would get, and which. */
export async function allowOverride(
  services: Services,
  { cookie, frontend, version }: z.output<typeof overrideBody>,
): Promise<z.output<typeof overrideAnswer>> {
  const request = { cookieHeader: cookie, remoteAddress: '', userAgent: '', setCookie: null };
  const session = await createVisitor(services, request).session();
  const verdict = developer.decide(askerOf(services, session));
  if (!session || verdict !== 'allowed') return { ok: false, code: 'not_allowed' };
  // What was never released belongs to nobody yet: it can only be on the machine of whoever asks.
  const isNew = version === null && !(await isFrontend(services.database.client, frontend));
  if (!isNew && !(await mayChange(services, session.account, frontend)))
    return { ok: false, code: 'not_allowed' };
  if (version === null) return { ok: true, release: null };
  const release = await findRelease(services.database.client, { frontend, version });
  return release ? { ok: true, release } : { ok: false, code: 'unknown_release' };
}
