import { z } from 'zod';
import { parseRows, type Query } from '../../platform/query.ts';
import { listAccountTables } from '../export/person-records.repository.ts';
import { isOrderOf, type Person } from '../person.ts';

/*
 * What takes a person out of the tables. Locks are taken in the order of the rest: carts, then orders. What is only the
 * account's goes by its reference to the account, whichever domain has it; what must stay is stripped of the person.
 */

/** Takes carts and mails of a person away. */
export async function eraseCartsAndMails(query: Query, { accountId, verifiedEmail }: Person): Promise<void> {
  await query`
    delete from cart where buyer_key = ${`account:${accountId}`} or email = ${verifiedEmail}::text`;
  await query`
    update mail set recipient = null, data = '{}'::jsonb, last_error = null,
      status = case when status = 'queued' then 'failed' else status end,
      ended_at = coalesce(ended_at, now())
    where recipient = ${verifiedEmail}::text`;
}

/**
 * Leaves the books of a person's orders (what, how much, when, to which country) in nobody's name. A receipt loses its
 * content and keeps what proves it. Answers how many orders there are.
 */
export async function eraseBuyer(query: Query, person: Person, buyerKey: string): Promise<number> {
  const orders = await query`
    update orders o set buyer_key = ${buyerKey}, buyer_account_id = null, cart_id = null, email = '',
      address = jsonb_build_object('fullName', 'Erased', 'line1', 'Erased', 'line2', '', 'city', 'Erased',
        'region', '', 'postalCode', '0', 'country', o.address->>'country', 'phone', '')
    where ${isOrderOf(query, person)}`;
  const ofBuyer = query`(select id from orders where buyer_key = ${buyerKey})`;
  await query`update seller_order set tracking_number = null where order_id in ${ofBuyer}`;
  await query`update receipt set content = null where order_id in ${ofBuyer}`;
  await query`update payment set redirect_url = null, failure_message = null where order_id in ${ofBuyer}`;
  return orders.count;
}

/** What names a buyer in what came from the payment provider, and in facts that have not left yet. Can be repeated. */
export async function eraseTraces(
  query: Query,
  { accountId, buyerKey }: { accountId: string; buyerKey: string },
): Promise<void> {
  await query`
    update stripe_event set payload = '{}'::jsonb, last_error = null
    where payload #>> '{data,object,metadata,orderId}' in (
      select id::text from orders where buyer_key = ${buyerKey}) and handled_at is not null`;
  const key = `account:${accountId}`;
  await query`
    update outbox set payload = jsonb_set(payload, '{buyerKey}', to_jsonb(${buyerKey}::text))
    where payload->>'buyerKey' = ${key}`;
  await query`
    update outbox set payload = jsonb_set(payload, '{trackingNumber}', '"erased"')
    where type = 'seller_order.shipped'
      and payload->>'orderId' in (select id::text from orders where buyer_key = ${buyerKey})`;
}

/** Deletes whatever belongs to the account alone. */
export async function eraseBelongings(query: Query, accountId: string): Promise<void> {
  for (const { tableName, columnName } of await listAccountTables(query))
    await query`delete from ${query.unsafe(tableName)} where ${query(columnName)} = ${accountId}`;
  await query`delete from security_alert where subject_kind = 'account' and subject_key = ${accountId}`;
}

/** Shops of the account: closed by now, they stay for the books, without a name. */
export async function eraseShops(query: Query, accountId: string): Promise<void> {
  await query`
    update seller set name = 'Closed shop', slug = 'closed-' || id, description = ''
    where owner_account_id = ${accountId}`;
}

/** The account stays as an id that nobody can be found by. Answers the path of its picture. */
export async function eraseAccountRow(query: Query, accountId: string): Promise<string | null> {
  const rows = await query`
    with before as (select id, avatar_url from account where id = ${accountId} for update)
    update account a set email = '', email_index = null, email_verified_at = null, password_hash = null,
      display_name = 'Erased account', avatar_url = null, roles = '{}', status = 'erased'
    from before where a.id = before.id
    returning before.avatar_url as url`;
  return parseRows(z.object({ url: z.string().nullable() }), rows)[0]?.url ?? null;
}

/** Forgets to whom the last mail went, once it is sent or given up. False while it waits. */
export async function eraseFarewell(query: Query, dedupeKey: string): Promise<boolean> {
  const waiting = await query`
    with ended as (
      update mail set recipient = null, data = '{}'::jsonb, last_error = null
      where dedupe_key = ${dedupeKey} and status <> 'queued' returning id)
    select id from mail where dedupe_key = ${dedupeKey} and status = 'queued'`;
  return waiting.length === 0;
}
