import { type Account, newId } from '@plaza/contracts';
import { insertFactor, SECRET_CONTEXT } from '../identity/factors/factor.repository.ts';
import { insertDevice } from '../identity/factors/remembered-device.repository.ts';
import type { TestMarket } from './test-market.ts';
import { newTokenHash } from './test-visitor.ts';

/** How procedures about second proofs are called, with an own one and with a foreign one: made anew for each call. */
export async function factorInputs(market: TestMarket, path: string, owner: Account, stranger: Account) {
  const inputOf = async (account: Account) => {
    if (path === 'factor.forgetDevice') return { deviceId: await addDevice(market, account) };
    const kind = path === 'factor.confirmPhone' ? 'sms_code' : 'totp';
    const factorId = await addFactor(market, account, kind);
    return { factorId, code: '000000', label: 'A phone' };
  };
  return { own: await inputOf(owner), foreign: await inputOf(stranger) };
}

async function addFactor(market: TestMarket, account: Account, kind: 'totp' | 'sms_code'): Promise<string> {
  const { database, sealing } = market.services;
  const factor = await insertFactor(database.client, {
    accountId: account.id,
    kind,
    label: 'A phone',
    secret: sealing.seal('JBSWY3DPEHPK3PXP', SECRET_CONTEXT),
    confirmedAt: null,
    now: new Date(),
  });
  if (!factor) throw new Error('The second proof was not stored.');
  return factor.id;
}

/** A browser that is remembered; answers its public id. */
export async function addDevice(market: TestMarket, account: Account): Promise<string> {
  const { client } = market.services.database;
  const now = new Date();
  const tokenHash = newTokenHash();
  const expiresAt = new Date(now.getTime() + 86_400_000);
  await insertDevice(client, { tokenHash, accountId: account.id, userAgent: newId(), now, expiresAt });
  const [row] = await client`select public_id from remembered_device where token_hash = ${tokenHash}`;
  return String(row?.public_id);
}
