import { z } from 'zod';
import type { Services } from '../platform/services.ts';

const rowSchema = z.object({ template: z.string(), data: z.object({ token: z.string().optional() }) });

/** Mails that wait for an address, oldest first: their kinds, and the tokens of their links. */
export async function waitingMails({ database }: Services, to: string) {
  const rows = await database.client`
    select template, data from mail where recipient = ${to} and status = 'queued' order by created_at, id`;
  return z.array(rowSchema).parse(rows);
}

/** The token of the newest link of a kind that waits for an address. */
export async function mailedToken(services: Services, to: string, template: string): Promise<string> {
  const found = (await waitingMails(services, to)).findLast((mail) => mail.template === template);
  if (!found?.data.token) throw new Error(`No ${template} waits for ${to}.`);
  return found.data.token;
}
