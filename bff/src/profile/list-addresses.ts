import type { SavedAddress } from '@plaza/contracts';
import type { Query } from '../platform/query.ts';
import type { Services } from '../platform/services.ts';
import { listAddressesOf } from './saved-address.repository.ts';
import { openAddress } from './sealed-fields.ts';

/** The addresses of an account, the one for delivery first. */
export async function listAddresses(
  { database, sealing }: Pick<Services, 'database' | 'sealing'>,
  accountId: string,
  query: Query = database.client,
): Promise<SavedAddress[]> {
  const records = await listAddressesOf(query, accountId);
  return records.map(({ id, fields, isDefault }) => ({
    id,
    address: openAddress(sealing, fields),
    isDefault,
  }));
}
