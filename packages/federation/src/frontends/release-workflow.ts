import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';

const packageSchema = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });
const SCOPE = '@plaza/';
/** Only its types are used by frontends; whether they fit is what the release checks. */
const NOT_BUILT_IN = new Set(['bff']);
// By commit, because a tag may be moved to another one. Both are v5.0.0.
const CHECKOUT = 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8';
const SETUP_NODE = 'actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444';
const NODE_VERSION = 20;

/** Packages that a frontend is made of, directly or through one another. */
function packagesOf(root: string, frontend: string): string[] {
  const found = new Set<string>();
  const visit = (folder: string) => {
    const { dependencies } = packageSchema.parse(
      JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')),
    );
    for (const dependency of Object.keys(dependencies)) {
      const name = dependency.startsWith(SCOPE) ? dependency.slice(SCOPE.length) : undefined;
      if (!name || NOT_BUILT_IN.has(name) || found.has(name)) continue;
      found.add(name);
      visit(`packages/${name}`);
    }
  };
  visit(`apps/${frontend}-mfe`);
  return [...found].sort();
}

const variable = (name: string) => `\${{ vars.${name} }}`;
const secret = (name: string) => `\${{ secrets.${name} }}`;

/** The workflow of GitHub by which a team releases its frontend, and nothing else, as YAML. */
export function releaseWorkflow(root: string, frontend: string): string {
  const app = `${frontend}-mfe`;
  const token = `RELEASE_TOKEN_${frontend.toUpperCase().replaceAll('-', '_')}`;
  const workflow = {
    name: `Release ${frontend}`,
    on: {
      push: {
        branches: ['main'],
        paths: [`apps/${app}/**`, ...packagesOf(root, frontend).map((name) => `packages/${name}/**`)],
      },
      workflow_dispatch: null,
    },
    permissions: { contents: 'read' },
    // One after the other, and never cut off: the last that began is what visitors get.
    concurrency: { group: `release-${frontend}`, 'cancel-in-progress': false },
    jobs: {
      release: {
        'runs-on': 'ubuntu-24.04',
        'timeout-minutes': 15,
        environment: 'production',
        steps: [
          { uses: CHECKOUT },
          { uses: SETUP_NODE, with: { 'node-version': NODE_VERSION, cache: 'npm' } },
          { run: 'npm ci' },
          { run: `npx turbo run typecheck --filter=@plaza/${app}` },
          { run: `npx vitest run --project unit apps/${app}` },
          {
            run: `npm run release -- ${app} --canary 10%`,
            env: {
              PLAZA_URL: variable('PLAZA_URL'),
              PLAZA_RELEASE_TOKEN: secret(token),
              RELEASES_S3_URL: variable('RELEASES_S3_URL'),
              RELEASES_PUBLIC_URL: variable('RELEASES_PUBLIC_URL'),
              RELEASES_S3_KEY_ID: secret('RELEASES_S3_KEY_ID'),
              RELEASES_S3_SECRET: secret('RELEASES_S3_SECRET'),
            },
          },
        ],
      },
    },
  };
  return `# Written by "npm run frontends".\n${stringify(workflow, { nullStr: '', lineWidth: 0 })}`;
}
