import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Declaration, declarationSchema } from '@plaza/contracts/declaration';

const TEMPLATE = fileURLToPath(new URL('../../template/', import.meta.url));

export interface NewFrontend {
  name: string;
  title: string;
  team: string;
}

/**
 * Makes the folder of a new frontend from the template: a page at `/<name>` with everything that belongs to it.
 * @param known declarations of those that there are
 * @returns the folder
 * @throws one line when the name or its address is taken or is none
 */
export function createFrontend(
  root: string,
  { name, title, team }: NewFrontend,
  known: readonly Declaration[],
): string {
  const fields = declarationSchema
    .pick({ name: true, title: true, team: true })
    .safeParse({ name, title, team });
  if (!fields.success) {
    const [issue] = fields.error.issues;
    throw new Error(`${issue?.path.join('.')} ${issue?.message}`);
  }
  const folder = join(root, 'apps', `${name}-mfe`);
  if (existsSync(folder)) throw new Error(`There is a frontend ${name} already.`);
  const owner = known.find(({ pages }) => pages.some(({ path }) => path === `/${name}`));
  if (owner) throw new Error(`/${name} is a page of ${owner.name}: choose another name.`);
  const reserved = RESERVED.find((path) => path === name);
  if (reserved) throw new Error(`/${name} is not an address for pages: choose another name.`);

  // Whole or not at all.
  const draft = join(root, `.new-${name}-mfe`);
  rmSync(draft, { recursive: true, force: true });
  const rename = (text: string) => renameExample(text, { name, title, team });
  for (const entry of readdirSync(TEMPLATE, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const target = join(draft, rename(file.slice(TEMPLATE.length)));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, rename(readFileSync(file, 'utf8')));
  }
  renameSync(draft, folder);
  return folder;
}

/** What other parts of the market answer. */
const RESERVED = [
  'api',
  'assets',
  'healthz',
  'inbox',
  'ingest',
  'media',
  'providers',
  'remotes',
  'sitemap',
  'stripe',
];

function renameExample(text: string, { name, title, team }: NewFrontend): string {
  const pascal = name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  const quoted = (words: string) => words.replaceAll("'", "\\'");
  return text
    .replaceAll('Example frontend', () => quoted(title))
    .replaceAll('Example team', () => quoted(team))
    .replace(/example(?=[A-Z])/g, camel)
    .replaceAll('Example', pascal)
    .replaceAll('example', name);
}
