import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract, Manifest } from '@plaza/contracts/manifest';
import { type Contents, contentsSchema } from '../build/contents.ts';
import { integrityOf, versionOf } from '../content-version.ts';
import type { Release } from '../registry.ts';

/** The sources that a build was made from: what they expect of the market, and which commit they are. */
export interface SourceFacts extends Pick<Contract, 'procedures' | 'events'> {
  /** Props of all slots as they are in these sources, by `<frontend>/<slot>`. */
  slotProps: Record<string, string>;
  commit: string | null;
  note: string;
}

/** @throws when the folder holds no build of a remote */
export function readContents(dist: string): Contents {
  const file = join(dist, '.plaza/contents.json');
  return contentsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/**
 * What a registry says of a build: its version by its content, where it will be, what every file hashes to.
 * @param base address of the folder of all releases, with a slash at its end
 */
export function describeRelease(dist: string, contents: Contents, base: string): Release {
  const { declaration, entry, exposes } = contents;
  const integrity = integrityOf(dist);
  // Other pages or another budget are another release, also where no file differs.
  const version = versionOf({ ...integrity, 'remote.ts': JSON.stringify(declaration) });
  const isStyle = (file: string) => file.endsWith('.css') && !file.startsWith('server/');
  return {
    version,
    baseUrl: `${base}${declaration.name}/${version}/`,
    entry,
    serverEntry: 'server/remoteEntry.js',
    integrity,
    stylesheets: Object.keys(integrity).filter(isStyle),
    exposes,
    pages: declaration.pages,
  };
}

/**
 * All that is known of a build.
 * @throws when it uses what its own sources do not have
 */
export function createManifest(contents: Contents, release: Release, sources: SourceFacts): Manifest {
  const { declaration, shared, sizes } = contents;
  const { name, slots, uses } = declaration;
  return {
    schema: 1,
    declaration,
    release,
    commit: sources.commit,
    note: sources.note,
    builtAt: new Date().toISOString(),
    procedures: pick(sources.procedures, contents.procedures, 'the BFF has no procedure'),
    events: pick(sources.events, contents.events, '@plaza/events has no event'),
    shared,
    slots: {
      offers: Object.fromEntries(
        slots.map((slot) => [
          slot,
          pick(sources.slotProps, [`${name}/${slot}`], NO_PROPS)[`${name}/${slot}`] ?? '',
        ]),
      ),
      uses: pick(sources.slotProps, uses, NO_PROPS),
    },
    sizes,
  };
}

const NO_PROPS = 'SlotProps has no slot';

function pick<Value>(
  from: Record<string, Value>,
  names: readonly string[],
  missing: string,
): Record<string, Value> {
  return Object.fromEntries(
    names.map((name) => {
      const value = from[name];
      if (value === undefined) throw new Error(`${missing} ${name}: these sources do not fit together`);
      return [name, value];
    }),
  );
}
