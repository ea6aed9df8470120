import { API_SCOPES, apiScopeSchema, mayGrantScope, SELLER_PERMISSIONS } from '@plaza/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appRouter } from '../router.ts';
import { listProcedures } from './procedures.ts';
import { scopeFor } from './scopes.ts';

const procedures = listProcedures(appRouter).map((procedure) => ({
  ...procedure,
  scope: scopeFor(procedure.path, procedure.type, { name: procedure.policy ?? '' }),
}));

describe('what is about who somebody is', () => {
  const PERSONAL =
    /^(identity|captcha|session|factor|verification|recovery|socialLogin|people|watch|audit|profile|apiClient|team)\./;
  it.each(procedures.filter(({ path }) => PERSONAL.test(path)))(
    '$path is not open to programs',
    ({ scope, type, policy }) => {
      expect(scope).toBe(type === 'query' && policy === 'anyone' ? 'none' : 'closed');
    },
  );
});

describe('the work of the staff', () => {
  it.each(procedures.filter(({ policy = '' }) => /support|developer|admin/.test(policy)))(
    '$path is open to no program',
    ({ scope }) => expect(scope).toBe('closed'),
  );
});

describe('every scope', () => {
  it.each(Object.entries(API_SCOPES))(
    '%s opens something, and needs of its owner what that needs',
    (scope, { needs }) => {
      const opened = procedures.filter((procedure) => procedure.scope === scope);
      expect(opened).not.toEqual([]);
      for (const { policy = '' } of opened)
        expect(/sellerMay\((\w+)\)/.exec(policy)?.[1] ?? null).toBe(needs);
    },
  );
});

describe('a scope for a procedure', () => {
  it('is that of its router and of what it does, or there is none', () => {
    const kinds = fc.constantFrom('query' as const, 'mutation' as const, 'subscription' as const);
    fc.assert(
      fc.property(fc.string(), fc.string(), kinds, (domain, name, kind) => {
        const scope = scopeFor(`${domain}.${name}`, kind, { name: 'signedIn' });
        if (scope === 'closed') return;
        expect(scope).toBe(`${domain.split('.')[0]}:${kind === 'mutation' ? 'write' : 'read'}`);
        expect(Object.hasOwn(API_SCOPES, scope)).toBe(true);
      }),
    );
  });

  it.each(['constructor', '__proto__', 'toString', 'cart:read ', 'CART:READ', ''])('%j is none', (name) => {
    expect(apiScopeSchema.safeParse(name).success).toBe(false);
  });
});

describe('somebody', () => {
  it('gives no more than they may do', () => {
    const permissions = fc.subarray([...SELLER_PERMISSIONS]);
    fc.assert(
      fc.property(permissions, (owned) => {
        const seller = { id: '', slug: '', name: '', isOwner: false, permissions: owned };
        for (const [scope, { needs }] of Object.entries(API_SCOPES)) {
          const isOwned = needs === null || owned.includes(needs);
          expect(mayGrantScope({ seller }, apiScopeSchema.parse(scope))).toBe(isOwned);
          expect(mayGrantScope({ seller: null }, apiScopeSchema.parse(scope))).toBe(needs === null);
        }
      }),
    );
  });
});
