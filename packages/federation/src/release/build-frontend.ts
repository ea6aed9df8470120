import { join } from 'node:path';
import { runTurbo } from './run-turbo.ts';

/** Builds one frontend and nothing else. @returns the folder of the build */
export async function buildFrontend(root: string, frontend: string): Promise<string> {
  await runTurbo(root, ['build', `--filter=@plaza/${frontend}-mfe`]);
  return join(root, 'apps', `${frontend}-mfe`, 'dist');
}
