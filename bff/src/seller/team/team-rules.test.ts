import { SELLER_PERMISSIONS } from '@plaza/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayChange } from './team-rules.ts';

const rights = fc.subarray([...SELLER_PERMISSIONS]);

describe('a change of rights', () => {
  it('gives and takes nothing that whoever makes it does not have, and may be undone by them', () => {
    fc.assert(
      fc.property(rights, rights, rights, (own, before, after) => {
        const isAllowed = mayChange(own, before, after);
        const touched = SELLER_PERMISSIONS.filter((one) => before.includes(one) !== after.includes(one));
        expect(isAllowed).toBe(touched.every((one) => own.includes(one)));
        expect(mayChange(own, after, before)).toBe(isAllowed);
        expect(mayChange(SELLER_PERMISSIONS, before, after)).toBe(true);
      }),
    );
  });
});
