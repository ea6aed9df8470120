import { EMAIL_CONTEXT } from '../../identity/public.ts';
import { queueMail } from '../../notification/public.ts';
import type { Services } from '../../platform/services.ts';
import { findReportReaders } from './report.repository.ts';
import { weekToReport } from './report-week.ts';
import { weeklyReport } from './weekly-report.mail.ts';

const BATCH_SIZE = 200;

/**
 * On Monday queues last week's report for everybody who is to get it. Any number of processes may do it at once and as
 * often as they like: a reader's report of a week has one key in the queue.
 */
export async function queueReports(services: Services, signal?: AbortSignal): Promise<void> {
  const { database, sealing, clock, mailWaker } = services;
  const now = clock.now();
  const week = weekToReport(now);
  if (!week) return;
  const keySuffix = `:${week.from}`;
  while (!signal?.aborted) {
    const readers = await findReportReaders(database.client, {
      keyPrefix: `${weeklyReport.name}:`,
      keySuffix,
      limit: BATCH_SIZE,
    });
    for (const { accountId, sellerId, email } of readers)
      await queueMail(database.client, weeklyReport, {
        to: sealing.open(email, EMAIL_CONTEXT),
        data: { accountId, sellerId, week },
        dedupeKey: `${accountId}${keySuffix}`,
        now,
      });
    if (readers.length > 0) mailWaker.wake();
    if (readers.length < BATCH_SIZE) return;
  }
}
