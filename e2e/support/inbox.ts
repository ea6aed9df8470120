import { expect } from '@playwright/test';
import { z } from 'zod';
import { market } from './market.ts';

const inboxSchema = z.object({
  mails: z.array(
    z.object({ id: z.string(), subject: z.string(), text: z.string(), html: z.string(), copies: z.int() }),
  ),
});
export type InboxMail = z.infer<typeof inboxSchema>['mails'][number];

/** Mails to an address whose subject has these words, newest first. */
export async function readInbox(to: string, subject: string): Promise<InboxMail[]> {
  const response = await fetch(`${market.publicUrl}/inbox/api/mails?to=${encodeURIComponent(to)}`);
  return inboxSchema.parse(await response.json()).mails.filter((mail) => mail.subject.includes(subject));
}

/** Waits for such a mail. */
export async function expectMail(to: string, subject: string): Promise<InboxMail> {
  await expect.poll(async () => (await readInbox(to, subject)).length).toBeGreaterThan(0);
  const [mail] = await readInbox(to, subject);
  if (!mail) throw new Error('The inbox was emptied.');
  return mail;
}
