import type { SendMailResult } from '../platform/mail.ts';
import type { Services } from '../platform/services.ts';
import type { MailTemplate } from './define-mail.ts';
import { renderMail } from './layout/render-mail.ts';
import {
  claimDueMails,
  type DueMail,
  returnMails,
  saveAttempt,
  saveFailed,
  saveSent,
} from './mail.repository.ts';
import type { Pace } from './pace.ts';

/** Handed over side by side; more than the connections that are kept would only wait. */
const BATCH_SIZE = 4;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 60 * 60_000;
/** Six hours and a half, with the pauses above. */
export const MAX_ATTEMPTS = 12;
const MAX_REASON_LENGTH = 500;

/**
 * Hands over the mails that are due, the urgent ones first, not faster than providers allow. One that cannot be sent is
 * tried again after a pause that doubles; one that is refused, too old, or tried often enough is given up as `failed`.
 * @returns how many were handed over
 */
export async function handOverMails(
  services: Services,
  templates: ReadonlyMap<string, MailTemplate>,
  pace: Pace,
  signal?: AbortSignal,
): Promise<number> {
  let count = 0;
  for (;;) {
    await pace.wait(signal);
    const due = await claimDueMails(services.database.client, {
      now: services.clock.now(),
      limit: BATCH_SIZE,
      firstPauseMs: FIRST_PAUSE_MS,
      longestPauseMs: LONGEST_PAUSE_MS,
    });
    if (signal?.aborted) {
      const ids = due.map((mail) => mail.id);
      await returnMails(services.database.client, ids, services.clock.now());
      return count;
    }
    pace.spend(due.length);
    const results = await Promise.all(due.map((mail) => handOver(services, templates, mail)));
    count += results.filter(Boolean).length;
    if (due.length < BATCH_SIZE) return count;
  }
}

/** One attempt at one mail. @returns whether it has left */
async function handOver(
  services: Services,
  templates: ReadonlyMap<string, MailTemplate>,
  mail: DueMail,
): Promise<boolean> {
  const { client } = services.database;
  const template = templates.get(mail.template);
  const isSensitive = template?.isSensitive ?? true;
  const now = services.clock.now();
  const giveUp = async (why: string) => {
    const reason = why.slice(0, MAX_REASON_LENGTH);
    services.log.error({ mailId: mail.id, template: mail.template, reason }, 'a mail is given up');
    await saveFailed(client, { mailId: mail.id, reason, isSensitive, now });
    return false;
  };
  if (mail.expiresAt !== null && mail.expiresAt <= now) return giveUp('It was too old to be of use.');
  // Claimed once more because the process ended during the last attempt.
  if (mail.attempts > MAX_ATTEMPTS) return giveUp('The last attempt did not come to its end.');

  const result = await attempt(services, template, mail);
  if (result.ok) {
    await saveSent(client, { mailId: mail.id, isSensitive, now: services.clock.now() });
    return true;
  }
  if (result.code === 'refused' || mail.attempts === MAX_ATTEMPTS) return giveUp(result.message);
  services.log.warn(
    { mailId: mail.id, attempts: mail.attempts, reason: result.message },
    'a mail has to wait',
  );
  await saveAttempt(client, { mailId: mail.id, reason: result.message.slice(0, MAX_REASON_LENGTH) });
  return false;
}

async function attempt(
  services: Services,
  template: MailTemplate | undefined,
  mail: DueMail,
): Promise<SendMailResult> {
  try {
    // Perhaps from a later version that runs beside this one.
    if (!template) return { ok: false, code: 'unavailable', message: `Unknown template ${mail.template}.` };
    const content = await template.compose(services, mail.data);
    const rendered = await renderMail(content, services.env.PUBLIC_URL);
    return await services.mailer.sendMail({ id: mail.id, to: mail.recipient, ...rendered });
  } catch (error) {
    services.log.error(
      { err: error, mailId: mail.id, template: mail.template },
      'a mail could not be written',
    );
    return { ok: false, code: 'unavailable', message: String(error) };
  }
}
