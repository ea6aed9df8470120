import type { Proof } from '@plaza/contracts';
import type { Services } from '../../platform/services.ts';
import { listFactors, SECRET_CONTEXT, touchFactors, useTotpStep } from './factor.repository.ts';
import { verifyPasskey } from './passkeys.ts';
import { useRecoveryCode } from './recovery-codes.ts';
import { takeCode } from './short-codes.ts';
import { findTotpStep } from './totp.ts';

/**
 * Whether a proof is right, of this account, and asked for in this scope. It is used up then: of many who show it at
 * once, one is right. Limits are the caller's.
 */
export async function checkProof(
  services: Services,
  { scope, accountId }: { scope: string; accountId: string },
  proof: Proof,
): Promise<boolean> {
  const { client } = services.database;
  const at = services.clock.now();
  switch (proof.kind) {
    case 'passkey':
      return (await verifyPasskey(services, { scope, accountId }, proof.answer)) !== null;
    case 'totp':
      return checkTotp(services, accountId, proof.code);
    case 'recovery_code':
      return useRecoveryCode(services, accountId, proof.code);
    default: {
      const { kind, code } = proof;
      const isRight = await takeCode(services, { scope, kind }, { accountId, code });
      if (isRight) await touchFactors(client, { accountId, kind, at });
      return isRight;
    }
  }
}

async function checkTotp(services: Services, accountId: string, code: string): Promise<boolean> {
  const { client } = services.database;
  const at = services.clock.now();
  for (const factor of await listFactors(client, accountId)) {
    if (factor.kind !== 'totp' || factor.confirmedAt === null || factor.secret === null) continue;
    const step = findTotpStep(services.sealing.open(factor.secret, SECRET_CONTEXT), code, at);
    if (step !== null && (await useTotpStep(client, { factorId: factor.id, step, at }))) return true;
  }
  return false;
}
