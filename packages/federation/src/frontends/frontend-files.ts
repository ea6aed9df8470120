import type { Declaration } from '@plaza/contracts/declaration';
import { describeFrontends, type Weight } from './describe-frontends.ts';
import { releaseWorkflow } from './release-workflow.ts';

export const FRONTENDS_PAGE = 'docs/frontends.md';
const CODE_OWNERS = '.github/CODEOWNERS';
export const WORKFLOWS = '.github/workflows';
export const workflowFile = (frontend: string) => `${WORKFLOWS}/release-${frontend}.yml`;

/** Everything in the repository that follows from the declarations of its frontends: contents by path. */
export function frontendFiles(
  root: string,
  declarations: readonly Declaration[],
  weights: ReadonlyMap<string, Weight>,
): Map<string, string> {
  return new Map([
    [FRONTENDS_PAGE, describeFrontends(declarations, weights)],
    [CODE_OWNERS, codeOwners(declarations)],
    ...declarations.map(({ name }): [string, string] => [workflowFile(name), releaseWorkflow(root, name)]),
  ]);
}

function codeOwners(declarations: readonly Declaration[]): string {
  const handle = (team: string) => `@plaza/${team.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  const lines = declarations.flatMap(({ name, team }) => [
    `/apps/${name}-mfe/ ${handle(team)}`,
    `/${workflowFile(name)} ${handle(team)}`,
  ]);
  return `${['# Written by "npm run frontends".', ...lines].join('\n')}\n`;
}
