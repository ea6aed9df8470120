import { z } from 'zod';
import { parseRows, type Query } from '../../platform/query.ts';
import { isOrderOf, type Person } from '../person.ts';

/*
 * Everything that the tables hold of a person, for a copy of it. Each statement answers rows of one column `record`, a
 * JSON object in the words of the copy. What is sealed comes sealed; secrets, and hashes of them, do not come.
 */

const recordSchema = z.object({ record: z.record(z.string(), z.json()) });
type PersonRecord = z.output<typeof recordSchema>['record'];
const read = (rows: readonly unknown[]): PersonRecord[] =>
  parseRows(recordSchema, rows).map(({ record }) => record);

const MAX_ROWS = 10_000;

export const readAccount = async (query: Query, { accountId }: Person) =>
  read(
    await query`
    select jsonb_build_object('id', id, 'email', email, 'emailVerifiedAt', email_verified_at,
      'displayName', display_name, 'avatarUrl', avatar_url, 'roles', roles, 'status', status,
      'hasPassword', password_hash is not null, 'createdAt', created_at) as record
    from account where id = ${accountId}`,
  );

export const readSessions = async (query: Query, { accountId }: Person) =>
  read(
    await query`
    select jsonb_build_object('startedAt', created_at, 'lastSeenAt', last_seen_at, 'expiresAt', expires_at,
      'methods', methods, 'browser', user_agent, 'networkAddress', address, 'place', place) as record
    from session where account_id = ${accountId} order by created_at limit ${MAX_ROWS}`,
  );

export const readFactors = async (query: Query, { accountId }: Person) =>
  read(
    await query`
    select jsonb_build_object('kind', kind, 'label', label, 'createdAt', created_at, 'confirmedAt', confirmed_at,
      'lastUsedAt', last_used_at) as record
    from factor where account_id = ${accountId} order by created_at limit ${MAX_ROWS}`,
  );

export const readSocialIdentities = async (query: Query, { accountId }: Person) =>
  read(
    await query`
    select jsonb_build_object('provider', provider, 'idThere', subject, 'email', email, 'connectedAt', linked_at) as record
    from social_identity where account_id = ${accountId} order by linked_at limit ${MAX_ROWS}`,
  );

/** Attempts to sign in to the account, newest first. */
export const readSignIns = async (query: Query, { accountId }: Person) =>
  read(
    await query`
    select jsonb_build_object('at', at, 'method', method, 'outcome', outcome, 'browser', user_agent,
      'networkAddress', address, 'place', place) as record
    from sign_in_event where account_id = ${accountId} order by at desc limit ${MAX_ROWS}`,
  );

/** Programs that act for the person. */
export const readApiClients = async (query: Query, { accountId }: Person) =>
  read(
    await query`
    select jsonb_build_object('id', id, 'name', name, 'scopes', scopes, 'createdAt', created_at,
      'lastUsedAt', last_used_at, 'expiresAt', expires_at) as record
    from api_client where account_id = ${accountId} order by created_at limit ${MAX_ROWS}`,
  );

export const readMails = async (query: Query, { verifiedEmail }: Person) =>
  read(
    await query`
    select jsonb_build_object('kind', template, 'status', status, 'queuedAt', created_at, 'endedAt', ended_at) as record
    from mail where recipient = ${verifiedEmail}::text order by created_at limit ${MAX_ROWS}`,
  );

export const readCarts = async (query: Query, { accountId, verifiedEmail }: Person) =>
  read(
    await query`
    select jsonb_build_object('createdAt', c.created_at, 'updatedAt', c.updated_at, 'email', c.email,
      'address', c.address, 'lines', coalesce((
        select jsonb_agg(jsonb_build_object('productId', l.product_id, 'variantId', l.variant_id,
          'quantity', l.quantity, 'addedAt', l.added_at))
        from cart_line l where l.cart_id = c.id), '[]'::jsonb)) as record
    from cart c where c.buyer_key = ${`account:${accountId}`} or c.email = ${verifiedEmail}::text limit ${MAX_ROWS}`,
  );

/** Shops that the person owns or works for, with what the owner offers there. */
export const readShops = async (query: Query, { accountId }: Person) =>
  read(
    await query`
    select jsonb_build_object('name', s.name, 'slug', s.slug, 'description', s.description, 'country', s.country,
      'openedAt', s.created_at, 'role', 'owner', 'listings', coalesce((
        select jsonb_agg(jsonb_build_object('title', p.title, 'status', p.status, 'slug', p.slug,
          'createdAt', p.created_at))
        from (select * from product where seller_id = s.id order by created_at limit ${MAX_ROWS}) p), '[]'::jsonb)) as record
    from seller s where s.owner_account_id = ${accountId}
    union all
    select jsonb_build_object('name', s.name, 'slug', s.slug, 'role', 'member', 'permissions', m.permissions,
      'since', m.added_at)
    from seller_member m join seller s on s.id = m.seller_id where m.account_id = ${accountId}`,
  );

const PAGE = 100;

/** Orders with their parts, lines, payments, refunds and receipt, a page at a time, oldest first. */
export async function* readOrders(query: Query, person: Person): AsyncGenerator<PersonRecord> {
  let afterId = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await query`
      select jsonb_build_object('id', o.id, 'number', o.number, 'status', o.status, 'email', o.email,
        'address', o.address, 'currency', o.currency, 'itemsMinor', o.items_minor, 'shippingMinor', o.shipping_minor,
        'totalMinor', o.total_minor, 'refundedMinor', o.refunded_minor, 'placedAt', o.placed_at, 'paidAt', o.paid_at,
        'sellerOrders', (
          select jsonb_agg(jsonb_build_object('number', so.number, 'seller', s.name, 'status', so.status,
            'carrier', so.carrier, 'trackingNumber', so.tracking_number, 'totalMinor', so.total_minor,
            'timeline', so.timeline, 'lines', (
              select jsonb_agg(jsonb_build_object('title', l.title, 'variant', l.variant_label,
                'quantity', l.quantity, 'unitPriceMinor', l.unit_price_minor, 'totalMinor', l.total_minor))
              from order_line l where l.seller_order_id = so.id)))
          from seller_order so join seller s on s.id = so.seller_id where so.order_id = o.id),
        'payments', coalesce((
          select jsonb_agg(jsonb_build_object('status', p.status, 'amountMinor', p.amount_minor,
            'currency', p.currency, 'failure', p.failure_message, 'createdAt', p.created_at))
          from payment p where p.order_id = o.id), '[]'::jsonb),
        'refunds', coalesce((
          select jsonb_agg(jsonb_build_object('reason', r.reason, 'status', r.status, 'amountMinor', r.amount_minor,
            'currency', r.currency, 'createdAt', r.created_at))
          from refund r where r.order_id = o.id), '[]'::jsonb),
        'receipt', (
          select jsonb_build_object('digest', r.digest, 'keyId', r.key_id, 'signature', r.signature,
            'content', r.content)
          from receipt r where r.order_id = o.id)) as record
      from orders o where ${isOrderOf(query, person)} and o.id > ${afterId}::uuid
      order by o.id limit ${PAGE}`;
    const records = read(rows);
    yield* records;
    if (records.length < PAGE) return;
    afterId = String(records.at(-1)?.id);
  }
}

/** Entries of the audit log that the account made or that are about it, a page at a time, newest first; staff stay unnamed. */
export async function* readAuditEntries(query: Query, { accountId }: Person): AsyncGenerator<PersonRecord> {
  let beforeSeq = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = await query`
      select jsonb_build_object('seq', seq, 'at', at, 'by',
          case when actor_kind = 'account' and actor_account_id = ${accountId} then 'you' else actor_kind end,
        'action', action, 'about', jsonb_build_object('kind', subject_kind, 'id', subject_id), 'reason', reason,
        'details', details) as record
      from audit_entry
      where (actor_account_id = ${accountId} or subject_id = ${accountId}) and seq < ${beforeSeq}::bigint
      order by seq desc limit ${PAGE}`;
    const records = read(rows);
    yield* records;
    if (records.length < PAGE) return;
    beforeSeq = z.number().parse(records.at(-1)?.seq);
  }
}

const tableSchema = z.object({ tableName: z.string(), columnName: z.string() });

/** Tables whose rows belong to an account and go with it, and by which column. */
export async function listAccountTables(query: Query): Promise<z.output<typeof tableSchema>[]> {
  const rows = await query`
    select c.conrelid::regclass::text as "tableName", a.attname as "columnName"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'account'::regclass and c.confdeltype = 'c'
    order by 1`;
  return parseRows(tableSchema, rows);
}

/** Rows of such a table as they are, without columns whose names say that they hold a secret or a hash of one. */
export const readRowsOf = async (
  query: Query,
  { tableName, columnName }: z.output<typeof tableSchema>,
  { accountId }: Person,
) =>
  read(
    await query`
    select coalesce((
      select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(t))
      where key !~ '(hash|secret|token|code|answer|key|data)' and key <> ${columnName}), '{}'::jsonb) as record
    from ${query.unsafe(tableName)} t where ${query(columnName)} = ${accountId} limit ${MAX_ROWS}`,
  );

const orderIdSchema = z.object({ id: z.string() });

/** Ids of the person's orders, a page at a time. */
export const readOrderIds = (query: Query, person: Person, page: number): AsyncGenerator<string[]> =>
  readIds(query, isOrderOf(query, person), page);

/** Ids of the orders of a buyer by the key that stands for them, a page at a time. */
export const readOrderIdsOf = (query: Query, buyerKey: string, page: number): AsyncGenerator<string[]> =>
  readIds(query, query`o.buyer_key = ${buyerKey}`, page);

async function* readIds(
  query: Query,
  isWanted: ReturnType<typeof isOrderOf>,
  page: number,
): AsyncGenerator<string[]> {
  let afterId = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await query`
      select o.id from orders o where ${isWanted} and o.id > ${afterId}::uuid order by o.id limit ${page}`;
    const ids = parseRows(orderIdSchema, rows).map(({ id }) => id);
    if (ids.length > 0) yield ids;
    if (ids.length < page) return;
    afterId = ids.at(-1) ?? afterId;
  }
}
