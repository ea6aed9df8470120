import type { HttpBindings } from '@hono/node-server';
import { idSchema } from '@plaza/contracts';
import { remoteAddressOf } from '@plaza/edge/remote-address';
import { TRPCError } from '@trpc/server';
import { Hono } from 'hono';
import { createVisitor } from '../../identity/public.ts';
import { toCanonicalJson } from '../../platform/canonical-json.ts';
import { errorAnswer } from '../../platform/http-errors.ts';
import type { Services } from '../../platform/services.ts';
import { drawReceiptPdf } from './draw-receipt-pdf.ts';
import { getReceipt } from './get-receipt.ts';
import { publicKeys } from './seal-receipt.ts';

/** Drawing a PDF takes a moment of the processor that serves everybody. */
const PDF_LIMIT = { name: 'receipt-pdf', points: 20, durationS: 60 };
const FILE = /^(?<id>[0-9a-f-]{36})\.(?<kind>pdf|json)$/;
const PRIVATE = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' };

/**
 * Receipts as files, for their buyers: `/<order id>.pdf`, and `/<order id>.json` with the very bytes of the digest.
 * `/keys.json` has the public halves of the keys, for whoever wants to check a signature alone.
 */
export function serveReceipts(services: Services): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/keys.json', (c) => {
    c.header('cache-control', 'public, max-age=3600');
    return c.json({ keys: publicKeys(services.env.RECEIPT_KEYS) });
  });
  app.get('/:file', async (c) => {
    const { id, kind } = FILE.exec(c.req.param('file'))?.groups ?? {};
    const orderId = idSchema.safeParse(id);
    const visitor = createVisitor(services, {
      cookieHeader: c.env.incoming.headers.cookie,
      remoteAddress: '',
      userAgent: '',
      setCookie: (header) => c.header('set-cookie', header, { append: true }),
    });
    const found = orderId.success ? await findReceipt(services, visitor, orderId.data) : null;
    if (!found) return errorAnswer(404, 'There is no such receipt.');
    const name = `plaza-receipt-${found.content.orderNumber}.${kind}`;
    const headers = { ...PRIVATE, 'content-disposition': `inline; filename="${name}"` };
    if (kind === 'json')
      return c.body(toCanonicalJson(found.content), 200, { ...headers, 'content-type': 'application/json' });
    const address = remoteAddressOf(
      c.req.header('x-forwarded-for'),
      c.env.incoming.socket.remoteAddress,
      services.env.TRUSTED_PROXIES,
    );
    const limit = await services.rateLimits.consume(PDF_LIMIT, address);
    if (!limit.allowed) return errorAnswer(429, 'That were many receipts. Please wait a minute.');
    const pdf = new Uint8Array(await drawReceiptPdf(found));
    return c.body(pdf, 200, { ...headers, 'content-type': 'application/pdf' });
  });
  return app;
}

/** Null when there is none, it is somebody else's, or nobody has paid yet. */
async function findReceipt(services: Services, visitor: ReturnType<typeof createVisitor>, orderId: string) {
  try {
    const result = await getReceipt({ services, visitor }, { orderId });
    return result.ok ? result.receipt : null;
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
