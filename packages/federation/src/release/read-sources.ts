import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contractSchema } from '@plaza/contracts/manifest';
import { readSlotProps } from '../build/read-slot-props.mjs';
import type { SourceFacts } from './describe-release.ts';
import { runCommand } from './run-command.ts';

const MAX_NOTE = 200;
const offeredSchema = contractSchema.pick({ procedures: true, events: true });

/**
 * What the sources of a repository say: shapes of the BFF's procedures and of events, props of slots, the commit.
 * @param folders whose uncommitted changes make a build that no commit names
 */
export async function readSources(root: string, folders: readonly string[]): Promise<SourceFacts> {
  const tsx = pathToFileURL(createRequire(join(root, 'package.json')).resolve('tsx')).href;
  const describing = runCommand(process.execPath, ['--import', tsx, 'bff/src/release/contract.cli.ts'], {
    cwd: root,
  });
  const [described, commit] = await Promise.all([describing, readCommit(root, folders)]);
  const { procedures, events } = offeredSchema.parse(JSON.parse(described));
  return {
    procedures,
    events,
    ...commit,
    slotProps: readSlotProps(join(root, 'packages/contracts/src/remotes.ts')),
  };
}

async function readCommit(
  root: string,
  folders: readonly string[],
): Promise<Pick<SourceFacts, 'commit' | 'note'>> {
  try {
    const git = (...args: string[]) => runCommand('git', args, { cwd: root });
    const [head, changes] = await Promise.all([
      git('log', '-1', '--format=%H %s'),
      git('status', '--porcelain', '--', ...folders),
    ]);
    if (changes.trim() !== '') return { commit: null, note: 'Changes that are not committed' };
    const [commit = '', ...subject] = head.trim().split(' ');
    return { commit, note: subject.join(' ').slice(0, MAX_NOTE) };
  } catch {
    return { commit: null, note: 'From sources without a history' };
  }
}
