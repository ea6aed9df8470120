import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ShellAssets } from './page-assets.ts';

const ENTRY = 'src/entry-client.tsx';

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).default([]),
    imports: z.array(z.string()).default([]),
  }),
);

/** Reads what the client build of the shell consists of; once, at the start. @throws when it has not been built */
export function readShellAssets(clientDir: string): ShellAssets {
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(join(clientDir, '.vite/manifest.json'), 'utf8')),
  );
  const entry = manifest[ENTRY];
  if (!entry) throw new Error(`the client build in ${clientDir} has no ${ENTRY}`);
  const scripts = entry.imports.flatMap((key) => manifest[key]?.file ?? []).map((file) => `/${file}`);
  const inlineStyles = new Map(
    entry.css.map((file) => [`/${file}`, readFileSync(join(clientDir, file), 'utf8')]),
  );
  return { clientEntry: `/${entry.file}`, scripts, inlineStyles, devHead: '' };
}
