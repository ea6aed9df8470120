import type { HttpBindings } from '@hono/node-server';
import type { SocialError } from '@plaza/contracts';
import { remoteAddressOf } from '@plaza/edge/remote-address';
import { paths } from '@plaza/navigation/paths';
import { Hono, type Context as HonoContext } from 'hono';
import type { Services } from '../../platform/services.ts';
import type { Context } from '../../platform/trpc.ts';
import { createVisitor } from '../visitor.ts';
import { beginAttempt } from './begin-attempt.ts';
import { type Finished, finishAttempt } from './finish-attempt.ts';

type SocialContext = HonoContext<{ Bindings: HttpBindings }>;

/**
 * The browser's way to a provider and back: `/<provider>/start?returnTo=` and `/<provider>/callback`. Both answer with a
 * redirect, whatever happens: to the provider, to where the visitor wanted to be, or to a page that says what to do.
 */
export function serveSocialLogin(services: Services): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    c.header('referrer-policy', 'no-referrer');
  });
  app.get('/:provider/start', async (c) => {
    const providerId = c.req.param('provider');
    const returnTo = c.req.query('returnTo') ?? '/';
    // A page of somebody else must not begin a sign-in that the visitor has not asked for.
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      return c.redirect(paths.signIn(), 303);
    const begun = await beginAttempt(contextOf(services, c), { providerId, accountId: null, returnTo });
    return c.redirect(begun.ok ? begun.href : signInPage(begun.code, providerId, returnTo), 303);
  });
  app.get('/:provider/callback', async (c) => {
    const providerId = c.req.param('provider');
    const query = new URL(c.req.url).search;
    const finished = await finishAttempt(contextOf(services, c), { providerId, query });
    return c.redirect(pageAfter(finished, providerId), 303);
  });
  return app;
}

function contextOf(services: Services, c: SocialContext): Context {
  const { incoming } = c.env;
  const visitor = createVisitor(services, {
    cookieHeader: incoming.headers.cookie,
    remoteAddress: remoteAddressOf(
      c.req.header('x-forwarded-for'),
      incoming.socket.remoteAddress,
      services.env.TRUSTED_PROXIES,
    ),
    userAgent: incoming.headers['user-agent'] ?? '',
    setCookie: (header) => c.header('set-cookie', header, { append: true }),
  });
  return { services, visitor };
}

const signInPage = (error: SocialError, provider: string, returnTo: string) =>
  paths.signIn(returnTo, { error, provider });

function pageAfter(finished: Finished, providerId: string): string {
  switch (finished.kind) {
    case 'signed_in':
      return finished.returnTo;
    case 'second_factor':
      return paths.signIn(finished.returnTo, { step: 'second-factor' });
    case 'confirm_email':
      return paths.confirmSocial();
    case 'linked':
      return paths.connections({ connected: providerId });
    case 'problem':
      return finished.purpose === 'link'
        ? paths.connections({ error: finished.code, provider: providerId })
        : signInPage(finished.code, providerId, finished.returnTo);
  }
}
