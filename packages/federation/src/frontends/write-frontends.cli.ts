import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDeclarations } from '../read-declarations.ts';
import { readContents } from '../release/describe-release.ts';
import { readWeights, type Weight } from './describe-frontends.ts';
import { FRONTENDS_PAGE, frontendFiles, WORKFLOWS } from './frontend-files.ts';

const BYTES_PER_KB = 1_000;
const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** `npm run frontends`: writes what follows from the declarations, with the weights of the builds that lie there. */
const declarations = await readDeclarations(root);
const page = join(root, FRONTENDS_PAGE);
const weights = new Map(existsSync(page) ? readWeights(readFileSync(page, 'utf8')) : []);
for (const { name } of declarations) {
  const weight = weighBuild(join(root, 'apps', `${name}-mfe`, 'dist'));
  if (weight) weights.set(name, weight);
}
const files = frontendFiles(root, declarations, weights);
for (const [path, content] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
for (const name of readdirSync(join(root, WORKFLOWS)))
  if (name.startsWith('release-') && !files.has(`${WORKFLOWS}/${name}`)) rmSync(join(root, WORKFLOWS, name));
console.info(`Wrote ${[...files.keys()].join(', ')}.`);

function weighBuild(dist: string): Weight | undefined {
  if (!existsSync(join(dist, '.plaza/contents.json'))) return undefined;
  const { sizes } = readContents(dist);
  return { scriptKb: sizes.dearestPage.scriptBytes / BYTES_PER_KB, styleKb: sizes.styleBytes / BYTES_PER_KB };
}
