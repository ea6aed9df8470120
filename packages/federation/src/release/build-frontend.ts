import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

const ENV = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', NODE_ENV: 'production' };

/**
 * Builds one frontend and nothing else; what has not changed since its last build comes from turbo's cache.
 * @returns the folder of the build
 */
export async function buildFrontend(root: string, frontend: string): Promise<string> {
  const turbo = createRequire(join(root, 'package.json')).resolve('turbo/bin/turbo');
  const args = [
    'run',
    'build',
    `--filter=@plaza/${frontend}-mfe`,
    '--output-logs=errors-only',
    '--ui=stream',
  ];
  await runCommand(process.execPath, [turbo, ...args], { cwd: root, env: ENV });
  return join(root, 'apps', `${frontend}-mfe`, 'dist');
}
