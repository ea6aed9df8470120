import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export type RegisterData = Record<string, never>;

export async function loadRegister(_input: LoaderInput): LoaderResult<RegisterData> {
  return { kind: 'ok', data: {} };
}
