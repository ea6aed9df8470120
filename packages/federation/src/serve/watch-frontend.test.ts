import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFrontend } from '../new/create-frontend.ts';
import { readContents } from '../release/describe-release.ts';
import { watchFrontend } from './watch-frontend.ts';
// Tests share a process: a build for production must not be the first to load these, or all would have those of production.
import 'react';
import 'react/jsx-runtime';
import 'react-dom';

const TIMEOUT_MS = 60_000;

let root: string;
let stop: () => Promise<void> = async () => undefined;
beforeEach(() => {
  // A build is one for production, also when a test runner starts it.
  vi.stubEnv('NODE_ENV', 'production');
  // Inside of the repository, where the packages are.
  root = mkdtempSync(join(import.meta.dirname, '../../.new-test-'));
  mkdirSync(join(root, 'apps'));
});
afterEach(async () => {
  await stop();
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

const scriptsOf = (dist: string) =>
  readdirSync(join(dist, 'assets'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(dist, 'assets', file), 'utf8'))
    .join('\n');

describe('a frontend that is watched', () => {
  it('is built again with every change, and says why when it cannot be', async () => {
    const app = createFrontend(root, { name: 'gift-cards', title: 'Gift cards', team: 'Gifts' }, []);
    const built: { scripts: string; pages: unknown }[] = [];
    const failed: string[] = [];
    stop = await watchFrontend(app, {
      onBuilt: (dist) =>
        built.push({ scripts: scriptsOf(dist), pages: readContents(dist).declaration.pages }),
      onFailed: (reason) => failed.push(reason),
    });
    const untilBuilt = (text: string) =>
      vi.waitFor(() => expect(built.at(-1)?.scripts).toContain(text), { timeout: TIMEOUT_MS });
    await untilBuilt('Gift cards');
    expect(built.at(-1)?.pages).toMatchObject([{ path: '/gift-cards' }]);

    const file = join(app, 'src/pages/gift-cards/messages.ts');
    const source = readFileSync(file, 'utf8');
    writeFileSync(file, source.replace('Gift cards', 'Cards for gifts'));
    await untilBuilt('Cards for gifts');

    writeFileSync(file, `${source}\nnot a statement`);
    await vi.waitFor(() => expect(failed.at(-1)).toContain('messages.ts'), { timeout: TIMEOUT_MS });
    writeFileSync(file, source);
    await untilBuilt('Gift cards');
    // What a release would be built from is left alone.
    expect(readdirSync(app)).not.toContain('dist');
  }, 180_000);
});
