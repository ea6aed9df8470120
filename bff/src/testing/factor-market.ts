import { randomInt } from 'node:crypto';
import { type Account, type AuthMethod, newId } from '@plaza/contracts';
import { createTestDatabase, createTestSms } from '@plaza/testing';
import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import { savePasswordHash } from '../identity/account.repository.ts';
import { createSmsSender } from '../platform/sms.ts';
import { startTestBff, type TestBrowser } from './start-test-bff.ts';
import { openTestMarket, TestClock } from './test-market.ts';
import { createVirtualPasskey } from './virtual-passkey.ts';

export const PASSWORD = 'a walrus in a teapot';
export const STEP_MS = 30_000;

const begunSchema = z.object({ factorId: z.string(), manualKey: z.string() });
const addedSchema = z.object({
  code: z.literal('added'),
  factor: z.object({ id: z.string() }),
  recoveryCodes: z.array(z.string()).nullable(),
});
const optionsSchema = z.object({ options: z.object({ challenge: z.string() }) });

/** A served market with a provider of text messages, and short ways to second proofs. */
export async function openFactorMarket() {
  const clock = new TestClock();
  const [database, sms] = await Promise.all([createTestDatabase(), createTestSms()]);
  const market = await openTestMarket({ databaseUrl: database.url, clock });
  const services = {
    ...market.services,
    sms: createSmsSender({ apiUrl: sms.apiUrl, apiKey: sms.apiKey, from: 'Plaza' }),
  };
  const bff = await startTestBff(services);
  const { client } = services.database;

  /** The code that an app with this secret shows. */
  const appCode = (secret: string, offsetMs = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now().getTime() + offsetMs });
  const challengeOf = (data: unknown) => optionsSchema.parse(data).options;
  return {
    market,
    services,
    bff: {
      ...bff,
      // Each in a network of its own: the watch counts by networks.
      browse: (account?: Account, methods?: AuthMethod[]) =>
        bff.browse(account, `10.${randomInt(256)}.${randomInt(256)}.1`, methods),
    },
    clock,
    sms,
    appCode,
    challengeOf,
    /** Somebody with a password. */
    addPerson: async (): Promise<Account> => {
      const account = await market.addAccount(`Pat ${newId().slice(-4)}`);
      await savePasswordHash(client, {
        accountId: account.id,
        passwordHash: await services.passwords.hash(PASSWORD),
      });
      return account;
    },
    signIn: async (browser: TestBrowser, { email }: Account, password = PASSWORD) =>
      (await browser.mutate('identity.signIn', { email, password })).data,
    me: async (browser: TestBrowser) => (await browser.query('identity.me')).data,
    /** Sets an app up; answers its secret. The step of its first code is used. */
    addTotp: async (browser: TestBrowser) => {
      const begun = begunSchema.parse((await browser.mutate('factor.beginTotp')).data);
      const secret = begun.manualKey.replaceAll(' ', '');
      const code = appCode(secret);
      const added = await browser.mutate('factor.confirmTotp', { factorId: begun.factorId, code });
      const { factor, recoveryCodes } = addedSchema.parse(added.data);
      clock.advance(STEP_MS);
      return { secret, factorId: factor.id, recoveryCodes: recoveryCodes ?? [] };
    },
    addPasskey: async (browser: TestBrowser, account: Account) => {
      const passkey = createVirtualPasskey(account.id);
      const { challenge } = challengeOf((await browser.mutate('factor.beginAddPasskey')).data);
      const answer = passkey.create({ challenge });
      const added = await browser.mutate('factor.addPasskey', { answer, label: 'Laptop' });
      return { passkey, factorId: addedSchema.parse(added.data).factor.id };
    },
    /** Codes by mail that wait for an address, oldest first. */
    mailedCodes: async (to: string): Promise<string[]> => {
      const rows = await client`
        select data->>'code' as code from mail where recipient = ${to} and template = 'code' order by created_at, id`;
      return rows.map(({ code }) => String(code));
    },
    mailsTo: async (to: string): Promise<string[]> => {
      const rows = await client`select template from mail where recipient = ${to} order by created_at, id`;
      return rows.map(({ template }) => String(template));
    },
    auditOf: async (accountId: string): Promise<string[]> => {
      const rows = await client`
        select action from audit_entry where subject_id = ${accountId} order by seq`;
      return rows.map(({ action }) => String(action));
    },
    close: async () => {
      await bff.close();
      await Promise.all([database.drop(), sms.drop()]);
    },
  };
}
export type FactorMarket = Awaited<ReturnType<typeof openFactorMarket>>;

/** The other code of six digits that is surely wrong. */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
