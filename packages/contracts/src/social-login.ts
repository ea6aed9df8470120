import { z } from 'zod';
import { firstFactorResult } from './account.ts';

export const socialKindSchema = z.enum(['google', 'github', 'facebook', 'oidc']);
export type SocialKind = z.infer<typeof socialKindSchema>;

/** Somebody else who can say who a person is. */
export const socialProviderSchema = z.object({
  /** As it stands in addresses: `google`. */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  kind: socialKindSchema,
  name: z.string().min(1).max(40),
});
export type SocialProviderInfo = z.infer<typeof socialProviderSchema>;

/** Why signing in or connecting by a provider did not work; `error` of the page that says so. */
export const socialErrorSchema = z.enum([
  /** Nobody of this name is configured. */
  'unknown_provider',
  /** Somebody said no at the provider. */
  'denied',
  /** The way back does not belong to a way there that this browser began, or it was used before. */
  'state_mismatch',
  /** The provider did not accept what it was asked, or what it answered is not to be trusted. */
  'provider_refused',
  /** The provider did not answer. */
  'provider_unavailable',
  'too_many_attempts',
  /** The provider told no address, and an account needs one. */
  'no_email',
  /** The address has an account that cannot be connected by itself: sign in first. */
  'sign_in_first',
  'suspended',
  /** This identity is connected with another account. */
  'identity_taken',
  /** This account is connected with another identity of the same provider. */
  'provider_taken',
  /** Somebody else, or nobody, is signed in now. */
  'session_changed',
]);
export type SocialError = z.infer<typeof socialErrorSchema>;

export const connectedIdentitySchema = z.object({
  provider: socialProviderSchema,
  /** Address at the provider; null when it told none. */
  email: z.string().nullable(),
  linkedAt: z.iso.datetime(),
  /** False while it is the only way to sign in. */
  canUnlink: z.boolean(),
});
export type ConnectedIdentity = z.infer<typeof connectedIdentitySchema>;

export const connectionsSchema = z.object({
  connected: z.array(connectedIdentitySchema),
  /** Configured, and not connected yet. */
  available: z.array(socialProviderSchema),
});
export type Connections = z.infer<typeof connectionsSchema>;

export const socialProviderInput = z.object({ provider: socialProviderSchema.shape.id });
/** `href`: where the browser goes to consent. */
export const beginLinkResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), href: z.string() }),
  z.object({ ok: z.literal(false), code: socialErrorSchema }),
]);
export const unlinkResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), code: z.enum(['not_connected', 'last_way']) }),
]);

/** Somebody whose provider does not say that their address is theirs, and who is asked for the code in a mail to it. */
export const pendingSocialSchema = z.object({
  providerName: z.string(),
  email: z.string(),
  returnTo: z.string(),
});
export type PendingSocial = z.infer<typeof pendingSocialSchema>;

export const confirmSocialInput = z.object({
  code: z
    .string()
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, { error: 'Enter the six digits of the mail.' })),
});
export const confirmSocialResult = z.discriminatedUnion('code', [
  ...firstFactorResult.options,
  z.object({ ok: z.literal(false), code: z.enum(['wrong_code', 'code_expired', 'sign_in_first']) }),
]);
export type ConfirmSocialResult = z.infer<typeof confirmSocialResult>;
