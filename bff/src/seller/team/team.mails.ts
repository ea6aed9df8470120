import { sellerPermissionSchema } from '@plaza/contracts';
import { paths } from '@plaza/navigation/paths';
import { z } from 'zod';
import { absolute, formatMoment, momentText } from '../../identity/public.ts';
import { defineMail } from '../../notification/public.ts';
import { messages } from './team.messages.ts';

export const INVITATION_LIFE_MS = 7 * 86_400_000;
const permissions = z.array(sellerPermissionSchema);
const aboutSeller = z.object({ sellerName: z.string(), at: momentText });

/** To whoever is asked to work for a seller. */
export const invitationMail = defineMail({
  name: 'team-invitation',
  data: z.object({ token: z.string(), inviterName: z.string(), sellerName: z.string(), permissions }),
  isSensitive: true,
  validForMs: INVITATION_LIFE_MS,
  compose: (services, { token, inviterName, sellerName, permissions }) => {
    const { subject, preview, heading, intro, button, notice, reason } = messages.invited;
    return {
      subject: subject(sellerName),
      preview,
      heading: heading(sellerName),
      blocks: [
        { kind: 'text', text: intro(inviterName, sellerName) },
        { kind: 'facts', rows: [{ label: messages.rightsLabel, value: messages.rights(permissions) }] },
        { kind: 'button', label: button, href: absolute(services, paths.joinTeam(token)) },
        { kind: 'notice', text: notice },
      ],
      reason,
    };
  },
});

/** To the owner of a seller, when somebody has accepted. */
export const memberJoinedMail = defineMail({
  name: 'team-member-joined',
  data: aboutSeller.extend({ memberName: z.string(), permissions }),
  compose: (services, { memberName, sellerName, permissions, at }) => {
    const { subject, preview, heading, intro, label, link } = messages.joined;
    return {
      subject: subject(memberName, sellerName),
      preview,
      heading,
      blocks: [
        { kind: 'text', text: intro(memberName, sellerName, formatMoment(at)) },
        { kind: 'facts', rows: [{ label, value: messages.rights(permissions) }] },
        { kind: 'link', label: link, href: absolute(services, paths.sellerTeam()) },
      ],
      reason: messages.reason,
    };
  },
});

/** To a member whose rights are others now. */
export const memberChangedMail = defineMail({
  name: 'team-member-changed',
  data: aboutSeller.extend({ permissions }),
  compose: (_services, { sellerName, permissions, at }) => {
    const { subject, preview, heading, intro } = messages.changed;
    return {
      subject: subject(sellerName),
      preview,
      heading,
      blocks: [
        { kind: 'text', text: intro(sellerName, formatMoment(at)) },
        { kind: 'facts', rows: [{ label: messages.rightsLabel, value: messages.rights(permissions) }] },
      ],
      reason: messages.reason,
    };
  },
});

/** To somebody who does not work for a seller any more. */
export const memberRemovedMail = defineMail({
  name: 'team-member-removed',
  data: aboutSeller,
  compose: (_services, { sellerName, at }) => {
    const { subject, preview, heading, intro } = messages.removed;
    return {
      subject: subject(sellerName),
      preview,
      heading,
      blocks: [{ kind: 'text', text: intro(sellerName, formatMoment(at)) }],
      reason: messages.reason,
    };
  },
});

export const teamMails = [invitationMail, memberJoinedMail, memberChangedMail, memberRemovedMail];
