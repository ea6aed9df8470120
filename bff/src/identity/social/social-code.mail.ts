import { z } from 'zod';
import { defineMail } from '../../notification/public.ts';
import { messages as allMessages } from './social-mail.messages.ts';

const messages = allMessages.code;

export const CODE_LIFE_MS = 15 * 60_000;

/** To an address that a provider told without saying whose it is. */
export const socialCode = defineMail({
  name: 'social-code',
  data: z.object({ code: z.string(), providerName: z.string() }),
  isSensitive: true,
  isUrgent: true,
  validForMs: CODE_LIFE_MS,
  compose: (_services, { code, providerName }) => ({
    subject: messages.subject(code),
    preview: messages.preview(providerName),
    heading: messages.heading,
    blocks: [
      { kind: 'text', text: messages.intro(providerName) },
      { kind: 'code', label: messages.code, code },
      { kind: 'text', text: messages.validity(CODE_LIFE_MS / 60_000) },
      { kind: 'notice', text: messages.notYou },
    ],
    reason: messages.reason(providerName),
  }),
});
