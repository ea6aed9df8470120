import type { weeklyReportSchema } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { allowReport, isReportRefused, refuseReport } from './report.repository.ts';

type Choice = z.infer<typeof weeklyReportSchema>;

export const getReportChoice = async ({ database }: Services, account: { id: string }): Promise<Choice> => ({
  isOn: !(await isReportRefused(database.client, account.id)),
});

/** Whether somebody gets the weekly report from now on. */
export async function setReportChoice(
  { database, clock }: Services,
  account: { id: string },
  choice: Choice,
): Promise<Choice> {
  if (choice.isOn) await allowReport(database.client, account.id);
  else await refuseReport(database.client, account.id, clock.now());
  return choice;
}
