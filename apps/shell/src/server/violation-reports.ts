import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { z } from 'zod';

/** Where browsers report what the content policy of a document has stopped. */
export const VIOLATIONS_PATH = '/violations';

const MAX_BODY_BYTES = 16 * 1024;
const MAX_REPORTS_PER_REQUEST = 20;
const MAX_LOGGED_PER_MINUTE = 120;
const MINUTE_MS = 60_000;

const text = z.string().max(4_000).catch('');

/** As `report-uri` sends one, in words with dashes. */
const oldReport = z.object({
  'csp-report': z
    .object({
      'document-uri': text,
      'blocked-uri': text,
      'effective-directive': text,
      'violated-directive': text,
      'source-file': text,
      'line-number': z.number().catch(0),
    })
    .transform((report) => ({
      documentUrl: report['document-uri'],
      blockedUrl: report['blocked-uri'],
      directive: report['effective-directive'] || report['violated-directive'],
      sourceFile: report['source-file'],
      line: report['line-number'],
    })),
});

/** As `report-to` sends several. */
const newReport = z.object({
  type: z.literal('csp-violation'),
  body: z
    .object({
      documentURL: text,
      blockedURL: text,
      effectiveDirective: text,
      sourceFile: text,
      lineNumber: z.number().catch(0),
    })
    .transform((report) => ({
      documentUrl: report.documentURL,
      blockedUrl: report.blockedURL,
      directive: report.effectiveDirective,
      sourceFile: report.sourceFile,
      line: report.lineNumber,
    })),
});

const bodySchema = z.union([
  oldReport.transform((report) => [report['csp-report']]),
  z
    .array(z.unknown())
    .max(MAX_REPORTS_PER_REQUEST)
    .transform((reports) =>
      reports.flatMap((report) => {
        const parsed = newReport.safeParse(report);
        return parsed.success ? [parsed.data.body] : [];
      }),
    ),
]);

const tooLarge = (c: Context) => c.body(null, 413, { connection: 'close' });
export const limitReport = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: tooLarge });

/**
 * Takes reports and writes them to the log: 204, or 400 for what is none. Anybody can send them, so no more than some a
 * minute are written; the rest is counted.
 */
export function takeViolations(log: Logger, now: () => number = Date.now): (c: Context) => Promise<Response> {
  let minute = 0;
  let takenCount = 0;
  const mayLog = (): boolean => {
    const current = Math.floor(now() / MINUTE_MS);
    if (current !== minute) {
      const leftOut = takenCount - MAX_LOGGED_PER_MINUTE;
      if (leftOut > 0) log.warn({ leftOut }, 'more violations of the content policy were reported');
      minute = current;
      takenCount = 0;
    }
    takenCount += 1;
    return takenCount <= MAX_LOGGED_PER_MINUTE;
  };
  return async (c) => {
    const parsed = bodySchema.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success) return c.body(null, 400);
    for (const { documentUrl, blockedUrl, directive, sourceFile, line } of parsed.data) {
      if (!mayLog()) continue;
      const violation = {
        directive: directive.slice(0, 50),
        blocked: withoutQuery(blockedUrl),
        page: withoutQuery(documentUrl),
        source: withoutQuery(sourceFile),
        line,
      };
      log.warn({ violation }, 'the content policy stopped something');
    }
    return c.body(null, 204);
  };
}

/** Queries and fragments hold what people type, and tokens of mails. What is no address (`inline`, `eval`) stays. */
const withoutQuery = (url: string): string => (url.split(/[?#]/, 1)[0] ?? '').slice(0, 300);
