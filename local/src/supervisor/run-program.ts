import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

export interface Program {
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string | undefined>;
  logFile: string;
  /** Gets each line of the program's standard output. */
  onLine?: (line: string) => void;
  signal?: AbortSignal;
}

/**
 * Runs a program to its end, its output kept in a log file.
 * @returns its last line
 * @throws with the tail of its output when it fails
 */
export async function runProgram(program: Program): Promise<string> {
  mkdirSync(dirname(program.logFile), { recursive: true });
  const log = createWriteStream(program.logFile);
  const child = spawn(program.command, program.args, {
    cwd: program.cwd,
    env: { ...process.env, ...program.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(program.signal ? { signal: program.signal } : {}),
  });
  const tail: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`);
      tail.push(line);
      if (tail.length > 40) tail.shift();
      if (stream === child.stdout) program.onLine?.(line);
    });
  }
  const outcome = await new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('close', (code, signal) => done(code === 0 ? '' : `ended with ${signal ?? `code ${code}`}`));
  });
  log.end();
  if (outcome !== '') throw new Error(`${program.args.join(' ')}: ${outcome}\n${tail.join('\n')}`);
  return tail.at(-1) ?? '';
}
