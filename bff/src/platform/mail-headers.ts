import type { OutgoingMail } from './mail.ts';

/** What every mail says to programs beside what it says to people. */
export const mailHeaders = ({ unsubscribeHref }: OutgoingMail): Record<string, string> => ({
  // Nobody's holiday note needs to answer.
  'Auto-Submitted': 'auto-generated',
  ...(unsubscribeHref !== undefined && {
    'List-Unsubscribe': `<${unsubscribeHref}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }),
});
