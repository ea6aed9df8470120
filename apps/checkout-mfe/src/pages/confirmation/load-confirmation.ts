import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export type ConfirmationData = Record<string, never>;

export async function loadConfirmation(_input: LoaderInput): LoaderResult<ConfirmationData> {
  return { kind: 'ok', data: {} };
}
