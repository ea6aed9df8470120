import type { z } from 'zod';
import type { Sealing } from '../../platform/sealing.ts';

type Json = z.core.util.JSONType;

/** What texts are sealed as that a copy may hold. */
const CONTEXTS = [
  'account.email',
  'session.address',
  'social_identity.email',
  'sign_in_event.address',
  'profile.full_name',
  'profile.phone',
];
const SEALED = /^v1\.[\w-]{1,40}\.[\w-]{38,}$/;

/** The same with every sealed text in it opened; one that does not open here is named as what it is. */
export function openSealed(sealing: Sealing, value: Json): Json {
  if (typeof value === 'string') return SEALED.test(value) ? openText(sealing, value) : value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((member) => openSealed(sealing, member));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, openSealed(sealing, member)]));
}

function openText(sealing: Sealing, sealed: string): string {
  for (const context of CONTEXTS) {
    try {
      return sealing.open(sealed, context);
    } catch {
      // Sealed as something else.
    }
  }
  return '(kept sealed)';
}
