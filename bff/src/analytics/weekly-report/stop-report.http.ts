import { paths } from '@plaza/navigation/paths';
import { Hono } from 'hono';
import { errorAnswer } from '../../platform/http-errors.ts';
import type { Services } from '../../platform/services.ts';
import { stopReport } from './stop-report.ts';

export const STOP_REPORT_PATH = '/api/reports/stop';

/** For mail programs that end a subscription themselves (RFC 8058): a POST without cookies to the address in the mail. */
export function serveStopReport(services: Services): Hono {
  const app = new Hono();
  // Some open the address instead: the page asks before it does anything, since programs that look for dangers open links.
  app.get('/', (c) => c.redirect(paths.stopReport(c.req.query('token') ?? ''), 302));
  app.post('/', async (c) => {
    const result = await stopReport(services, { token: (c.req.query('token') ?? '').slice(0, 200) });
    return result.ok ? c.body(null, 204) : errorAnswer(404, result.message);
  });
  return app;
}
