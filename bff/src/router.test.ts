import { describe, expect, it } from 'vitest';
import { admin, anyone, ownVisit, seller, signedIn } from './platform/policy.ts';
import { listProcedures } from './platform/procedures.ts';
import { appRouter } from './router.ts';

const policies = new Set([admin, anyone, ownVisit, seller, signedIn].map((policy) => policy.name));

describe('every procedure', () => {
  it.each(listProcedures(appRouter))('$path states a policy that there is', ({ policy }) => {
    expect(policies).toContain(policy);
  });
});

describe('a mutation', () => {
  const open = listProcedures(appRouter).filter(
    ({ type, policy }) => type === 'mutation' && policy === 'anyone',
  );
  it('is open to anyone only where nobody is signed in yet', () => {
    expect(open.map(({ path }) => path)).toEqual(['identity.signIn', 'identity.signUp']);
  });
});
