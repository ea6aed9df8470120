import type { VerifyReceiptResult } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export interface Verification {
  /** As it was entered; empty when nothing was. */
  digest: string;
  /** Null before anything was entered. */
  result: VerifyReceiptResult | { ok: false; code: 'malformed' } | null;
}

const DIGEST = /^[0-9a-f]{64}$/;
const MAX_SHOWN = 200;

/** Checks the digest in the address, when there is one. */
export async function loadVerification({ api, search }: LoaderInput): LoaderResult<Verification> {
  const entered = (search.digest ?? '').slice(0, MAX_SHOWN);
  const digest = entered.replace(/\s+/g, '').toLowerCase();
  if (digest === '') return { kind: 'ok', data: { digest: '', result: null } };
  if (!DIGEST.test(digest)) {
    return { kind: 'ok', data: { digest: entered, result: { ok: false, code: 'malformed' } } };
  }
  return { kind: 'ok', data: { digest, result: await api.receipt.verify.query({ digest }) } };
}
