import { isStrongFactor, type OfferedFactor, type StepUpOffers } from '@plaza/contracts';
import type { Services } from '../../platform/services.ts';
import { findAccount } from '../account.repository.ts';
import { toAccount } from '../account-record.ts';
import { type FactorRecord, listFactors, listSecondFactors, SECRET_CONTEXT } from './factor.repository.ts';

/** What an account can show as a second proof, strongest first; empty when it has none. */
export async function offersOf(services: Services, accountId: string): Promise<OfferedFactor[]> {
  const { client } = services.database;
  const [kinds, factors, email] = await Promise.all([
    listSecondFactors(client, accountId),
    listFactors(client, accountId),
    emailOf(services, accountId),
  ]);
  const phone = numberOf(services, factors);
  return kinds.map((kind) => {
    if (kind === 'email_code') return { kind, hint: email && hintOfEmail(email) };
    if (kind === 'sms_code') return { kind, hint: phone && hintOfNumber(phone) };
    return { kind, hint: null };
  });
}

/**
 * By what somebody who is signed in shows anew who they are: the strongest that the account has. Codes that travel count
 * only where there is nothing better; without a second proof it is the password, and without one a code by mail.
 */
export async function stepUpOffersOf(services: Services, accountId: string): Promise<StepUpOffers['offers']> {
  const offers = await offersOf(services, accountId);
  if (offers.some(({ kind }) => isStrongFactor(kind)))
    return offers.filter(({ kind }) => isStrongFactor(kind) || kind === 'recovery_code');
  if (offers.length > 0) return offers;
  const record = await findAccount(services.database.client, accountId);
  if (record?.passwordHash != null) return [{ kind: 'password', hint: null }];
  const email = record && toAccount(record, services.sealing).email;
  return [{ kind: 'email_code', hint: email && hintOfEmail(email) }];
}

/** Where codes of an account go; null for ways that it has not. */
export async function recipientOf(
  services: Services,
  accountId: string,
  kind: 'email_code' | 'sms_code',
): Promise<string | null> {
  if (kind === 'email_code') return emailOf(services, accountId);
  return numberOf(services, await listFactors(services.database.client, accountId));
}

async function emailOf(services: Services, accountId: string): Promise<string | null> {
  const record = await findAccount(services.database.client, accountId);
  return record && toAccount(record, services.sealing).email;
}

/** The confirmed number among the factors of an account. */
function numberOf({ sealing }: Services, factors: readonly FactorRecord[]): string | null {
  const phone = factors.find(({ kind, confirmedAt }) => kind === 'sms_code' && confirmedAt !== null);
  return phone?.secret ? sealing.open(phone.secret, SECRET_CONTEXT) : null;
}

/** `•••• 2030`. */
export const hintOfNumber = (number: string): string => `•••• ${number.slice(-4)}`;
/** `m•••@plaza.test`. */
const hintOfEmail = (email: string): string => `${email.slice(0, 1)}•••${email.slice(email.indexOf('@'))}`;
