import { paths } from '@plaza/navigation/paths';
import { z } from 'zod';
import { defineMail } from '../../notification/public.ts';
import { TOKEN_LIFE_MS } from '../recovery/purposes.ts';
import { messages } from './identity-mail.messages.ts';
import { absolute, formatMoment, momentText } from './mail-parts.ts';

const atSchema = z.object({ at: momentText });

/** To the owner, whenever the password changes, by whichever way. */
export const passwordChangedMail = defineMail({
  name: 'password-changed',
  data: atSchema,
  isUrgent: true,
  compose: (services, { at }) => {
    const { subject, preview, heading, intro, notice } = messages.passwordChanged;
    return {
      subject,
      preview,
      heading,
      blocks: [
        { kind: 'text', text: intro(formatMoment(at)) },
        { kind: 'notice', text: notice },
        { kind: 'link', label: messages.setPassword, href: absolute(services, paths.forgotPassword()) },
      ],
      reason: messages.reason,
    };
  },
});

/** To the address that an account had until now, with the way back. */
export const addressGoneMail = defineMail({
  name: 'address-gone',
  data: atSchema.extend({ token: z.string(), newAddressHint: z.string() }),
  isSensitive: true,
  isUrgent: true,
  validForMs: TOKEN_LIFE_MS.undo_email,
  compose: (services, { at, token, newAddressHint }) => {
    const { subject, preview, heading, intro, button, notice } = messages.addressGone;
    return {
      subject,
      preview,
      heading,
      blocks: [
        { kind: 'text', text: intro(newAddressHint, formatMoment(at)) },
        { kind: 'notice', text: notice },
        { kind: 'link', label: button, href: absolute(services, paths.undoEmail(token)) },
      ],
      reason: messages.reason,
    };
  },
});

/** To the address that an account has from now on. */
export const addressNewMail = defineMail({
  name: 'address-new',
  data: atSchema,
  compose: (_services, { at }) => {
    const { subject, preview, heading, intro } = messages.addressNew;
    return {
      subject,
      preview,
      heading,
      blocks: [{ kind: 'text', text: intro(formatMoment(at)) }],
      reason: messages.reason,
    };
  },
});

/** To the owner, when a browser signs in that was not seen before. `token` opens the page "this was not me". */
export const newDeviceMail = defineMail({
  name: 'new-device',
  data: atSchema.extend({ token: z.string(), device: z.string(), place: z.string().nullable() }),
  isSensitive: true,
  isUrgent: true,
  validForMs: TOKEN_LIFE_MS.not_me,
  compose: (services, { at, token, device, place }) => {
    const texts = messages.newDevice;
    return {
      subject: texts.subject,
      preview: texts.preview(device),
      heading: texts.heading,
      blocks: [
        { kind: 'text', text: texts.intro },
        {
          kind: 'facts',
          rows: [
            { label: texts.device, value: device },
            ...(place === null ? [] : [{ label: texts.place, value: place }]),
            { label: texts.time, value: formatMoment(at) },
          ],
        },
        { kind: 'notice', text: texts.notice },
        { kind: 'link', label: texts.button, href: absolute(services, paths.notMe(token)) },
      ],
      reason: messages.reason,
    };
  },
});

/** To whoever is asked for a code that comes by mail. */
export const codeMail = defineMail({
  name: 'code',
  data: z.object({ code: z.string() }),
  isSensitive: true,
  isUrgent: true,
  validForMs: 10 * 60_000,
  compose: (_services, { code }) => {
    const { subject, preview, heading, intro, label, notice } = messages.code;
    return {
      subject: subject(code),
      preview,
      heading,
      blocks: [
        { kind: 'text', text: intro },
        { kind: 'code', label, code },
        { kind: 'notice', text: notice },
      ],
      reason: messages.reasonTyped,
    };
  },
});

/** To the owner of an account that staff has suspended. The reason is the staff's own. */
export const suspendedMail = defineMail({
  name: 'account-suspended',
  data: atSchema,
  compose: (_services, { at }) => {
    const { subject, preview, heading, intro, notice } = messages.suspended;
    return {
      subject,
      preview,
      heading,
      blocks: [
        { kind: 'text', text: intro(formatMoment(at)) },
        { kind: 'notice', text: notice },
      ],
      reason: messages.reason,
    };
  },
});

/** To the last address of an account that is no more. */
export const erasedMail = defineMail({
  name: 'account-erased',
  data: atSchema,
  compose: (_services, { at }) => {
    const { subject, preview, heading, intro, notice, reason } = messages.erased;
    return {
      subject,
      preview,
      heading,
      blocks: [
        { kind: 'text', text: intro(formatMoment(at)) },
        { kind: 'notice', text: notice },
      ],
      reason,
    };
  },
});
