import { z } from 'zod';
import { authMethodSchema } from './account.ts';
import { auditReasonSchema } from './audit.ts';
import { idSchema } from './ids.ts';
import { pageSizeSchema } from './page.ts';

/** What came of an attempt to sign in, or to open an account. */
export const signInOutcomeSchema = z.enum([
  'signed_in',
  'second_factor_asked',
  'refused',
  'puzzle_asked',
  'too_many_attempts',
  'suspended',
]);
export type SignInOutcome = z.infer<typeof signInOutcomeSchema>;

export const signInEventSchema = z.object({
  id: idSchema,
  at: z.iso.datetime(),
  /** `Firefox on Linux`. */
  device: z.string(),
  /** A country; null when it is not known. */
  place: z.string().nullable(),
  method: authMethodSchema,
  outcome: signInOutcomeSchema,
});
export type SignInAttempt = z.infer<typeof signInEventSchema>;

export const alertKindSchema = z.enum([
  'impossible_travel',
  'credential_stuffing',
  'password_spraying',
  'mass_registration',
  'success_after_failures',
]);
export type AlertKind = z.infer<typeof alertKindSchema>;
export const ALERT_KINDS = alertKindSchema.options;

export const alertSeveritySchema = z.enum(['low', 'medium', 'high']);
export type AlertSeverity = z.infer<typeof alertSeveritySchema>;

/** `acknowledged`: somebody looks into it. `closed`: it is settled; should it happen again, there is a new one. */
export const alertStatusSchema = z.enum(['open', 'acknowledged', 'closed']);
export type AlertStatus = z.infer<typeof alertStatusSchema>;
export const ALERT_STATUSES = alertStatusSchema.options;

/** What an alert is about: one account, one network, or the market as a whole. */
export const alertSubjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account'), accountId: idSchema }),
  /** `203.0.113.0/24`. */
  z.object({ kind: z.literal('network'), network: z.string() }),
  z.object({ kind: z.literal('market') }),
]);

export const securityAlertSchema = z.object({
  id: idSchema,
  kind: alertKindSchema,
  severity: alertSeveritySchema,
  status: alertStatusSchema,
  subject: alertSubjectSchema,
  /** Counts and measures by name: `failures`, `accounts`, `distanceKm`. */
  evidence: z.record(z.string(), z.union([z.number(), z.string()])),
  firstSeenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** Who last changed its status, and why. */
  handled: z.object({ byAccountId: idSchema, at: z.iso.datetime(), reason: z.string() }).nullable(),
});
export type SecurityAlert = z.infer<typeof securityAlertSchema>;

export const listAlertsInput = z.object({
  status: alertStatusSchema.optional(),
  kind: alertKindSchema.optional(),
  /** The page of those that are older than this one, or newer. At most one of them. */
  olderThan: idSchema.optional(),
  newerThan: idSchema.optional(),
  pageSize: pageSizeSchema(20),
});
/** Newest first. */
export const alertListResult = z.object({
  items: z.array(securityAlertSchema),
  newerThan: idSchema.nullable(),
  olderThan: idSchema.nullable(),
  openCount: z.int(),
});

export const alertIdInput = z.object({ alertId: idSchema });
export const alertDetailSchema = z.object({
  alert: securityAlertSchema,
  /** The latest attempts by whom it is about. */
  attempts: z.array(signInEventSchema.extend({ accountId: idSchema.nullable() })),
});
export type AlertDetail = z.infer<typeof alertDetailSchema>;

export const handleAlertInput = alertIdInput.extend({ reason: auditReasonSchema });
export const handleAlertResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), code: z.literal('wrong_status'), message: z.string() }),
]);
export type HandleAlertResult = z.infer<typeof handleAlertResult>;

export const notMeInput = z.object({ token: z.string().max(200) });
export const notMeResult = z.discriminatedUnion('code', [
  /** Everybody is signed out, and a link to choose a new password is in the mail. */
  z.object({ ok: z.literal(true), code: z.literal('secured') }),
  z.object({ ok: z.literal(false), code: z.literal('link_invalid'), message: z.string() }),
]);
export type NotMeResult = z.infer<typeof notMeResult>;
