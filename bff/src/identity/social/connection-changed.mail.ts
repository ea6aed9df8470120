import { paths } from '@plaza/navigation/paths';
import { z } from 'zod';
import { defineMail } from '../../notification/public.ts';
import { absolute, formatMoment, momentText } from '../mails/mail-parts.ts';
import { messages as allMessages } from './social-mail.messages.ts';

const messages = allMessages.changed;

/** To the owner of an account, whenever a way to sign in by a provider is added or taken away. */
export const connectionChanged = defineMail({
  name: 'social-connection-changed',
  data: z.object({ at: momentText, providerName: z.string(), isConnected: z.boolean() }),
  isUrgent: true,
  compose: (services, { at, providerName, isConnected }) => {
    const texts = isConnected ? messages.connected : messages.disconnected;
    return {
      subject: texts.subject(providerName),
      preview: texts.preview(providerName),
      heading: texts.heading(providerName),
      blocks: [
        { kind: 'text', text: texts.intro(providerName, formatMoment(at)) },
        { kind: 'notice', text: messages.notYou },
        { kind: 'link', label: messages.button, href: absolute(services, paths.connections()) },
      ],
      reason: messages.reason,
    };
  },
});
