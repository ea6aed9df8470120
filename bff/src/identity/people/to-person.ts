import type { PersonSummary } from '@plaza/contracts';
import type { Sealing } from '../../platform/sealing.ts';
import { type AccountRecord, EMAIL_CONTEXT } from '../account-record.ts';

/** What staff see of an account in a list. */
export const toPersonSummary = (record: AccountRecord, sealing: Sealing): PersonSummary => ({
  id: record.id,
  displayName: record.displayName,
  email: record.status === 'erased' ? null : sealing.open(record.email, EMAIL_CONTEXT),
  isEmailVerified: record.emailVerifiedAt !== null,
  roles: record.roles,
  status: record.status,
  seller: record.seller && { id: record.seller.id, slug: record.seller.slug, name: record.seller.name },
  createdAt: record.createdAt.toISOString(),
});
