import type { Connections, DeviceSession, SecurityOverview } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export interface SecurityData {
  overview: SecurityOverview;
  sessions: DeviceSession[];
  connections: Connections;
  email: string;
  /** What a new password must not be built from. */
  own: string[];
}

export async function loadSecurity({ api }: LoaderInput): LoaderResult<SecurityData> {
  const account = await api.identity.me.query();
  if (!account) return { kind: 'sign_in_required' };
  const [overview, sessions, connections] = await Promise.all([
    api.factor.overview.query(),
    api.session.list.query(),
    api.socialLogin.connections.query(),
  ]);
  const own = [account.email, account.displayName, account.seller?.name ?? ''];
  return { kind: 'ok', data: { overview, sessions, connections, email: account.email, own } };
}
