export { defineMail, type MailTemplate } from './define-mail.ts';
export { notificationJobs } from './notification-jobs.ts';
export { queueMail } from './queue-mail.ts';
