import type { SecurityOverview } from '@plaza/contracts';
import { findAccount } from '../account.repository.ts';
import { describeDevice } from '../describe-device.ts';
import { hashToken } from '../tokens.ts';
import type { Asker } from './asker.ts';
import { listFactors } from './factor.repository.ts';
import { countRecoveryCodes } from './recovery-code.repository.ts';
import { listDevices } from './remembered-device.repository.ts';
import { toFactor } from './settle-factor.ts';

/** By what an account is confirmed, for its owner. Nothing of it confirms anything. */
export async function getSecurityOverview({ services, account, visitor }: Asker): Promise<SecurityOverview> {
  const { client } = services.database;
  const now = services.clock.now();
  const [factors, recoveryCodesLeft, devices, record] = await Promise.all([
    listFactors(client, account.id),
    countRecoveryCodes(client, account.id),
    listDevices(client, { accountId: account.id, now }),
    findAccount(client, account.id),
  ]);
  const token = visitor.readCookie('device');
  const currentHash = token === null ? null : hashToken(token);
  return {
    factors: factors.filter(({ confirmedAt }) => confirmedAt !== null).map(toFactor),
    recoveryCodesLeft,
    devices: devices.map(({ id, tokenHash, userAgent, createdAt, expiresAt }) => ({
      id,
      isCurrent: tokenHash === currentHash,
      device: describeDevice(userAgent),
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
    hasPassword: record?.passwordHash != null,
    canUseEmail: account.isEmailVerified,
    canUseSms: services.sms !== null,
  };
}
