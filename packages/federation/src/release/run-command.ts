import { spawn } from 'node:child_process';
import { withEnvironment } from './env.ts';

/** Of what a failed command has said, so that a person can see why. */
const TAIL_LINES = 40;

/**
 * Runs a program to its end.
 * @returns what it wrote to its standard output
 * @throws with what it said when it fails
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string> },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: withEnvironment(options.env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk) && said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output).toString());
      else reject(new Error(tailOf(Buffer.concat(said).toString())));
    });
  });
}

/** Without stack traces, which say nothing to whoever wrote the code that is at fault. */
function tailOf(text: string): string {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\S*\s*at .*[:)]/.test(line.trim()));
  return lines.slice(-TAIL_LINES).join('\n');
}
