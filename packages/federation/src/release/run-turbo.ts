import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

const ENV = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', NODE_ENV: 'production' };

/**
 * Runs a task of the repository; what has not changed since it last ran comes from turbo's cache.
 * @throws with what the task said when it fails
 */
export async function runTurbo(root: string, task: readonly string[]): Promise<void> {
  const turbo = createRequire(join(root, 'package.json')).resolve('turbo/bin/turbo');
  const args = ['run', ...task, '--output-logs=errors-only', '--ui=stream'];
  await runCommand(process.execPath, [turbo, ...args], { cwd: root, env: ENV });
}
