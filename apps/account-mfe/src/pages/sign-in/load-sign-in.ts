import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export type SignInData = Record<string, never>;

export async function loadSignIn(_input: LoaderInput): LoaderResult<SignInData> {
  return { kind: 'ok', data: {} };
}
