import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

/** Whether somebody is signed in: the invitation itself is behind the `#` of the address, which only the browser sees. */
export interface JoinTeamData {
  isSignedIn: boolean;
}

export async function loadJoinTeam({ api }: LoaderInput): LoaderResult<JoinTeamData> {
  return { kind: 'ok', data: { isSignedIn: (await api.identity.me.query()) !== null } };
}
