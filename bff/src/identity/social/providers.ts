import type { SocialProviderInfo } from '@plaza/contracts';
import type { Env } from '../../platform/env.ts';
import type { Services } from '../../platform/services.ts';
import { openProvider } from './openid-provider.ts';
import type { SocialProvider } from './provider.ts';

const opened = new WeakMap<Env['SOCIAL_PROVIDERS'], Map<string, SocialProvider>>();

/** The providers that are configured, by id, in the order of their buttons. */
export function providersOf({ env }: Pick<Services, 'env'>): ReadonlyMap<string, SocialProvider> {
  const known = opened.get(env.SOCIAL_PROVIDERS);
  if (known) return known;
  const made = new Map(env.SOCIAL_PROVIDERS.map((setting) => [setting.id, openProvider(setting)]));
  opened.set(env.SOCIAL_PROVIDERS, made);
  return made;
}

export const listProviders = (services: Pick<Services, 'env'>): SocialProviderInfo[] =>
  [...providersOf(services).values()].map(toInfo);

const toInfo = ({ id, kind, name }: SocialProvider): SocialProviderInfo => ({ id, kind, name });
