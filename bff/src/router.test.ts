import { describe, expect, it } from 'vitest';
import { listProcedures } from './platform/procedures.ts';
import { appRouter } from './router.ts';

/** What may be part of a policy's name: the rules of `platform/policy.ts`. */
const RULE =
  /^(anyone|ownVisit|signedIn|verified|payer|support|developer|admin|fresh|sellerMay\((listings|orders|figures|team)\)|olderThanDays\(\d+\)|own\(\w+\))$/;

describe('every procedure', () => {
  it.each(listProcedures(appRouter))('$path states a policy that there is', ({ policy }) => {
    for (const rule of (policy ?? '').split(' + ')) expect(rule).toMatch(RULE);
  });
});

describe('an answer', () => {
  it.each(listProcedures(appRouter).filter(({ type }) => type !== 'subscription'))(
    'of $path holds the fields that its schema names, and no others',
    ({ output }) => expect(output).toBeDefined(),
  );
});

describe('a mutation', () => {
  const open = listProcedures(appRouter).filter(
    ({ type, policy }) => type === 'mutation' && policy === 'anyone',
  );
  it('is open to anyone only where nobody is signed in yet, or where a mailed link is the proof', () => {
    for (const { path } of open)
      expect(path).toMatch(
        /^((identity|captcha|recovery|verification|factor|socialLogin|passkey)\.|(watch\.notMe|analytics\.seller\.stopWeeklyReport)$)/,
      );
  });
});
