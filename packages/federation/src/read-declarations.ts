import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Declaration, declarationSchema } from '@plaza/contracts/declaration';
import { listFrontends } from './list-frontends.ts';

/** What the frontends of a repository declare in their `remote.ts`, by name. */
export async function readDeclarations(root: string): Promise<Declaration[]> {
  return Promise.all(
    listFrontends(root).map(async (name) => {
      const file = join(root, 'apps', `${name}-mfe`, 'remote.ts');
      const module: { default?: unknown } = await import(/* @vite-ignore */ pathToFileURL(file).href);
      return declarationSchema.parse(module.default);
    }),
  );
}
