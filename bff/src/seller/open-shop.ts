import { type NewShop, newId, type OpenShopResult, toSlug } from '@plaza/contracts';
import { appendAudit } from '../audit/public.ts';
import { addRole } from '../identity/public.ts';
import type { Query } from '../platform/query.ts';
import type { Services } from '../platform/services.ts';
import type { Session } from '../platform/trpc.ts';
import { insertSeller, ownsSeller } from './open-shop.repository.ts';

const SLUG_ATTEMPTS = 5;

/** Makes somebody a seller who has an account already. */
export async function openOwnShop(
  { services, session }: { services: Services; session: Session },
  shop: NewShop,
): Promise<OpenShopResult> {
  const accountId = session.account.id;
  const now = services.clock.now();
  const sellsAlready = { ok: false, code: 'sells_already', message: 'Your account sells already.' } as const;
  if (session.account.seller) return sellsAlready;
  const slug = await services.database.client.begin((tx) => openShop(tx, { accountId, ...shop, now }));
  services.changes.tell(`account:${accountId}`);
  return slug === null ? sellsAlready : { ok: true, slug };
}

/**
 * Opens a shop in the caller's transaction, and gives its owner what sellers may. Ends the transaction's writing: see
 * `appendAudit`. Answers its slug, or null when the account owns one already.
 */
export async function openShop(
  tx: Query,
  { accountId, name, country, now }: NewShop & { accountId: string; now: Date },
): Promise<string | null> {
  // Locks the account too, so that two presses open one shop.
  await addRole(tx, { accountId, role: 'seller' });
  if (await ownsSeller(tx, accountId)) return null;
  const id = newId();
  const slug = await insertUnderFreeSlug(tx, { id, name, country, ownerAccountId: accountId, now });
  await appendAudit(tx, {
    actor: { kind: 'account', accountId },
    action: 'seller.opened',
    subject: { kind: 'seller', id },
    at: now,
  });
  return slug;
}

async function insertUnderFreeSlug(
  tx: Query,
  seller: NewShop & { id: string; ownerAccountId: string; now: Date },
): Promise<string> {
  const base = toSlug(seller.name) || 'shop';
  for (let attempt = 0; attempt < SLUG_ATTEMPTS; attempt += 1) {
    const slug = attempt === 0 ? base : `${base}-${seller.id.slice(-4 - attempt)}`;
    if (await insertSeller(tx, { ...seller, slug })) return slug;
  }
  throw new Error(`No free slug was found for "${base}".`);
}
