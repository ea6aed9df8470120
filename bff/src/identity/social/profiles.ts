import { createHmac } from 'node:crypto';
import { emailSchema } from '@plaza/contracts';
import { z } from 'zod';
import type { SocialSetting } from '../../platform/social-settings.ts';
import type { SocialProfile } from './provider.ts';

/** Of the Graph API. */
export const FACEBOOK_VERSION = 'v25.0';

const githubUserSchema = z.object({ id: z.int().positive(), login: z.string(), name: z.string().nullish() });
const githubEmailsSchema = z.array(
  z.object({ email: emailSchema, primary: z.boolean(), verified: z.boolean() }),
);

/** GitHub says which of a person's addresses is the first one, and which of them it has verified. */
export async function readGithubProfile(
  { apiUrl }: SocialSetting,
  accessToken: string,
  timeoutMs: number,
): Promise<SocialProfile> {
  const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
  const read = (path: string) => readJson(`${apiUrl}${path}`, accessToken, timeoutMs, headers);
  const [user, emails] = await Promise.all([read('/user'), read('/user/emails?per_page=100')]);
  const { id, login, name } = githubUserSchema.parse(user);
  const primary = githubEmailsSchema.parse(emails).find((one) => one.primary);
  return {
    subject: String(id),
    name: name || login,
    email: primary?.email ?? null,
    isEmailVerified: primary?.verified ?? false,
  };
}

const facebookUserSchema = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  email: emailSchema.nullish().catch(null),
});

/**
 * Facebook tells an address and nowhere whether it is the person's: it counts as not verified. The proof shows that the
 * token is used by whom it was given to.
 */
export async function readFacebookProfile(
  { apiUrl, clientSecret }: SocialSetting,
  accessToken: string,
  timeoutMs: number,
): Promise<SocialProfile> {
  const proof = createHmac('sha256', clientSecret).update(accessToken).digest('hex');
  const query = new URLSearchParams({ fields: 'id,name,email', appsecret_proof: proof });
  const user = await readJson(`${apiUrl}/${FACEBOOK_VERSION}/me?${query}`, accessToken, timeoutMs);
  const { id, name, email } = facebookUserSchema.parse(user);
  return { subject: id, name: name ?? null, email: email ?? null, isEmailVerified: false };
}

async function readJson(
  url: string,
  accessToken: string,
  timeoutMs: number,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const response = await fetch(url, {
    headers: { ...headers, authorization: `Bearer ${accessToken}`, 'user-agent': 'Plaza' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`The provider answered ${response.status}.`, { cause: response });
  return response.json();
}
