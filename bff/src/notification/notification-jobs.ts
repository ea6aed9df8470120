import { every, type Job } from '../platform/job.ts';
import type { Services } from '../platform/services.ts';
import type { MailTemplate } from './define-mail.ts';
import { eraseOldMails } from './erase-old-mails.ts';
import { handOverMails } from './hand-over-mails.ts';
import { createPace } from './pace.ts';

const HAND_OVER_INTERVAL_MS = 2_000;
const ERASE_INTERVAL_MS = 60 * 60_000;

/** Sends mails and forgets them. Any number of processes may do it at once. @param mails every kind there is */
export function notificationJobs(services: Services, mails: readonly MailTemplate[]): Job[] {
  const templates = new Map(mails.map((mail) => [mail.name, mail]));
  const pace = createPace(services.env.MAIL_MAX_PER_SECOND);
  return [
    every(
      HAND_OVER_INTERVAL_MS,
      'hand-over-mails',
      async (signal) => void (await handOverMails(services, templates, pace, signal)),
      services.log,
      services.mailWaker,
    ),
    every(ERASE_INTERVAL_MS, 'erase-old-mails', (signal) => eraseOldMails(services, signal), services.log),
  ];
}
