import { type Account, newId } from '@plaza/contracts';
import { registerRelease } from '../release/register-release.ts';
import { manifestOf } from './release-market.ts';
import type { TestMarket } from './test-market.ts';
import { newTokenHash } from './test-visitor.ts';

/** How procedures about a frontend are called: of the developer's team, and of another one, or of none for an admin. */
export async function releaseInputs(market: TestMarket, path: string, developer: Account) {
  const own = await addFrontend(market);
  await market.services.database.client`
    insert into frontend_member (frontend, account_id, added_at) values (${own.frontend}, ${developer.id}, now())`;
  const foreign = await addFrontend(market);
  if (/Member$/.test(path)) {
    const reason = 'A test of rights';
    const about = { reason, accountId: developer.id, email: developer.email };
    return {
      as: 'admin' as const,
      own: { ...about, frontend: own.frontend },
      foreign: { ...about, frontend: 'nobodys' },
    };
  }
  return { as: 'developer' as const, own, foreign };
}

/** With a token, and all that any step wants to know. */
async function addFrontend(market: TestMarket) {
  const { services } = market;
  const frontend = `front-${newId().slice(-12)}`;
  const by = { kind: 'program', name: 'Test', tokenId: null } as const;
  const manifest = manifestOf(frontend, 'one');
  await registerRelease(services, by, { manifest });
  const tokenId = newId();
  await services.database.client`
    insert into release_token (id, frontend, name, token_hash, created_by, created_at, expires_at)
    values (${tokenId}, ${frontend}, 'CI', ${newTokenHash()}, ${newId()}, now(), now() + interval '1 day')`;
  return {
    frontend,
    version: manifest.release.version,
    audience: { kind: 'internal' },
    reason: 'A test of rights',
    tokenId,
    name: 'Another',
    expiresInDays: 30,
  };
}
