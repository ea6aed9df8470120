import { type Address, addressSchema } from '@plaza/contracts';
import type { Sealing } from '../platform/sealing.ts';

/** What each sealed text of this domain is sealed as. */
export const CONTEXTS = {
  fullName: 'profile.full_name',
  phone: 'profile.phone',
  socialLinks: 'profile.social_links',
  address: 'address.fields',
  exportPart: 'export.part',
} as const;

/** Sealed, or null for nothing. */
export const sealText = (sealing: Sealing, text: string, context: string): string | null =>
  text === '' ? null : sealing.seal(text, context);

/** Opened; empty for nothing. */
export const openText = (sealing: Sealing, sealed: string | null, context: string): string =>
  sealed === null ? '' : sealing.open(sealed, context);

export const sealAddress = (sealing: Sealing, address: Address): string =>
  sealing.seal(JSON.stringify(address), CONTEXTS.address);

export const openAddress = (sealing: Sealing, fields: string): Address =>
  addressSchema.parse(JSON.parse(sealing.open(fields, CONTEXTS.address)));
