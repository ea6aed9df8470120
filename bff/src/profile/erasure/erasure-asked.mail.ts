import { paths } from '@plaza/navigation/paths';
import { z } from 'zod';
import { defineMail } from '../../notification/public.ts';
import { profileMailMessages } from '../profile-mail.messages.ts';

const texts = profileMailMessages.erasureAsked;
const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** To the owner of an account that is to be erased, with the way back. */
export const erasureAskedMail = defineMail({
  name: 'erasure-asked',
  data: z.object({ displayName: z.string(), dueAt: z.iso.datetime() }),
  isUrgent: true,
  compose: ({ env }, { displayName, dueAt }) => ({
    subject: texts.subject,
    preview: texts.preview,
    heading: texts.heading,
    blocks: [
      { kind: 'text', text: texts.intro(displayName, format.format(new Date(dueAt))) },
      {
        kind: 'button',
        label: texts.button,
        href: new URL(paths.signIn(paths.accountPrivacy()), env.PUBLIC_URL).href,
      },
      { kind: 'notice', text: texts.notice },
    ],
    reason: profileMailMessages.reason,
  }),
});
