import { type ApiScope, apiScopeSchema } from '@plaza/contracts';
import type { Policy } from './policy.ts';

type Kind = 'query' | 'mutation' | 'subscription';
const STAFF = /\b(support|developer|admin)\b/;

/**
 * What a token needs to call a procedure: `<router>:read` for what only reads, else `<router>:write`. `none` for what
 * anyone may read; `closed` where no such scope is given to anybody, and for the work of the staff, which no program does.
 */
export function scopeFor(
  path: string,
  kind: Kind,
  policy: Pick<Policy, 'name'>,
): ApiScope | 'none' | 'closed' {
  if (policy.name === 'anyone' && kind === 'query') return 'none';
  if (STAFF.test(policy.name)) return 'closed';
  const [domain = ''] = path.split('.');
  return apiScopeSchema.safeParse(`${domain}:${kind === 'mutation' ? 'write' : 'read'}`).data ?? 'closed';
}
