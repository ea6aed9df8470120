import type { Account } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { getProfile } from '../get-profile.ts';
import { listAddresses } from '../list-addresses.ts';
import { toPerson } from '../person.ts';
import { ORDERS_PER_CALL, readEvents } from '../pipeline-people.ts';
import { openSealed } from './open-sealed.ts';
import * as records from './person-records.repository.ts';

type Json = z.core.util.JSONType;
type Section = AsyncIterable<Json> | Promise<readonly Json[]>;

/** Tables that have a section of their own, or that hold nothing but secrets and what is under way. */
const TOLD_ELSEWHERE = new Set([
  'session',
  'factor',
  'sign_in_event',
  'api_client',
  'social_identity',
  'social_attempt',
  'profile',
  'saved_address',
  'seller_member',
  'data_export',
  'recovery_code',
  'one_time_token',
  'sign_in_challenge',
]);

/**
 * Everything that is held of an account, as the text of one JSON object, piece by piece: no more than a page of it is in
 * memory. Secrets and hashes of them are left out.
 * @throws when something cannot be read; half a copy is none
 */
export async function* writeCopy(
  services: Services,
  account: Account,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  const { client } = services.database;
  const person = toPerson(account);
  const about = { format: 'plaza-export/1', madeAt: services.clock.now().toISOString() };
  yield JSON.stringify(about).slice(0, -1);
  const sections: Record<string, Section> = {
    account: records.readAccount(client, person),
    profile: getProfile(services, account).then((profile) => [profile]),
    addresses: listAddresses(services, account.id),
    sessions: records.readSessions(client, person),
    secondFactors: records.readFactors(client, person),
    signIns: records.readSignIns(client, person),
    apiClients: records.readApiClients(client, person),
    connectedAccounts: records.readSocialIdentities(client, person),
    otherRecords: readOthers(services, account),
    shops: records.readShops(client, person),
    carts: records.readCarts(client, person),
    orders: records.readOrders(client, person),
    mails: records.readMails(client, person),
    auditLog: records.readAuditEntries(client, person),
    events: readAllEvents(services, account, signal),
  };
  for (const [name, section] of Object.entries(sections)) {
    signal?.throwIfAborted();
    yield `,\n${JSON.stringify(name)}:[`;
    let isFirst = true;
    for await (const record of Symbol.asyncIterator in section ? section : await section) {
      yield (isFirst ? '\n' : ',\n') + JSON.stringify(openSealed(services.sealing, record));
      isFirst = false;
    }
    yield ']';
  }
  yield '}\n';
}

/** Rows of every other table whose rows go with the account, whichever domain has it. */
async function* readOthers({ database }: Services, account: Account): AsyncGenerator<Json> {
  for (const table of await records.listAccountTables(database.client)) {
    if (TOLD_ELSEWHERE.has(table.tableName)) continue;
    const rows = await records.readRowsOf(database.client, table, toPerson(account));
    for (const row of rows) yield { from: table.tableName, ...row };
  }
}

/** What the account's browsers reported. Each call names some of its orders; without any there may still be events. */
async function* readAllEvents(
  services: Services,
  account: Account,
  signal?: AbortSignal,
): AsyncGenerator<Json> {
  const { client } = services.database;
  let isAsked = false;
  for await (const orderIds of records.readOrderIds(client, toPerson(account), ORDERS_PER_CALL)) {
    isAsked = true;
    for await (const line of readEvents(services, { accountId: account.id, orderIds }, signal))
      yield JSON.parse(line);
  }
  if (isAsked) return;
  for await (const line of readEvents(services, { accountId: account.id, orderIds: [] }, signal))
    yield JSON.parse(line);
}
