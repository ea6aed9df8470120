import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDeclarations } from '../read-declarations.ts';
import { readContents } from '../release/describe-release.ts';
import { createFrontend } from './create-frontend.ts';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const gifts = { name: 'gift-cards', title: "Gift cards, Ann's", team: 'Gifts' };

let root: string;
beforeEach(() => {
  // Inside of the repository, where the packages are.
  root = mkdtempSync(join(import.meta.dirname, '../../.new-test-'));
  mkdirSync(join(root, 'apps'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a new frontend', () => {
  it('declares its page under its own name, and builds within its budget', async () => {
    const folder = createFrontend(root, gifts, []);
    const [declaration] = await readDeclarations(root);
    if (!declaration) throw new Error('it declares nothing');
    expect(declaration).toMatchObject({ ...gifts, pages: [{ path: '/gift-cards', expose: 'gift-cards' }] });

    const vite = createRequire(import.meta.url)
      .resolve('vite/package.json')
      .replace('package.json', 'bin/vite.js');
    const env = { ...process.env, NODE_ENV: 'production' };
    execFileSync(process.execPath, [vite, 'build'], { cwd: folder, env, stdio: 'pipe' });
    expect(readContents(join(folder, 'dist'))).toMatchObject({
      procedures: ['catalog.categories', 'catalog.home'],
      sizes: { dearestPage: { expose: 'gift-cards' } },
    });
  }, 180_000);

  it('is sound TypeScript', () => {
    const folder = createFrontend(root, gifts, []);
    const compiler = join(repository, 'packages/config/bin/plaza-tsc.mjs');
    const check = () => execFileSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
    expect(check).not.toThrow();
  }, 180_000);

  it('has nothing of the template left in it', () => {
    const folder = createFrontend(root, gifts, []);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /example/i.test(file))).toEqual([]);
    for (const file of files.filter((name) => /\.\w+$/.test(name)))
      expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(/example/i);
    expect(readFileSync(join(folder, 'src/styles.css'), 'utf8')).toContain('[data-mfe="gift-cards"]');
    expect(readdirSync(root)).toEqual(['apps']);
  });

  it('is made of what the others are made of', () => {
    const packageSchema = z.object({
      dependencies: z.record(z.string(), z.string()),
      devDependencies: z.record(z.string(), z.string()),
    });
    const versionsIn = (folder: string) => {
      const { dependencies, devDependencies } = packageSchema.parse(
        JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
      );
      return { ...dependencies, ...devDependencies };
    };
    const others = versionsIn(join(repository, 'apps/catalog-mfe'));
    for (const [name, version] of Object.entries(versionsIn(createFrontend(root, gifts, []))))
      expect(others[name], name).toBe(version);
  });

  it.each([
    [{ name: 'Gifts' }, 'name is not the name of a frontend'],
    [{ name: 'shell' }, 'name is the name of the shell'],
    [{ name: 'media' }, '/media is not an address for pages'],
    [{ name: 'sale' }, '/sale is a page of catalog: choose another name.'],
    [{ title: '' }, 'title'],
  ])('is refused under %j', (changes, problem) => {
    const catalog = {
      ...gifts,
      name: 'catalog',
      pages: [{ path: '/sale', expose: 'sale', access: 'public' as const }],
      slots: [],
      uses: [],
      data: [],
      budget: { scriptKb: 10, styleKb: 5, lcpMs: 2_500 },
    };
    expect(() => createFrontend(root, { ...gifts, ...changes }, [catalog])).toThrow(problem);
    expect(readdirSync(join(root, 'apps'))).toEqual([]);
  });

  it('is made once', () => {
    createFrontend(root, gifts, []);
    expect(() => createFrontend(root, gifts, [])).toThrow('There is a frontend gift-cards already.');
    expect(existsSync(join(root, 'apps/gift-cards-mfe/remote.ts'))).toBe(true);
  });
});
