import { type Account, authMethodSchema, newId, roleSchema, SELLER_PERMISSIONS } from '@plaza/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Asker,
  admin,
  allOf,
  anyone,
  developer,
  fresh,
  olderThanDays,
  own,
  ownVisit,
  type Policy,
  payer,
  sellerMay,
  showsTwoProofs,
  signedIn,
  support,
  verified,
} from './policy.ts';

const now = new Date('2026-06-01T12:00:00Z');
const pastDate = fc
  .integer({ min: 0, max: 400 * 86_400 })
  .map((seconds) => new Date(now.getTime() - seconds * 1_000));

const accounts: fc.Arbitrary<Account> = fc.record({
  id: fc.constant(newId()),
  email: fc.constant('ada@plaza.test'),
  isEmailVerified: fc.boolean(),
  displayName: fc.constant('Ada'),
  avatarUrl: fc.constant(null),
  roles: fc.subarray([...roleSchema.options]),
  seller: fc.option(
    fc.record({
      id: fc.constant(newId()),
      slug: fc.constant('ada'),
      name: fc.constant('Ada'),
      isOwner: fc.boolean(),
      permissions: fc.subarray([...SELLER_PERMISSIONS]),
    }),
  ),
  createdAt: pastDate.map((date) => date.toISOString()),
});
const askers: fc.Arbitrary<Asker> = fc.oneof(
  fc.constant({ account: null, provedAt: null, isStaffProved: false, now }),
  fc.record({
    account: accounts,
    provedAt: fc.option(pastDate),
    isStaffProved: fc.boolean(),
    now: fc.constant(now),
  }),
);

const permissions = fc.constantFrom(...SELLER_PERMISSIONS);
const policies: fc.Arbitrary<Policy> = fc.oneof(
  fc.constantFrom(anyone, ownVisit, signedIn, verified, payer, support, developer, admin, fresh),
  permissions.map(sellerMay),
  fc.integer({ min: 0, max: 400 }).map(olderThanDays),
  fc.constantFrom('order' as const, 'session' as const).map(own),
);

describe('rules put together', () => {
  it('allow what each of them allows, and refuse for the reason of the first that refuses', () => {
    fc.assert(
      fc.property(fc.array(policies, { minLength: 1, maxLength: 4 }), askers, (rules, asker) => {
        const [first, ...others] = rules;
        if (!first) return;
        const refused = rules.map((rule) => rule.decide(asker)).find((verdict) => verdict !== 'allowed');
        expect(allOf(first, ...others).decide(asker)).toBe(refused ?? 'allowed');
      }),
    );
  });

  it('never allow more by another rule', () => {
    fc.assert(
      fc.property(policies, policies, askers, (one, other, asker) => {
        if (one.decide(asker) !== 'allowed') expect(allOf(one, other).decide(asker)).not.toBe('allowed');
      }),
    );
  });

  it('look at nobody only if none of them does', () => {
    fc.assert(
      fc.property(policies, policies, (one, other) => {
        expect(allOf(one, other).needsAccount).toBe(one.needsAccount || other.needsAccount);
      }),
    );
  });
});

describe('strangers', () => {
  it('are asked to sign in by every rule that looks at who asks, but for paying as a guest', () => {
    const stranger = { account: null, provedAt: null, isStaffProved: false, now };
    fc.assert(
      fc.property(policies, (policy) => {
        const isOpen = !policy.needsAccount || policy === payer;
        expect(policy.decide(stranger)).toBe(isOpen ? 'allowed' : 'sign_in_required');
      }),
    );
  });
});

describe('selling', () => {
  it('takes the role, a shop, the permission there, and an address that is verified', () => {
    fc.assert(
      fc.property(accounts, permissions, (account, permission) => {
        const asker = { account, provedAt: null, isStaffProved: false, now };
        const isAllowed = sellerMay(permission).decide(asker) === 'allowed';
        expect(isAllowed).toBe(
          account.isEmailVerified &&
            account.roles.includes('seller') &&
            (account.seller?.permissions.includes(permission) ?? false),
        );
      }),
    );
  });
});

describe('staff', () => {
  it('of support may do less than admins, and neither follows from anything else', () => {
    fc.assert(
      fc.property(accounts, (account) => {
        const asker = { account, provedAt: now, isStaffProved: true, now };
        expect(admin.decide(asker) === 'allowed').toBe(account.roles.includes('admin'));
        if (admin.decide(asker) === 'allowed') expect(support.decide(asker)).toBe('allowed');
        expect(support.decide(asker) === 'allowed').toBe(
          account.roles.includes('support') || account.roles.includes('admin'),
        );
      }),
    );
  });

  it('is told that a second proof is missing, whatever else it has shown', () => {
    fc.assert(
      fc.property(accounts, fc.constantFrom(support, admin), (account, policy) => {
        const asker = { account, provedAt: now, isStaffProved: true, now };
        const verdict = policy.decide({ ...asker, isStaffProved: false });
        expect(verdict).toBe(policy.decide(asker) === 'allowed' ? 'second_step_required' : 'forbidden');
      }),
    );
  });

  it('has shown two proofs with a passkey, an app or a recovery code, and with nothing else', () => {
    fc.assert(
      fc.property(fc.subarray([...authMethodSchema.options]), (methods) => {
        const strong = ['passkey', 'totp', 'recovery_code'];
        expect(showsTwoProofs(methods)).toBe(methods.some((method) => strong.includes(method)));
      }),
    );
  });
});

describe('a proof', () => {
  it('is fresh for ten minutes', () => {
    fc.assert(
      fc.property(accounts, fc.option(pastDate), (account, provedAt) => {
        const isFresh = provedAt !== null && now.getTime() - provedAt.getTime() <= 600_000;
        expect(fresh.decide({ account, provedAt, isStaffProved: false, now })).toBe(
          isFresh ? 'allowed' : 'step_up_required',
        );
      }),
    );
  });
});

describe('the age of an account', () => {
  it('counts in whole days from its opening', () => {
    fc.assert(
      fc.property(accounts, fc.integer({ min: 0, max: 400 }), (account, days) => {
        const ageDays = (now.getTime() - Date.parse(account.createdAt)) / 86_400_000;
        const verdict = olderThanDays(days).decide({ account, provedAt: null, isStaffProved: false, now });
        expect(verdict).toBe(ageDays >= days ? 'allowed' : 'forbidden');
      }),
    );
  });
});
