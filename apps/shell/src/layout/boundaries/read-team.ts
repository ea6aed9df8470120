import { BOOT_ID, type Boot } from '../../document/boot.ts';

const asked = new Map<string, Promise<string | null>>();

/**
 * The team that owns a remote, as the release says that this page came with; asked once a page. Null where that cannot be
 * read: the release is kept at another origin, or comes from its sources.
 */
export function readTeam(remote: string): Promise<string | null> {
  const known = asked.get(remote);
  if (known) return known;
  const team = fetchTeam(remote).catch(() => null);
  asked.set(remote, team);
  return team;
}

async function fetchTeam(remote: string): Promise<string | null> {
  const boot: Pick<Boot, 'registry'> = JSON.parse(document.getElementById(BOOT_ID)?.textContent ?? '{}');
  const baseUrl = boot.registry[remote]?.baseUrl;
  // The content policy lets pages ask their own origin alone.
  if (!baseUrl?.startsWith('/')) return null;
  const answer = await fetch(`${baseUrl}release.json`);
  const { declaration }: { declaration?: { team?: string } } = await answer.json();
  return declaration?.team ?? null;
}
