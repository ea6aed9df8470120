import {
  type Account,
  idSchema,
  roleSchema,
  SELLER_PERMISSIONS,
  sellerPermissionSchema,
} from '@plaza/contracts';
import { z } from 'zod';
import { momentSchema, type Query } from '../platform/query.ts';
import type { Sealing } from '../platform/sealing.ts';

/** What an address is sealed and looked up as. */
export const EMAIL_CONTEXT = 'account.email';

export const accountRecordSchema = z.object({
  id: idSchema,
  /** Sealed. */
  email: z.string(),
  emailVerifiedAt: momentSchema.nullable(),
  passwordHash: z.string().nullable(),
  displayName: z.string(),
  avatarUrl: z.string().nullable(),
  roles: z.array(roleSchema),
  status: z.enum(['active', 'suspended', 'erased']),
  createdAt: momentSchema,
  seller: z
    .object({
      id: idSchema,
      slug: z.string(),
      name: z.string(),
      isOwner: z.boolean(),
      permissions: z.array(sellerPermissionSchema),
    })
    .nullable(),
});
export type AccountRecord = z.output<typeof accountRecordSchema>;

/** An account with the seller that it owns, or else works for, as JSON; needs `a` (account) in scope. */
export const accountJson = (query: Query) => query`
  jsonb_build_object(
    'id', a.id, 'email', a.email, 'emailVerifiedAt', a.email_verified_at, 'passwordHash', a.password_hash,
    'displayName', a.display_name, 'avatarUrl', a.avatar_url, 'roles', a.roles, 'status', a.status,
    'createdAt', a.created_at,
    'seller', coalesce(
      (
        select jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'isOwner', true,
          'permissions', ${[...SELLER_PERMISSIONS]}::text[])
        from seller s where s.owner_account_id = a.id order by s.created_at limit 1
      ),
      (
        select jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'isOwner', false,
          'permissions', m.permissions)
        from seller_member m join seller s on s.id = m.seller_id
        where m.account_id = a.id order by m.added_at limit 1
      )
    )
  )`;

/** What the rest of Plaza knows of an account. */
export const toAccount = (record: AccountRecord, sealing: Sealing): Account => ({
  id: record.id,
  email: sealing.open(record.email, EMAIL_CONTEXT),
  isEmailVerified: record.emailVerifiedAt !== null,
  displayName: record.displayName,
  avatarUrl: record.avatarUrl,
  roles: record.roles,
  seller: record.seller,
  createdAt: record.createdAt.toISOString(),
});
