import type { Account, SavedAddress } from '@plaza/contracts';
import type { Query } from '../platform/query.ts';
import type { Services } from '../platform/services.ts';
import { notFound } from '../platform/trpc.ts';
import { listAddresses } from './list-addresses.ts';
import { deleteAddress, lockAddresses, makeDefault } from './saved-address.repository.ts';

type Change = (query: Query, input: { id: string; accountId: string }) => Promise<boolean>;

const changeWith =
  (change: Change) =>
  (services: Services, account: Account, { addressId }: { addressId: string }): Promise<SavedAddress[]> =>
    services.database.client.begin(async (tx) => {
      await lockAddresses(tx, account.id);
      if (!(await change(tx, { id: addressId, accountId: account.id }))) throw notFound('address');
      return listAddresses(services, account.id, tx);
    });

/** Takes an address away; another one becomes the one for delivery. @throws NOT_FOUND */
export const removeAddress = changeWith(deleteAddress);

/** Parcels go there unless something else is said. @throws NOT_FOUND */
export const setDefaultAddress = changeWith(makeDefault);
