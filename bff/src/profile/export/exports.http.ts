import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createVisitor, hashToken } from '../../identity/public.ts';
import { errorAnswer } from '../../platform/http-errors.ts';
import type { Services } from '../../platform/services.ts';
import { CONTEXTS } from '../sealed-fields.ts';
import { readPart, takeDownload } from './data-export.repository.ts';

const TOKEN = /^[\w-]{43}$/;

/**
 * Downloads of copies, `/<token>`: the token of `profile.openExport`, in the browser of the same account, once. A piece
 * at a time goes through memory.
 */
export function serveExports(services: Services): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/:token', async (c) => {
    const { token } = c.req.param();
    const visitor = createVisitor(services, {
      cookieHeader: c.req.header('cookie'),
      remoteAddress: '',
      userAgent: '',
      setCookie: null,
    });
    const session = TOKEN.test(token) ? await visitor.session() : null;
    const now = services.clock.now();
    const exportId =
      session &&
      (await takeDownload(services.database.client, {
        tokenHash: hashToken(token),
        accountId: session.account.id,
        now,
      }));
    if (!exportId) return errorAnswer(404, 'This link was used, or is too old. Ask for the copy once more.');
    const name = `plaza-data-${now.toISOString().slice(0, 10)}.json`;
    return new Response(streamParts(services, exportId), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  });
  return app;
}

function streamParts(
  { database, sealing }: Services,
  exportId: string,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let position = 0;
  return new ReadableStream({
    pull: async (controller) => {
      const sealed = await readPart(database.client, exportId, position);
      if (sealed === null) return controller.close();
      position += 1;
      controller.enqueue(encoder.encode(sealing.open(sealed, CONTEXTS.exportPart)));
    },
  });
}
