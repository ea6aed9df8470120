import { paths } from '@plaza/navigation/paths';
import { z } from 'zod';
import { defineMail } from '../../notification/public.ts';
import { profileMailMessages } from '../profile-mail.messages.ts';

const texts = profileMailMessages.exportReady;

/** To whoever asked for a copy of what is held of them. It leads to a page that asks who they are; it holds no link to the copy. */
export const exportReadyMail = defineMail({
  name: 'export-ready',
  data: z.object({ displayName: z.string() }),
  compose: ({ env }, { displayName }) => ({
    subject: texts.subject,
    preview: texts.preview,
    heading: texts.heading,
    blocks: [
      { kind: 'text', text: texts.intro(displayName) },
      { kind: 'button', label: texts.button, href: new URL(paths.accountPrivacy(), env.PUBLIC_URL).href },
      { kind: 'notice', text: texts.notice },
    ],
    reason: profileMailMessages.reason,
  }),
});
