import { type Account, newId } from '@plaza/contracts';
import { ADDRESS } from './address.ts';
import type { TestMarket } from './test-market.ts';

/** How a procedure of `profile` is called with a thing that is one's own, and with somebody else's. */
export async function profileInputs(market: TestMarket, path: string, own: Account, other: Account) {
  if (path === 'profile.openExport') {
    const [ownId, foreignId] = await Promise.all([exportOf(market, own), exportOf(market, other)]);
    return { own: { exportId: ownId }, foreign: { exportId: foreignId } };
  }
  const [ownId, foreignId] = await Promise.all([addressOf(market, own), addressOf(market, other)]);
  const address = path === 'profile.saveAddress' ? { address: ADDRESS } : {};
  return { own: { addressId: ownId, ...address }, foreign: { addressId: foreignId, ...address } };
}

async function addressOf(market: TestMarket, account: Account): Promise<string> {
  const line1 = `${newId()} Road`;
  const saved = await market.visit(account).profile.saveAddress({ address: { ...ADDRESS, line1 } });
  if (!saved.ok) throw new Error(saved.message);
  return saved.addressId;
}

async function exportOf(market: TestMarket, account: Account): Promise<string> {
  const id = newId();
  await market.services.database.client`
    insert into data_export (id, account_id, status, asked_at, expires_at, next_attempt_at)
    values (${id}, ${account.id}, 'asked', now(), now() + interval '1 day', now() + interval '1 day')`;
  return id;
}
