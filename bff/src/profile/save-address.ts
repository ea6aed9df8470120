import {
  type Account,
  MAX_SAVED_ADDRESSES,
  newId,
  type saveAddressInput,
  type saveAddressResult,
} from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../platform/services.ts';
import { notFound } from '../platform/trpc.ts';
import { listAddresses } from './list-addresses.ts';
import * as repository from './saved-address.repository.ts';
import { sealAddress } from './sealed-fields.ts';

/**
 * Saves a new address, or changes one. The first one is the one for delivery. One that is saved already, letter by
 * letter, is not saved twice.
 * @throws NOT_FOUND when the account has no such address
 */
export async function saveAddress(
  services: Services,
  account: Account,
  { addressId, address, isDefault }: z.output<typeof saveAddressInput>,
): Promise<z.output<typeof saveAddressResult>> {
  const accountId = account.id;
  const fields = sealAddress(services.sealing, address);
  return services.database.client.begin(async (tx) => {
    await repository.lockAddresses(tx, accountId);
    const before = await listAddresses(services, accountId, tx);
    const same = before.find((saved) => JSON.stringify(saved.address) === JSON.stringify(address));
    const id = addressId ?? same?.id ?? newId();
    if (addressId !== undefined) {
      if (!(await repository.updateAddress(tx, { id, accountId, fields }))) throw notFound('address');
    } else if (!same) {
      if (before.length >= MAX_SAVED_ADDRESSES) return tooMany;
      await repository.insertAddress(tx, { id, accountId, fields, now: services.clock.now() });
    }
    if (isDefault || before.length === 0) await repository.makeDefault(tx, { id, accountId });
    return { ok: true, addressId: id, addresses: await listAddresses(services, accountId, tx) };
  });
}

const tooMany = {
  ok: false,
  code: 'too_many',
  message: `You can save up to ${MAX_SAVED_ADDRESSES} addresses. Remove one first.`,
} as const;
