import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Person } from './people.ts';

const REQUEST_LIFE_MS = 10 * 60_000;
const CODE_LIFE_MS = 60_000;
const TOKEN_LIFE_MS = 10 * 60_000;
const MAX_KEPT = 10_000;

/** The shop, as it is registered with a provider. */
export interface Client {
  id: string;
  secret: string;
  redirectUri: string;
}

/** What the shop asks for, before somebody has consented. */
export interface AuthorizationRequest {
  redirectUri: string;
  state: string | null;
  nonce: string | null;
  /** S256; null when the shop does without. */
  codeChallenge: string | null;
  scopes: string[];
}

/** What somebody has consented to. */
export interface Grant {
  person: Person;
  request: AuthorizationRequest;
}

interface Code extends Grant {
  /** Given for it; revoked when the code is shown a second time. */
  accessToken: string | null;
}

/** Requests, codes and tokens of one provider, in memory. */
export class Grants {
  readonly #requests = new Expiring<AuthorizationRequest>(REQUEST_LIFE_MS);
  readonly #codes = new Expiring<Code>(CODE_LIFE_MS);
  readonly #tokens = new Expiring<Grant>(TOKEN_LIFE_MS);

  /** Keeps a request while somebody thinks about it. */
  ask(request: AuthorizationRequest): string {
    return this.#requests.add(request);
  }
  request(id: string): AuthorizationRequest | undefined {
    return this.#requests.get(id);
  }

  consent(requestId: string, person: Person): string | undefined {
    const request = this.#requests.take(requestId);
    return request && this.#codes.add({ person, request, accessToken: null });
  }
  deny(requestId: string): AuthorizationRequest | undefined {
    return this.#requests.take(requestId);
  }

  /** A token for a code that is fresh, unused, and shown by whoever asked for it; undefined otherwise. */
  redeem(input: { code: string; redirectUri: string; codeVerifier: string | null }) {
    const code = this.#codes.get(input.code);
    if (!code) return undefined;
    if (code.accessToken !== null) {
      this.#tokens.take(code.accessToken);
      return undefined;
    }
    if (code.request.redirectUri !== input.redirectUri) return undefined;
    if (!matchesChallenge(code.request.codeChallenge, input.codeVerifier)) return undefined;
    code.accessToken = this.#tokens.add({ person: code.person, request: code.request });
    return { accessToken: code.accessToken, grant: code };
  }

  /** What a token opens. */
  grantOf(authorization: string | undefined): Grant | undefined {
    const token = /^(?:Bearer|token) (\S+)$/i.exec(authorization ?? '')?.[1];
    return token === undefined ? undefined : this.#tokens.get(token);
  }
}

function matchesChallenge(challenge: string | null, verifier: string | null): boolean {
  if (challenge === null || verifier === null) return challenge === verifier;
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}

/** Whether these are the client's own id and secret, in the body or in the header. */
export function isClient(client: Client, authorization: string | undefined, form: URLSearchParams): boolean {
  const basic = /^Basic (\S+)$/i.exec(authorization ?? '')?.[1];
  const [id = '', secret = ''] =
    basic === undefined
      ? [form.get('client_id') ?? '', form.get('client_secret') ?? '']
      : Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent);
  return equals(id, client.id) && equals(secret, client.secret);
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const equals = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));

class Expiring<Value> {
  readonly #kept = new Map<string, { value: Value; until: number }>();
  readonly #lifeMs: number;
  constructor(lifeMs: number) {
    this.#lifeMs = lifeMs;
  }
  add(value: Value): string {
    const key = randomBytes(24).toString('base64url');
    this.#kept.set(key, { value, until: Date.now() + this.#lifeMs });
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return key;
  }
  get(key: string): Value | undefined {
    const found = this.#kept.get(key);
    if (found && found.until > Date.now()) return found.value;
    this.#kept.delete(key);
    return undefined;
  }
  take(key: string): Value | undefined {
    const value = this.get(key);
    this.#kept.delete(key);
    return value;
  }
}
