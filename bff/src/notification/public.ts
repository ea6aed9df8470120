export { defineMail, type MailTemplate } from './define-mail.ts';
export type { MailContent, MailFigures, MailLines } from './layout/mail-content.ts';
export { notificationJobs } from './notification-jobs.ts';
export { encodeMail, queueMail } from './queue-mail.ts';
