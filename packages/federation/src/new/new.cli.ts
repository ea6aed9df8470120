import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readDeclarations } from '../read-declarations.ts';
import { buildFrontend } from '../release/build-frontend.ts';
import { isMarketHere } from '../release/env.ts';
import { runCommand } from '../release/run-command.ts';
import { printProblem, step } from '../release/steps.ts';
import { createFrontend } from './create-frontend.ts';

const USAGE = 'npm run new -- <name> [--team "Who answers for it"] [--title "What people read"]';
const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** `npm run new`: another frontend, with a page at `/<name>`, in the market that runs here. */
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { team: { type: 'string' }, title: { type: 'string' } },
  });
  const [name] = positionals;
  if (!name || positionals.length !== 1) throw new Error(USAGE);
  const title = values.title ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
  const known = await readDeclarations(root);
  await step(
    'create',
    async () => createFrontend(root, { name, title, team: values.team ?? title }, known),
    () => `apps/${name}-mfe`,
  );
  await step('link', () =>
    runCommand('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: root }),
  );
  if (isMarketHere()) {
    const note = `The first release of ${title}`;
    console.info((await runProgram('release/release.cli.ts', name, '--note', note)).trimEnd());
  } else await step('build', () => buildFrontend(root, name));
  await step(
    'describe',
    () => runProgram('frontends/write-frontends.cli.ts'),
    () => 'docs/frontends.md, CODEOWNERS, workflow',
  );
  console.info(
    `\n  ${isMarketHere() ? '' : 'Start a market with "npm start". '}Open /${name}, change apps/${name}-mfe, and release it: npm run release -- ${name}-mfe\n`,
  );
} catch (error) {
  printProblem(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

function runProgram(file: string, ...args: string[]): Promise<string> {
  const program = join(root, 'packages/federation/src', file);
  return runCommand(process.execPath, ['--import', 'tsx', program, ...args], { cwd: root });
}
