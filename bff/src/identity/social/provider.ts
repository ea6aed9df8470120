import type { AuthMethod, SocialProviderInfo } from '@plaza/contracts';
import { z } from 'zod';

/** What a provider tells of a person. */
export const socialProfileSchema = z.object({
  /** Their own name for the person; never changes. */
  subject: z.string().min(1).max(255),
  name: z.string().nullable(),
  /** In lower case. */
  email: z.string().nullable(),
  /** Whether the provider itself says that the address is the person's. */
  isEmailVerified: z.boolean(),
});
export type SocialProfile = z.output<typeof socialProfileSchema>;

/** What ties a way there and a way back together. All of it is derived from the browser's cookie. */
export interface Proofs {
  state: string;
  nonce: string;
  codeVerifier: string;
}

export interface SocialProvider extends SocialProviderInfo {
  method: AuthMethod;
  /** Where the browser goes to consent. @throws ProviderProblem */
  authorizationUrl(redirectUri: string, proofs: Proofs): Promise<string>;
  /**
   * Who came back.
   * @param callbackUrl the redirect URI with the query that the browser brought
   * @throws ProviderProblem
   */
  readProfile(callbackUrl: URL, proofs: Proofs): Promise<SocialProfile>;
}

export type ProviderProblemCode = 'denied' | 'provider_refused' | 'provider_unavailable';

/** Why a provider's word cannot be had. */
export class ProviderProblem extends Error {
  readonly code: ProviderProblemCode;
  constructor(code: ProviderProblemCode, cause: unknown) {
    super(`social login: ${code}`, { cause });
    this.code = code;
  }
}
