import { z } from 'zod';

/** Whether the asker gets the report of a week by mail. */
export const weeklyReportSchema = z.object({ isOn: z.boolean() });
/** Of the link in a report. */
export const stopReportInput = z.object({ token: z.string().min(1).max(200) });
export const stopReportResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), code: z.literal('link_invalid'), message: z.string() }),
]);
export type StopReportResult = z.infer<typeof stopReportResult>;
