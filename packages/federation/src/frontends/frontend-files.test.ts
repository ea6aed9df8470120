import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { listFrontends } from '../list-frontends.ts';
import { readDeclarations } from '../read-declarations.ts';
import { readWeights } from './describe-frontends.ts';
import { FRONTENDS_PAGE, frontendFiles, WORKFLOWS, workflowFile } from './frontend-files.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const workflowSchema = z.object({
  on: z.object({ push: z.object({ branches: z.array(z.string()), paths: z.array(z.string()) }) }),
  concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.literal(false) }),
  jobs: z.object({ release: z.object({ steps: z.array(z.object({ run: z.string().optional() })) }) }),
});

describe('what follows from the declarations', () => {
  it('is up to date; npm run frontends writes it', async () => {
    const page = read(FRONTENDS_PAGE);
    const files = frontendFiles(root, await readDeclarations(root), readWeights(page));
    for (const [path, content] of files)
      expect(existsSync(join(root, path)) && read(path), path).toBe(content);
    const workflows = readdirSync(join(root, WORKFLOWS)).filter((name) => name.startsWith('release-'));
    expect(workflows.map((name) => `${WORKFLOWS}/${name}`).sort()).toEqual(
      listFrontends(root).map(workflowFile).sort(),
    );
  });

  it('knows what every frontend weighs, and none is over its budget', async () => {
    const weights = readWeights(read(FRONTENDS_PAGE));
    for (const { name, budget } of await readDeclarations(root)) {
      const { scriptKb = Number.NaN, styleKb = Number.NaN } = weights.get(name) ?? {};
      expect([scriptKb <= budget.scriptKb, styleKb <= budget.styleKb], name).toEqual([true, true]);
    }
  });
});

describe('declarations together', () => {
  it('give every path to one frontend, and show slots that somebody offers', async () => {
    const declarations = await readDeclarations(root);
    const paths = declarations.flatMap(({ pages }) => pages.map(({ path }) => path.replace(/\$\w+/g, '$')));
    expect(new Set(paths).size).toBe(paths.length);
    const offered = declarations.flatMap(({ name, slots }) => slots.map((slot) => `${name}/${slot}`));
    for (const { uses } of declarations) expect(offered).toEqual(expect.arrayContaining(uses));
  });
});

describe.each(listFrontends(root))('the workflow of %s', (frontend) => {
  const workflow = workflowSchema.parse(parse(read(workflowFile(frontend))));
  const { paths, branches } = workflow.on.push;

  it('runs for its folder and for the packages that it is made of, and for nothing of others', () => {
    expect(branches).toEqual(['main']);
    expect(paths).toContain(`apps/${frontend}-mfe/**`);
    expect(paths.filter((path) => path.startsWith('apps/'))).toHaveLength(1);
    expect(paths).toEqual(
      expect.arrayContaining(['packages/contracts/**', 'packages/federation/**', 'packages/ui/**']),
    );
    for (const path of paths) expect(existsSync(join(root, path.replace('/**', ''))), path).toBe(true);
  });

  it('checks its types, runs its tests and releases it to a canary, one after the other', () => {
    const commands = workflow.jobs.release.steps.flatMap(({ run }) => run ?? []);
    expect(commands).toEqual([
      'npm ci',
      `npx turbo run typecheck --filter=@plaza/${frontend}-mfe`,
      `npx vitest run --project unit apps/${frontend}-mfe`,
      `npm run release -- ${frontend}-mfe --canary 10%`,
    ]);
    expect(workflow.concurrency.group).toBe(`release-${frontend}`);
  });
});
