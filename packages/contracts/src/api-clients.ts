import { z } from 'zod';
import type { Account, SellerPermission } from './account.ts';
import { idSchema } from './ids.ts';

/**
 * What an API client can be given: `<router>:read` for queries, `<router>:write` for mutations. What has no scope is not
 * open to tokens; what anyone may read needs none. `needs` is what its owner has to be allowed for a seller.
 */
export const API_SCOPES = {
  'catalog:read': { needs: 'listings' },
  'catalog:write': { needs: 'listings' },
  'inventory:write': { needs: 'listings' },
  'fulfilment:read': { needs: 'orders' },
  'fulfilment:write': { needs: 'orders' },
  'analytics:read': { needs: 'figures' },
  'cart:read': { needs: null },
  'cart:write': { needs: null },
  'order:read': { needs: null },
  'order:write': { needs: null },
  'payment:write': { needs: null },
  'receipt:read': { needs: null },
} as const satisfies Record<string, { needs: SellerPermission | null }>;
export type ApiScope = keyof typeof API_SCOPES;

const isScope = (text: string): text is ApiScope => Object.hasOwn(API_SCOPES, text);
export const API_SCOPE_NAMES: readonly ApiScope[] = Object.keys(API_SCOPES).filter(isScope);
export const apiScopeSchema = z.custom<ApiScope>((value) => typeof value === 'string' && isScope(value), {
  error: 'is no scope that there is',
});

/** Whether somebody may give this to an API client of theirs. */
export function mayGrantScope({ seller }: Pick<Account, 'seller'>, scope: ApiScope): boolean {
  const { needs } = API_SCOPES[scope];
  return needs === null || (seller?.permissions.includes(needs) ?? false);
}

/** A program that acts for somebody, as they see it. */
export const apiClientSchema = z.object({
  id: idSchema,
  name: z.string(),
  scopes: z.array(apiScopeSchema),
  createdAt: z.iso.datetime(),
  /** When it last got a token; null when it never has. */
  lastUsedAt: z.iso.datetime().nullable(),
  /** When it ends if it is not used before. */
  idleUntil: z.iso.datetime(),
  /** When it ends however much it is used. */
  expiresAt: z.iso.datetime(),
});
export type ApiClient = z.infer<typeof apiClientSchema>;

export const apiClientListSchema = z.object({
  clients: z.array(apiClientSchema),
  /** What this account may give to a new one. */
  grantable: z.array(apiScopeSchema),
});
export type ApiClientList = z.infer<typeof apiClientListSchema>;

export const createApiClientInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, { error: 'Name it after what it does.' })
    .max(80, { error: 'Use at most 80 characters.' }),
  scopes: z
    .array(apiScopeSchema)
    .min(1, { error: 'Choose at least one thing that it may do.' })
    .max(API_SCOPE_NAMES.length)
    .transform((scopes) => [...new Set(scopes)]),
});
export const createApiClientResult = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    client: apiClientSchema,
    /** Shown this once. */
    refreshToken: z.string(),
  }),
  z.object({
    ok: z.literal(false),
    code: z.enum(['scope_not_yours', 'too_many']),
    message: z.string(),
  }),
]);
export type CreateApiClientResult = z.infer<typeof createApiClientResult>;

export const endApiClientInput = z.object({ clientId: idSchema });
