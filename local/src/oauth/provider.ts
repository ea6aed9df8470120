import type { Hono } from 'hono';
import type { Client, Grants } from './grants.ts';

/** Things that a provider may get wrong, or do to whoever trusts it; for tests. */
export type Fault =
  | 'wrong_nonce'
  | 'wrong_audience'
  | 'wrong_issuer'
  | 'foreign_key'
  | 'no_id_token'
  | 'token_hangs'
  | 'token_fails'
  | 'profile_hangs'
  | 'profile_fails';

export type ProviderId = 'google' | 'github' | 'facebook';

/** One provider: what all of them have in common. */
export interface Provider {
  id: ProviderId;
  name: string;
  /** Address below which it lives, as browsers see it; without a slash at its end. */
  baseUrl: string;
  client: Client;
  grants: Grants;
  faults: Set<Fault>;
}

/** What each does in its own way. */
export interface Dialect {
  /** Path of the page where people consent. */
  authorizePath: string;
  /** Sent along with every answer to the shop; null for providers that do not name themselves. */
  issuer: string | null;
  /** What the shop is told when somebody says no. */
  denial: Record<string, string>;
  /** Adds the endpoints that the shop calls. */
  addEndpoints(app: Hono): void;
}

/** Never answers; the connection ends with the caller's patience. */
export const hang = (): Promise<never> => new Promise(() => undefined);
