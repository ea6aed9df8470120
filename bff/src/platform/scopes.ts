import { type ApiScope, apiScopeSchema } from '@plaza/contracts';
import type { Policy } from './policy.ts';

type Kind = 'query' | 'mutation' | 'subscription';

/**
 * What a token needs to call a procedure: `<router>:read` for what only reads, else `<router>:write`. `none` for what
 * anyone may read; `closed` where no such scope is given to anybody.
 */
export function scopeFor(
  path: string,
  kind: Kind,
  policy: Pick<Policy, 'name'>,
): ApiScope | 'none' | 'closed' {
  if (policy.name === 'anyone' && kind === 'query') return 'none';
  const [domain = ''] = path.split('.');
  return apiScopeSchema.safeParse(`${domain}:${kind === 'mutation' ? 'write' : 'read'}`).data ?? 'closed';
}
