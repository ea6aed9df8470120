import { paths } from '@plaza/navigation/paths';
import { z } from 'zod';
import { defineMail } from '../../notification/public.ts';
import { TOKEN_LIFE_MS } from '../recovery/purposes.ts';
import { messages } from './identity-mail.messages.ts';
import { absolute } from './mail-parts.ts';

const link = z.object({ token: z.string(), displayName: z.string() });

/** To whoever has registered: one press shows that the address is theirs. */
export const verifyAddressMail = defineMail({
  name: 'verify-address',
  data: link,
  isSensitive: true,
  isUrgent: true,
  validForMs: TOKEN_LIFE_MS.verify_email,
  compose: (services, { token, displayName }) => {
    const { subject, preview, heading, intro, button, notice } = messages.verifyAddress;
    return {
      subject,
      preview,
      heading,
      blocks: [
        { kind: 'text', text: intro(displayName) },
        { kind: 'button', label: button, href: absolute(services, paths.verifyEmail(token)) },
        { kind: 'notice', text: notice },
      ],
      reason: messages.reasonTyped,
    };
  },
});

/** To the owner of an account whose address somebody wants to register once more. */
export const accountExistsMail = defineMail({
  name: 'account-exists',
  data: z.object({}),
  isUrgent: true,
  validForMs: TOKEN_LIFE_MS.account_exists,
  compose: (services) => {
    const { subject, preview, heading, intro, button, forgot, notice } = messages.accountExists;
    return {
      subject,
      preview,
      heading,
      blocks: [
        { kind: 'text', text: intro },
        { kind: 'button', label: button, href: absolute(services, paths.signIn()) },
        { kind: 'link', label: forgot, href: absolute(services, paths.forgotPassword()) },
        { kind: 'notice', text: notice },
      ],
      reason: messages.reasonTyped,
    };
  },
});

/** To whoever has forgotten their password. */
export const resetPasswordMail = defineMail({
  name: 'reset-password',
  data: link,
  isSensitive: true,
  isUrgent: true,
  validForMs: TOKEN_LIFE_MS.reset_password,
  compose: (services, { token, displayName }) => {
    const { subject, preview, heading, intro, notice } = messages.resetPassword;
    return {
      subject,
      preview,
      heading,
      blocks: [
        { kind: 'text', text: intro(displayName) },
        { kind: 'button', label: messages.setPassword, href: absolute(services, paths.resetPassword(token)) },
        { kind: 'notice', text: notice },
      ],
      reason: messages.reasonTyped,
    };
  },
});

/** To the address that an account is to have. */
export const confirmAddressMail = defineMail({
  name: 'confirm-address',
  data: link,
  isSensitive: true,
  isUrgent: true,
  validForMs: TOKEN_LIFE_MS.change_email,
  compose: (services, { token, displayName }) => {
    const { subject, preview, heading, intro, button, notice } = messages.confirmAddress;
    return {
      subject,
      preview,
      heading,
      blocks: [
        { kind: 'text', text: intro(displayName) },
        { kind: 'button', label: button, href: absolute(services, paths.confirmEmail(token)) },
        { kind: 'notice', text: notice },
      ],
      reason: messages.reasonTyped,
    };
  },
});
