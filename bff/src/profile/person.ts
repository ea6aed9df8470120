import type { Account } from '@plaza/contracts';
import type { Query } from '../platform/query.ts';

/** Somebody in the words of the tables. */
export interface Person {
  accountId: string;
  /** Null while it is not known to be theirs: orders under it may be another's. */
  verifiedEmail: string | null;
}

export const toPerson = (account: Pick<Account, 'id' | 'email' | 'isEmailVerified'>): Person => ({
  accountId: account.id,
  verifiedEmail: account.isEmailVerified ? account.email : null,
});

/** Orders of the account, and those that were placed without signing in with its address; needs `o` (orders) in scope. */
export const isOrderOf = (query: Query, { accountId, verifiedEmail }: Person) => query`
  o.id in (
    select id from orders where buyer_key = ${`account:${accountId}`}
    union all select id from orders where email = ${verifiedEmail}::text
  )`;
