import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const NOBODY = 65534;

/** How to run PostgreSQL, which refuses to run as root, on this machine. */
export interface Unprivileged {
  /** The binaries, where the unprivileged user can execute them. */
  native: string;
  /** The folder of the cluster, where the unprivileged user can write. */
  home: string;
  /** Turns a command into the one to spawn. */
  wrap(command: string, args: string[]): { command: string; args: string[] };
  /** Spawn options; empty unless the process changes its user. */
  identity: { uid?: number; gid?: number };
  /** Hands a file or folder over to the user that PostgreSQL runs as. */
  give(path: string): void;
}

/**
 * Chooses how to run PostgreSQL: as we are when we are an ordinary user; as root inside a user namespace that maps
 * root to nobody; and where namespaces are denied, as uid 65534 on a copy that this uid can reach.
 * @param native folder of the installed binaries
 * @param home folder that shall hold the cluster
 */
export function chooseUnprivileged(
  native: string,
  home: string,
  isRoot = process.getuid?.() === 0,
): Unprivileged {
  if (!isRoot) {
    return { native, home, wrap: (command, args) => ({ command, args }), identity: {}, give: () => {} };
  }
  if (namespaceWorks()) {
    const mapping = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
    return {
      native,
      home,
      wrap: (command, args) => ({ command: 'unshare', args: [...mapping, command, ...args] }),
      identity: {},
      give: () => {},
    };
  }
  return copiedForNobody(native, home);
}

function namespaceWorks(): boolean {
  const probe = spawnSync(
    'unshare',
    ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--', 'true'],
    {
      stdio: 'ignore',
      timeout: 5_000,
    },
  );
  return probe.status === 0;
}

/** The cluster lives outside of `home` here, because a path below root's home is closed to uid 65534. */
export function copiedForNobody(native: string, home: string): Unprivileged {
  const key = createHash('sha256').update(`${native}\n${home}`).digest('hex').slice(0, 12);
  const base = join(tmpdir(), `plaza-postgres-${key}`);
  const binaries = join(base, 'native');
  mkdirSync(base, { recursive: true, mode: 0o755 });
  if (!existsSync(binaries)) {
    const half = `${binaries}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, binaries);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(binaries)) throw error;
    }
  }
  const cluster = join(base, basename(home));
  mkdirSync(dirname(cluster), { recursive: true });
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  chownSync(cluster, NOBODY, NOBODY);
  return {
    native: binaries,
    home: cluster,
    wrap: (command, args) => ({ command, args }),
    identity: { uid: NOBODY, gid: NOBODY },
    give: (path) => chownSync(path, NOBODY, NOBODY),
  };
}
