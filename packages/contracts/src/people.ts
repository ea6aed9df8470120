import { z } from 'zod';
import { accountSchema, type Role, roleSchema } from './account.ts';
import { auditReasonSchema } from './audit.ts';
import { idSchema } from './ids.ts';
import { pageSizeSchema } from './page.ts';
import { deviceSessionSchema } from './session.ts';

/** `suspended` may not sign in until restored; `erased` is nobody any more, and stays for the books. */
export const accountStatusSchema = z.enum(['active', 'suspended', 'erased']);
export type AccountStatus = z.infer<typeof accountStatusSchema>;

/** Roles that an admin gives and takes. Buying needs none, selling comes with a store. */
export const staffRoleSchema = roleSchema.extract(['support', 'developer', 'admin']);
export const STAFF_ROLES = staffRoleSchema.options;
export type StaffRole = z.infer<typeof staffRoleSchema>;
export const isStaff = ({ roles }: { roles: readonly Role[] }): boolean =>
  STAFF_ROLES.some((role) => roles.includes(role));

export const listPeopleInput = z.object({
  /** A whole e-mail address, or how a name begins. */
  query: z.string().trim().max(254).optional(),
  role: roleSchema.optional(),
  status: accountStatusSchema.optional(),
  /** The page of those who registered before this one, or after. At most one of them. */
  olderThan: idSchema.optional(),
  newerThan: idSchema.optional(),
  pageSize: pageSizeSchema(20),
});

const personSummarySchema = accountSchema
  .pick({ id: true, displayName: true, roles: true, isEmailVerified: true, createdAt: true })
  .extend({
    /** Null for an account that was erased. */
    email: z.string().nullable(),
    status: accountStatusSchema,
    /** The store that it owns or works for. */
    seller: z.object({ id: idSchema, slug: z.string(), name: z.string() }).nullable(),
  });
export type PersonSummary = z.infer<typeof personSummarySchema>;

/** Newest first. */
export const personListResult = z.object({
  items: z.array(personSummarySchema),
  /** For `newerThan` and `olderThan` of the pages beside this one; null where there is none. */
  newerThan: idSchema.nullable(),
  olderThan: idSchema.nullable(),
});

/** The steps that staff may take about somebody. */
export const personChangeSchema = z.enum(['suspend', 'restore', 'changeRoles', 'endSessions']);
export type PersonChange = z.infer<typeof personChangeSchema>;

export const personSchema = personSummarySchema.extend({
  sessions: z.array(deviceSessionSchema.omit({ isCurrent: true })),
  /** What the one who asks may do, so that a page shows no other buttons. */
  changes: z.array(personChangeSchema),
});
export type Person = z.infer<typeof personSchema>;

export const personIdInput = z.object({ accountId: idSchema });
export const changePersonInput = personIdInput.extend({ reason: auditReasonSchema });
export const changeRolesInput = changePersonInput.extend({
  /** All that the account shall have of these from now on. */
  staffRoles: z.array(staffRoleSchema).max(STAFF_ROLES.length),
});
export const endPersonSessionsInput = changePersonInput.extend({
  /** One of them; all when absent. */
  sessionId: idSchema.optional(),
});

export const changePersonResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({
    ok: z.literal(false),
    code: z.enum(['own_account', 'last_admin', 'staff_account', 'wrong_status', 'unchanged']),
    message: z.string(),
  }),
]);
export type ChangePersonResult = z.infer<typeof changePersonResult>;

export const peopleFiguresSchema = z.object({
  accounts: z.int(),
  /** Registered since midnight, UTC. */
  newToday: z.int(),
  suspended: z.int(),
  sellers: z.int(),
});

/** For the names beside ids, as in the audit log. */
export const namePeopleInput = z.object({ accountIds: z.array(idSchema).max(100) });
export const namePeopleResult = z.array(personSummarySchema.pick({ id: true, displayName: true }));
export const nameSellersInput = z.object({ sellerIds: z.array(idSchema).max(100) });
export const nameSellersResult = z.array(z.object({ id: idSchema, slug: z.string(), name: z.string() }));
