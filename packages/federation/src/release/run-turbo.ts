import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

const ENV = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', NODE_ENV: 'production' };
/** What Vite, npm and turbo say around the reason. */
const NOISE = /^(?:RolldownError: |errors: \[|\}$|npm |Build failed with|\[plugin |at )/;

/**
 * Runs a task of the repository; what has not changed since it last ran comes from turbo's cache.
 * @throws with the reason when the task fails
 */
export async function runTurbo(root: string, task: readonly string[]): Promise<void> {
  const turbo = createRequire(join(root, 'package.json')).resolve('turbo/bin/turbo');
  const args = ['run', ...task, '--output-logs=errors-only', '--log-prefix=none', '--ui=stream'];
  try {
    await runCommand(process.execPath, [turbo, ...args], { cwd: root, env: ENV });
  } catch (error) {
    throw new Error(reasonIn(error instanceof Error ? error.message : String(error)));
  }
}

/** The lines that a build failed with; everything when they cannot be told. */
function reasonIn(output: string): string {
  const [, failure] = output.split('error during build:\n');
  const lines = (failure ?? '').split('\n').map((line) => line.replace(/^RolldownError: /, ''));
  const end = lines.findIndex((line) => /^\s*errors: \[|^npm error/.test(line));
  const reason = lines.slice(0, end).filter((line) => !NOISE.test(line.trim()));
  return reason.length > 0 ? reason.join('\n') : output;
}
