import { z } from 'zod';
import { emailSchema, sellerPermissionSchema } from './account.ts';
import { idSchema } from './ids.ts';
import { refused } from './refused.ts';

const permissionsSchema = z
  .array(sellerPermissionSchema)
  .min(1, { error: 'Choose at least one thing that they may do.' })
  .max(sellerPermissionSchema.options.length)
  .transform((permissions) => [...new Set(permissions)]);

/** Somebody who works for a seller. */
export const teamMemberSchema = z.object({
  accountId: idSchema,
  displayName: z.string(),
  email: z.string(),
  isOwner: z.boolean(),
  isSelf: z.boolean(),
  permissions: z.array(sellerPermissionSchema),
  addedAt: z.iso.datetime(),
  /** Whether whoever asks may change or remove them. */
  canChange: z.boolean(),
});
export type TeamMember = z.infer<typeof teamMemberSchema>;

/** Somebody who was asked by mail and has not answered. */
export const teamInvitationSchema = z.object({
  id: idSchema,
  email: z.string(),
  permissions: z.array(sellerPermissionSchema),
  invitedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type TeamInvitation = z.infer<typeof teamInvitationSchema>;

export const teamSchema = z.object({
  sellerName: z.string(),
  members: z.array(teamMemberSchema),
  invitations: z.array(teamInvitationSchema),
  /** What whoever asks may give. */
  grantable: z.array(sellerPermissionSchema),
});
export type Team = z.infer<typeof teamSchema>;

export const inviteMemberInput = z.object({ email: emailSchema, permissions: permissionsSchema });
export const changeMemberInput = z.object({ accountId: idSchema, permissions: permissionsSchema });
export const memberInput = z.object({ accountId: idSchema });
export const invitationInput = z.object({ invitationId: idSchema });
/** Of the link in a mail. */
export const joinTeamInput = z.object({ token: z.string().min(1).max(100) });

export const inviteMemberResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), invitation: teamInvitationSchema }),
  refused('permission_not_yours', 'is_member', 'too_many'),
]);
export type InviteMemberResult = z.infer<typeof inviteMemberResult>;

export const changeMemberResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  refused('permission_not_yours', 'is_owner', 'is_self'),
]);
export type ChangeMemberResult = z.infer<typeof changeMemberResult>;

/** What an invitation is for, before it is accepted. */
export const openInvitationResult = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    sellerName: z.string(),
    permissions: z.array(sellerPermissionSchema),
  }),
  refused('link_invalid', 'other_address', 'sells_already'),
]);
export type OpenInvitationResult = z.infer<typeof openInvitationResult>;

export const joinTeamResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), sellerName: z.string() }),
  refused('link_invalid', 'other_address', 'sells_already'),
]);
export type JoinTeamResult = z.infer<typeof joinTeamResult>;
