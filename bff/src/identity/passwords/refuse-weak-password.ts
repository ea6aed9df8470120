import { findWeakness, type Weakness, weakness } from '@plaza/contracts';
import { isCommonPassword } from './common-passwords.ts';

/**
 * Why a new password may not be used, or null. For every place where one is chosen.
 * @param own the person's name, e-mail address, name of their shop
 */
export function refuseWeakPassword(password: string, own: readonly string[]): Weakness | null {
  return findWeakness(password, own) ?? (isCommonPassword(password) ? weakness('common') : null);
}
