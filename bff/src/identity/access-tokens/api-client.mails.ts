import { apiScopeSchema } from '@plaza/contracts';
import { paths } from '@plaza/navigation/paths';
import { z } from 'zod';
import { defineMail } from '../../notification/public.ts';
import { absolute, formatMoment, momentText } from '../mails/mail-parts.ts';
import { messages } from './api-client.messages.ts';

const clientSchema = z.object({ name: z.string(), at: momentText });

/** To the owner, when a program gets access: it stays when every browser is signed out by hand. */
export const apiClientCreatedMail = defineMail({
  name: 'api-client-created',
  data: clientSchema.extend({ scopes: z.array(apiScopeSchema) }),
  isUrgent: true,
  compose: (services, { name, at, scopes }) => {
    const { subject, preview, heading, intro, mayLabel, may, notice } = messages.created;
    return {
      subject,
      preview: preview(name),
      heading,
      blocks: [
        { kind: 'text', text: intro(name, formatMoment(at)) },
        { kind: 'facts', rows: [{ label: mayLabel, value: may(scopes) }] },
        { kind: 'notice', text: notice },
        { kind: 'link', label: messages.manage, href: absolute(services, paths.apiClients()) },
      ],
      reason: messages.reason,
    };
  },
});

/** To the owner, when a refresh token was used twice and the client was ended for it. */
export const apiClientReusedMail = defineMail({
  name: 'api-client-reused',
  data: clientSchema,
  isUrgent: true,
  compose: (services, { name, at }) => {
    const { subject, preview, heading, intro, notice } = messages.reused;
    return {
      subject,
      preview: preview(name),
      heading,
      blocks: [
        { kind: 'text', text: intro(name, formatMoment(at)) },
        { kind: 'notice', text: notice },
        { kind: 'link', label: messages.manage, href: absolute(services, paths.apiClients()) },
      ],
      reason: messages.reason,
    };
  },
});

export const apiClientMails = [apiClientCreatedMail, apiClientReusedMail];
