import type { ISql } from 'postgres';
import { EMAIL_CONTEXT } from '../src/identity/account-record.ts';
import { hashPassword } from '../src/identity/password.ts';
import type { Sealing } from '../src/platform/sealing.ts';
import { insertRows } from './insert-rows.ts';
import { createRandom, seededId } from './random.ts';
import { DEMO_SELLERS } from './sellers.ts';

/** The password of every demo account, shown when the market starts. */
const DEMO_PASSWORD = 'plaza-demo-2026';

export interface DemoAccounts {
  buyer: { id: string; email: string };
  /** Seller ids by slug. */
  sellerIds: ReadonlyMap<string, string>;
}

/** Writes the demo buyer, the admin, and the twelve sellers with their owners. */
export async function writeAccounts(client: ISql, sealing: Sealing, now: Date): Promise<DemoAccounts> {
  const random = createRandom('accounts');
  const createdAt = new Date(now.getTime() - 420 * 86_400_000);
  const id = () => seededId(random, createdAt.getTime());
  const buyer = { id: id(), email: 'buyer@plaza.test', name: 'Bea Buyer', roles: ['buyer'] };
  const admin = { id: id(), email: 'admin@plaza.test', name: 'Ada Admin', roles: ['buyer', 'admin'] };
  const owners = DEMO_SELLERS.map((seller) => ({
    id: id(),
    email: seller.ownerEmail,
    name: seller.ownerName,
    roles: ['buyer', 'seller'],
    seller: { ...seller, id: id() },
  }));
  const accounts = [buyer, admin, ...owners];
  const hashes = await Promise.all(accounts.map(() => hashPassword(DEMO_PASSWORD)));
  await insertRows(
    client,
    'account',
    accounts.map((account, index) => ({
      id: account.id,
      email: sealing.seal(account.email, EMAIL_CONTEXT),
      email_index: sealing.blindIndex(account.email, EMAIL_CONTEXT),
      email_verified_at: createdAt.toISOString(),
      password_hash: hashes[index] ?? '',
      display_name: account.name,
      roles: account.roles,
      created_at: createdAt.toISOString(),
    })),
  );
  await insertRows(
    client,
    'seller',
    owners.map(({ id: ownerId, seller }) => ({
      id: seller.id,
      slug: seller.slug,
      name: seller.name,
      description: seller.description,
      country: seller.country,
      owner_account_id: ownerId,
      created_at: createdAt.toISOString(),
    })),
  );
  return { buyer, sellerIds: new Map(owners.map(({ seller }) => [seller.slug, seller.id])) };
}
