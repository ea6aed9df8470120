import { notFound } from '../../platform/trpc.ts';
import type { Asker } from './asker.ts';
import { deleteDevices } from './remembered-device.repository.ts';

/**
 * Asks a browser for the second proof again.
 * @throws NOT_FOUND when no such browser is remembered for the account
 */
export async function forgetDevice(
  { services, account }: Asker,
  { deviceId }: { deviceId: string },
): Promise<null> {
  const count = await deleteDevices(services.database.client, { accountId: account.id, onlyId: deviceId });
  if (count === 0) throw notFound('device');
  return null;
}
