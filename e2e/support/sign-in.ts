import type { APIRequestContext, Browser } from '@playwright/test';
import type { ApiClient } from '@plaza/api-client';
import { apiOf } from './api.ts';
import { market } from './market.ts';
import { withConsent } from './visitor-state.ts';

/** The password of every demo account. */
export const PASSWORD = 'plaza-demo-2026';
type StorageState = Exclude<
  NonNullable<Parameters<Browser['newContext']>[0]>['storageState'],
  string | undefined
>;

/** Somebody with an account: what they may call, and browsers in which they are signed in. */
export interface SignedIn {
  api: ApiClient;
  state: StorageState;
}

/** Signs in without a page. @param request keeps the session's cookie */
export async function signInAs(request: APIRequestContext, email: string): Promise<SignedIn> {
  const api = apiOf(request);
  const answer = await api.identity.signIn.mutate({ email, password: PASSWORD });
  if (!answer.ok) throw new Error(`${email}: ${answer.message}`);
  const { cookies } = await request.storageState();
  return { api, state: { ...withConsent('denied', market.publicUrl), cookies } };
}
