import type { Account, AuthMethod, RefusalReason, Role, SellerPermission } from '@plaza/contracts';

/** Who is asking, as far as a policy needs to know. */
export interface Asker {
  account: Account | null;
  /** When this session last proved who it is, by all that the account asks for; null for strangers. */
  provedAt: Date | null;
  /** Whether this session has shown as much as the market asks of its staff. */
  isStaffProved: boolean;
  now: Date;
}
type Verdict = 'allowed' | RefusalReason;

/**
 * A named rule on who may call a procedure. Rules are functions of who asks, and are put together by `allOf`; `own…` rules
 * are about the thing that is asked for, which only the use case can see: they are declared here, kept there, and tried
 * for every procedure by the matrix of `access.integration.test.ts`.
 */
export interface Policy {
  name: string;
  /** False for rules that look at nobody: the account need not be read. */
  needsAccount: boolean;
  /** The kind of thing that has to be the asker's own. */
  own: OwnResource | null;
  decide(asker: Asker): Verdict;
}

/** What can be somebody's own, and is `NOT_FOUND` to everybody else. */
export type OwnResource =
  | 'apiClient'
  | 'member'
  | 'invitation'
  | 'order'
  | 'sellerOrder'
  | 'listing'
  | 'session'
  | 'factor'
  | 'device'
  | 'address'
  | 'export'
  | 'frontend';

const rule = (name: string, decide: Policy['decide']): Policy => ({
  name,
  needsAccount: true,
  own: null,
  decide,
});
const open = (name: string): Policy => ({ ...rule(name, () => 'allowed'), needsAccount: false });

/** Anybody, signed in or not. What is answered must hold nothing personal. */
export const anyone = open('anyone');
/** Anybody, about what belongs to their own browser: the cart, orders placed with it. */
export const ownVisit = open('ownVisit');
export const signedIn = rule('signedIn', ({ account }) => (account ? 'allowed' : 'sign_in_required'));

/** Somebody whose e-mail address is known to be theirs. */
export const verified = rule('verified', ({ account }) => {
  if (!account) return 'sign_in_required';
  return account.isEmailVerified ? 'allowed' : 'verify_email_required';
});

/** Guests, and accounts whose e-mail address is verified. Who registers and does not verify may fill a cart, no more. */
export const payer = rule('payer', ({ account }) =>
  account && !account.isEmailVerified ? 'verify_email_required' : 'allowed',
);

/** Somebody who works for a seller and may do this there; what they see is limited to that seller. */
export const sellerMay = (permission: SellerPermission): Policy =>
  rule(`sellerMay(${permission})`, ({ account }) => {
    if (!account) return 'sign_in_required';
    if (!account.isEmailVerified) return 'verify_email_required';
    return account.roles.includes('seller') && account.seller?.permissions.includes(permission)
      ? 'allowed'
      : 'forbidden';
  });

const staff = (name: string, roles: readonly Role[]): Policy =>
  rule(name, ({ account, isStaffProved }) => {
    if (!account) return 'sign_in_required';
    if (!account.roles.some((role) => roles.includes(role))) return 'forbidden';
    return isStaffProved ? 'allowed' : 'second_step_required';
  });
/** Plaza's own staff who help people; they see, and change little. */
export const support = staff('support', ['support', 'admin']);
/** Who works on frontends; what they may change is limited to those of their team. */
export const developer = staff('developer', ['developer', 'admin']);
export const admin = staff('admin', ['admin']);

/**
 * Proofs that make two with what came first. Codes by mail and text message do not: whoever reads somebody's mail can set a
 * new password, too.
 */
const STRONG_SECOND_PROOFS: readonly AuthMethod[] = ['passkey', 'totp', 'recovery_code'];
/** Whether a session was begun, or has gone on, with two proofs; a passkey is both at once. */
export const showsTwoProofs = (methods: readonly AuthMethod[]): boolean =>
  methods.some((method) => STRONG_SECOND_PROOFS.includes(method));

const FRESH_MINUTES = 10;
/** Somebody who has shown within minutes who they are, with everything that their account asks for. For what hurts if it is not them. */
export const fresh = rule('fresh', ({ account, provedAt, now }) => {
  if (!account) return 'sign_in_required';
  const isFresh = provedAt !== null && now.getTime() - provedAt.getTime() <= FRESH_MINUTES * 60_000;
  return isFresh ? 'allowed' : 'step_up_required';
});

const DAY_MS = 86_400_000;
/** An account of some age: what is opened only to do harm is mostly young. */
export const olderThanDays = (days: number): Policy =>
  rule(`olderThanDays(${days})`, ({ account, now }) => {
    if (!account) return 'sign_in_required';
    return now.getTime() - Date.parse(account.createdAt) >= days * DAY_MS ? 'allowed' : 'forbidden';
  });

/** The thing that is asked for has to be the asker's own; to everybody else it does not exist. */
export const own = (resource: OwnResource): Policy => ({ ...open(`own(${resource})`), own: resource });

/** Every one of these rules; the first that refuses says why. */
export function allOf(...policies: readonly [Policy, ...Policy[]]): Policy {
  return {
    name: policies.map((policy) => policy.name).join(' + '),
    needsAccount: policies.some((policy) => policy.needsAccount),
    own: policies.find((policy) => policy.own !== null)?.own ?? null,
    decide: (asker) => {
      for (const policy of policies) {
        const verdict = policy.decide(asker);
        if (verdict !== 'allowed') return verdict;
      }
      return 'allowed';
    },
  };
}
