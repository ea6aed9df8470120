import { newId } from '@plaza/contracts';
import type { TestMarket } from './test-market.ts';
import { newTokenHash } from './test-visitor.ts';

/** How procedures about a team are called, with somebody of an own one and of a foreign one: made anew for each call. */
export async function teamInputs(
  market: TestMarket,
  path: string,
  ownSellerId: string,
  foreignSellerId: string,
) {
  const inputOf = async (sellerId: string) =>
    path === 'team.cancelInvitation'
      ? { invitationId: await addInvitation(market, sellerId) }
      : { accountId: await addMember(market, sellerId), permissions: ['orders'] };
  return { own: await inputOf(ownSellerId), foreign: await inputOf(foreignSellerId) };
}

async function addMember(market: TestMarket, sellerId: string): Promise<string> {
  const { id } = await market.addAccount('Mia', ['buyer', 'seller']);
  await market.services.database.client`
    insert into seller_member (seller_id, account_id, permissions) values (${sellerId}, ${id}, '{listings}')`;
  return id;
}

async function addInvitation(market: TestMarket, sellerId: string): Promise<string> {
  const id = newId();
  const email = `${id}@plaza.test`;
  const { database, sealing } = market.services;
  await database.client`
    insert into seller_invitation (id, seller_id, email, email_index, permissions, token_hash, invited_by, expires_at)
    values (${id}, ${sellerId}, ${sealing.seal(email, 'seller_invitation.email')},
      ${sealing.blindIndex(email, 'account.email')}, '{orders}', ${newTokenHash()}, ${newId()}, now() + interval '7 days')`;
  return id;
}
