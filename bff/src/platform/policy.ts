import type { Account } from '@plaza/contracts';

/** Who is asking, as far as a policy needs to know. */
interface Asker {
  account: Account | null;
}
type Verdict = 'allowed' | 'sign_in_required' | 'forbidden';

/** A named rule on who may call a procedure. Rules about one resource (own order, own listing) are the use case's. */
export interface Policy {
  name: string;
  decide(asker: Asker): Verdict;
}

/** Anybody, signed in or not. What is answered must hold nothing personal. */
export const anyone: Policy = { name: 'anyone', decide: () => 'allowed' };
/** Anybody, about what belongs to their own browser: the cart, orders placed with it. */
export const ownVisit: Policy = { name: 'ownVisit', decide: () => 'allowed' };
export const signedIn: Policy = {
  name: 'signedIn',
  decide: ({ account }) => (account ? 'allowed' : 'sign_in_required'),
};
/** Plaza's own staff. */
export const admin: Policy = {
  name: 'admin',
  decide: ({ account }) => {
    if (!account) return 'sign_in_required';
    return account.roles.includes('admin') ? 'allowed' : 'forbidden';
  },
};
/** Somebody who owns a seller; what they see is limited to that seller. */
export const seller: Policy = {
  name: 'seller',
  decide: ({ account }) => {
    if (!account) return 'sign_in_required';
    return account.seller && account.roles.includes('seller') ? 'allowed' : 'forbidden';
  },
};
