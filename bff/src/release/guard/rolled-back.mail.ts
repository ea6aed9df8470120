import { frontendNameSchema, releaseVersionSchema } from '@plaza/contracts';
import { paths } from '@plaza/navigation/paths';
import { z } from 'zod';
import { absolute, formatMoment, momentText } from '../../identity/public.ts';
import { defineMail } from '../../notification/public.ts';
import { messages } from './messages.ts';

/** To those who work on a frontend, when the guard has taken its canary back. */
export const rolledBackMail = defineMail({
  name: 'canary-rolled-back',
  data: z.object({
    frontend: frontendNameSchema,
    version: releaseVersionSchema,
    findings: z.string(),
    at: momentText,
  }),
  compose: (services, { frontend, version, findings, at }) => {
    const { subject, preview, heading, intro, button, reason } = messages.mail;
    return {
      subject: subject(frontend),
      preview: preview(frontend),
      heading,
      blocks: [
        { kind: 'text', text: intro(frontend, version, formatMoment(at)) },
        { kind: 'notice', text: findings },
        { kind: 'button', label: button, href: absolute(services, paths.adminRelease(frontend)) },
      ],
      reason,
    };
  },
});
