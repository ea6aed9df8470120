import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

/** Builds that the registry which the lockfile was made with does not have; npm takes them without a checksum. */
const WITHOUT_CHECKSUM = /^node_modules\/@chdb\/lib-/;

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      inBundle: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

const { packages } = lockfile.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')),
);

/** Where Node would look for `name` from a package's folder. */
function placesOf(name: string, folder: string): string[] {
  const parts = folder.split('/node_modules/');
  const above = parts.map((_, index) => parts.slice(0, parts.length - index).join('/node_modules/'));
  return [...above.map((place) => `${place}/node_modules/${name}`), `node_modules/${name}`];
}

describe('the lockfile', () => {
  it('names the builds for every system, because npm installs no build that it does not name', () => {
    const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !placesOf(name, folder).some((place) => place in packages))
        .map((name) => `${name} of ${folder}`),
    );
    expect(missing).toEqual([]);
  });

  it('has a checksum for what it names, and no address: packages come from the registry that is set', () => {
    const installed = Object.entries(packages).filter(
      ([folder, { link }]) => folder.includes('node_modules/') && !link,
    );
    expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([folder]) => folder)).toEqual(
      [],
    );
    const unchecked = installed.filter(([, { integrity, inBundle }]) => integrity === undefined && !inBundle);
    expect(unchecked.map(([folder]) => folder).filter((folder) => !WITHOUT_CHECKSUM.test(folder))).toEqual(
      [],
    );
  });
});
