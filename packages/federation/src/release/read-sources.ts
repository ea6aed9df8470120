import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractSchema } from '@plaza/contracts/manifest';
import { z } from 'zod';
import type { SourceFacts } from './describe-release.ts';
import { runCommand } from './run-command.ts';
import { runTurbo } from './run-turbo.ts';

const MAX_NOTE = 200;

/** Where `write-sources.cli.ts` writes to. */
export const SOURCES_FILE = 'packages/federation/.sources/sources.json';
const sourceShapesSchema = contractSchema
  .pick({ procedures: true, events: true })
  .extend({ slotProps: z.record(z.string(), z.string()) });
export type SourceShapes = z.infer<typeof sourceShapesSchema>;

/**
 * What the sources of a repository say: shapes of the BFF's procedures and of events, props of slots, the commit.
 * @param folders whose uncommitted changes make a build that no commit names
 */
export async function readSources(root: string, folders: readonly string[]): Promise<SourceFacts> {
  const [commit] = await Promise.all([
    readCommit(root, folders),
    runTurbo(root, ['sources', '--filter=@plaza/federation']),
  ]);
  const shapes: unknown = JSON.parse(readFileSync(join(root, SOURCES_FILE), 'utf8'));
  return { ...sourceShapesSchema.parse(shapes), ...commit };
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
