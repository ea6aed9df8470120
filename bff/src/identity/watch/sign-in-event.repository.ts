import {
  type AuthMethod,
  authMethodSchema,
  idSchema,
  type SignInOutcome,
  signInOutcomeSchema,
} from '@plaza/contracts';
import { z } from 'zod';
import { momentSchema, parseRows, type Query, toJson } from '../../platform/query.ts';

/** An attempt to sign in, as it is kept. */
export interface SignInEvent {
  id: string;
  accountId: string | null;
  emailKey: string | null;
  /** Sealed. */
  address: string;
  addressKey: string;
  networkKey: string;
  place: string | null;
  userAgent: string;
  method: AuthMethod;
  outcome: SignInOutcome;
  isKnownBrowser: boolean;
  at: Date;
}

export async function insertEvents(query: Query, events: readonly SignInEvent[]): Promise<void> {
  await query`
    insert into sign_in_event (id, account_id, email_key, address, address_key, network_key, place, user_agent, method,
      outcome, is_known_browser, at)
    select e.id, (select a.id from account a where a.id = e."accountId"), e."emailKey", e.address, e."addressKey",
      e."networkKey", e.place, e."userAgent", e.method, e.outcome, e."isKnownBrowser", e.at
    from jsonb_to_recordset(${toJson(events)}::jsonb) as e(id uuid, "accountId" uuid, "emailKey" text, address text,
      "addressKey" text, "networkKey" text, place text, "userAgent" text, method text, outcome text,
      "isKnownBrowser" boolean, at timestamptz)`;
}

const listedSchema = z.object({
  event: z.object({
    id: idSchema,
    accountId: idSchema.nullable(),
    at: momentSchema,
    place: z.string().nullable(),
    userAgent: z.string(),
    method: authMethodSchema,
    outcome: signInOutcomeSchema,
  }),
});
const MAX_LISTED = 50;

export interface EventsPage {
  /** Where the page begins: after this one. */
  before?: { at: string; id: string } | undefined;
  limit: number;
}

/** The latest attempts on an account, or from a network; all, where the market is meant. */
export async function listEvents(
  query: Query,
  by: { accountId: string } | { networkKey: string } | 'market',
  { before, limit }: EventsPage = { limit: MAX_LISTED },
): Promise<z.output<typeof listedSchema>['event'][]> {
  const isMeant =
    by === 'market'
      ? query`true`
      : 'accountId' in by
        ? query`account_id = ${by.accountId}`
        : query`network_key = ${by.networkKey}`;
  const rows = await query`
    select jsonb_build_object('id', id, 'accountId', account_id, 'at', at, 'place', place, 'userAgent', user_agent,
      'method', method, 'outcome', outcome) as event
    from sign_in_event
    where ${isMeant} ${before ? query`and (at, id) < (${before.at}::timestamptz, ${before.id}::uuid)` : query``}
    order by at desc, id desc limit ${limit}`;
  return parseRows(listedSchema, rows).map(({ event }) => event);
}

const DELETED_AT_ONCE = 10_000;

/** Removes attempts of before. Answers whether there may be more. */
export async function deleteEventsBefore(query: Query, before: Date): Promise<boolean> {
  const result = await query`
    delete from sign_in_event where id in (
      select id from sign_in_event where at < ${before.toISOString()}::timestamptz order by at limit ${DELETED_AT_ONCE})`;
  return result.count === DELETED_AT_ONCE;
}
