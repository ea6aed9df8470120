import { hashToken } from '../identity/public.ts';
import { bearerTokenIn } from '../platform/bearer.ts';
import { isInternal } from '../platform/internal-token.ts';
import type { Services } from '../platform/services.ts';
import type { Program } from './release-actor.ts';
import { useToken } from './release-token.repository.ts';

/** A program that may release. */
export interface Releaser {
  by: Program;
  /** The one frontend that it may release; null for all. */
  frontend: string | null;
}

const INSIDE: Releaser = {
  by: { kind: 'program', name: 'Release command', tokenId: null },
  frontend: null,
};

/** Who releases by an `Authorization` header: the owner of a release token, or Plaza's own processes; null for nobody. */
export async function authorizeRelease(
  { env, database, clock }: Services,
  authorization: string | undefined,
): Promise<Releaser | null> {
  if (isInternal(env.INTERNAL_TOKEN, authorization)) return INSIDE;
  const token = bearerTokenIn(authorization);
  if (!token) return null;
  const found = await useToken(database.client, { tokenHash: hashToken(token), now: clock.now() });
  if (!found) return null;
  const { id: tokenId, name, frontend } = found;
  return { by: { kind: 'program', name, tokenId }, frontend };
}
