import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identify, isSame } from '../processes/process-identity.ts';
import { ProcessList } from './process-list.ts';

let folder: string;
let file: string;
const started: number[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plaza-list-'));
  file = join(folder, 'processes.json');
});

afterEach(() => {
  for (const pid of started.splice(0)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Ended by what was tested.
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

/** A process that runs until it is told to end. */
function startChild() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  if (child.pid === undefined) throw new Error('The child did not start.');
  started.push(child.pid);
  const identity = identify(child.pid);
  if (!identity) throw new Error('The child cannot be identified.');
  return identity;
}

function write(supervisor: object, children: Record<string, object>) {
  writeFileSync(file, JSON.stringify({ supervisor, children }));
}

describe('a start', () => {
  it('finds nothing in a new folder, or behind a file that was cut off', async () => {
    expect(await new ProcessList(file).endLeftovers()).toEqual({ kind: 'none' });
    writeFileSync(file, '{"supervisor":');
    expect(await new ProcessList(file).endLeftovers()).toEqual({ kind: 'none' });
  });

  it('leaves a running market alone', async () => {
    const [supervisor, child] = [startChild(), startChild()];
    write(supervisor, { bff: child });
    expect(await new ProcessList(file).endLeftovers()).toEqual({ kind: 'running', pid: supervisor.pid });
    expect(isSame(child)).toBe(true);
  });

  it('ends what a killed supervisor left', async () => {
    const child = startChild();
    write(
      { pid: 999_999, startedAt: 'long ago' },
      { bff: child, shell: { pid: 999_998, startedAt: 'then' } },
    );
    expect(await new ProcessList(file).endLeftovers()).toEqual({ kind: 'ended', names: ['bff'] });
    expect(isSame(child)).toBe(false);
  });

  it('never ends a stranger that was given the number of one of ours', async () => {
    const stranger = startChild();
    const supervisor = { pid: process.pid, startedAt: 'before this process' };
    write(supervisor, { bff: { pid: stranger.pid, startedAt: 'before the stranger' } });
    expect(await new ProcessList(file).endLeftovers()).toEqual({ kind: 'ended', names: [] });
    expect(isSame(stranger)).toBe(true);
  });
});

describe('while it runs', () => {
  it('the file names the supervisor and its children, and is gone after a clean end', () => {
    const list = new ProcessList(file);
    const child = startChild();
    list.claim();
    list.add('bff', child.pid);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      supervisor: identify(process.pid),
      children: { bff: child },
    });
    list.remove('bff');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ children: {} });
    list.release();
    expect(() => readFileSync(file)).toThrow();
  });
});
